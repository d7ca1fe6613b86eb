// The board's side of the wire: frames and the reliable channel, for any chip and any link (docs/protocol.md).
//
// The port feeds received bytes in and pulls bytes to send out; the dispatcher gets each message once and in
// order, and queues messages to be sent. Every function may be called in any context, of the main program or of
// an interrupt: the channel masks interrupts (gn_port_mask) where it must, for at most as
// long as the check sum of a frame takes (60 us on a Cortex-M0+ at 125 MHz). Received messages are handled inside gn_channel_receive, so in the
// context of its caller, with interrupts as the caller has them. gn_channel_receive must not interrupt itself:
// all links' receive interrupts have the same priority.
//
// When the host goes away: until the first hello, after gn_channel_detach, and after GN_CHANNEL_PATIENCE of
// unanswered repetition, no host is attached. Messages are then dropped and counted, so that a program goes on
// blinking with nobody to print to. When a host attaches (hello with a new nonce), both sequences begin anew,
// everything unsent or unacknowledged is dropped too, and gn_channel_on_attach must send `ident`, which
// tells the host what it missed; the memory of the board is not touched.
#ifndef GN_CHANNEL_H
#define GN_CHANNEL_H

#include <stdbool.h>
#include <stdint.h>

#include "generated/messages.h"

enum {
  /** Links that a board can have at a time (numbered from 0); the host that said hello last has the channel. */
  GN_CHANNEL_LINKS = 2,
  /** Bytes for messages that are queued or not yet acknowledged; each takes its payload and five bytes. */
  GN_CHANNEL_QUEUE = 896,
  /** Milliseconds without any acknowledgement until everything is sent again; then after twice that, and so on. */
  GN_CHANNEL_TIMEOUT = 40,
  /** Milliseconds without any acknowledgement after which the host is taken to be gone. */
  GN_CHANNEL_PATIENCE = 5000,
};

// What the port calls.

/** Makes the state right at start: no host is attached. To be called before any other function. */
void gn_channel_init(void);

/** Takes bytes that a link received, in pieces of any size. Nothing about them is trusted. */
void gn_channel_receive(uint32_t link, const uint8_t *bytes, uint32_t length);

/**
 * Gives the next bytes to send on a link, at most `room`; returns how many, 0 if there is nothing to send. Bytes
 * once given must be sent or lost, not given back. A transmitter that has got 0 sleeps until gn_port_send.
 */
uint32_t gn_channel_transmit(uint32_t link, uint8_t *bytes, uint32_t room);

/** The link is gone (USB unplugged, DTR dropped). Does nothing if another link has the channel. */
void gn_channel_detach(uint32_t link);

/**
 * A millisecond has passed since gn_port_request_tick was called. The channel asks for the next tick by itself
 * while it waits for something, so an idle board sleeps.
 */
void gn_channel_tick(void);

// What the dispatcher and the program call.

/**
 * Queues a message of two parts (the fields, and bytes of open length; either may be empty). Returns false if
 * there is no room for it now: room comes when the host acknowledges, never while the caller keeps the receive
 * interrupt out. Returns true, and drops the message, if no host is attached.
 */
bool gn_channel_send(uint32_t type, const void *head, uint32_t head_length, const void *tail, uint32_t tail_length);

/** Whether a payload of this length could be queued now. */
bool gn_channel_has_room(uint32_t length);

/** Whether everything queued has been sent and acknowledged, and the last acknowledgement given out. */
bool gn_channel_is_idle(void);

/** Whether a host has the channel. */
bool gn_channel_is_attached(void);

/** Messages dropped since the last call of this function because no host was attached, at most 0xffff. */
uint32_t gn_channel_take_dropped(void);

// What the dispatcher provides. Called inside gn_channel_receive.

/**
 * A sequenced message, once and in order. `payload` is aligned to 4 bytes and valid during the call; its length is
 * whatever came (gn_message_fits checks it). Returns false if there is no room for what must be answered: the
 * message then counts as not received, and comes again when room has come.
 */
bool gn_channel_on_message(uint32_t type, const uint8_t *payload, uint32_t length);

/** The host wants the program stopped, if `call` is the last call (see the message `stop`). May come repeatedly. */
void gn_channel_on_stop(uint32_t call);

/** A host has attached: the queue is empty, `ident` must be sent first. */
void gn_channel_on_attach(void);

// What the port provides: gn_port_mask, gn_port_unmask, gn_port_request_tick and gn_port_send of port.h. gn_port_send
// is called in any context when there is something to transmit on gn_channel_link().

/** The link that has the channel, and that gn_port_send is about. */
uint32_t gn_channel_link(void);

#endif
