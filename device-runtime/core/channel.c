// See channel.h: sequence numbers, acknowledgements, repetition, and the queue of messages to the host.
#include "channel.h"

#include <stddef.h>

#include "frame_in.h"
#include "frame_out.h"
#include "port.h"

// The runtime is linked without a C library: core/arith defines it.
void *memmove(void *to, const void *from, size_t bytes);

enum {
  HEADER = GN_FRAME_HEADER_SIZE,
  RECORD_HEAD = 1 + HEADER,  // a queued message: length of its payload, header of its frame, payload
  ACK_NOW = 4,               // so many messages are acknowledged at once, fewer with the next answer or tick
  MOST_QUEUED = 64,          // far fewer than there are sequence numbers, so that old ones are recognized
  // What a link that has not the channel can receive, in COBS form: a hello.
  SMALL_ROOM = HEADER + GN_MESSAGE_HELLO_SIZE + GN_FRAME_CHECK_SIZE + 1,
};
enum { TYPE, SESSION, SEQUENCE, ACKNOWLEDGED };  // the header's bytes

static struct {
  // What is small comes first: the core reaches it in one instruction.
  uint8_t session;    // 0: no host is attached
  uint8_t link;       // that has the channel
  uint8_t expected;   // sequence number of the next message of the host
  uint8_t ack_due;    // messages accepted since the host was told `expected`; ACK_NOW: it is to be told
  uint8_t nak_due;    // and that something before was lost
  uint8_t nak_given;  // since the last message that was accepted
  uint8_t starved;    // a message was turned away for lack of room
  uint8_t lost_due;   // session number that a `lost` must name, 0 for none
  uint8_t base;       // sequence number of the first queued message
  uint8_t count;      // queued messages
  uint8_t next;       // how many of them have been sent (in this repetition)
  uint8_t delimit;    // before the next frame a delimiter must come
  uint16_t used;      // bytes of the queue
  uint16_t next_at;   // where in the queue message `next` begins
  uint16_t silence;   // ticks since the last progress
  uint16_t repeat_at; // the silence after which everything is sent again
  uint16_t dropped;
  uint16_t collected[GN_CHANNEL_LINKS];  // bytes of the frame that is arriving, or GN_FRAME_SKIP
  uint32_t nonce;
  struct gn_frame_out out;
  uint8_t control[HEADER];  // the frame in `out`, if it is no queued one
  uint32_t small[GN_CHANNEL_LINKS][(SMALL_ROOM + 3) / 4];
  uint32_t frame[(GN_FRAME_ROOM + 3) / 4];
  uint8_t queue[GN_CHANNEL_QUEUE];
} channel;

// What is static above gn_channel_transmit runs with interrupts masked.

static void progress(void) {
  channel.silence = 0;
  channel.repeat_at = GN_CHANNEL_TIMEOUT;
}

/** Gives up the frame that is being sent; the next one is not to be taken for its end. */
static void cut_off(void) {
  channel.out.length = 0;
  channel.delimit = 1;
}

/**
 * Sends again from the oldest message. A frame that is on its way out is sent to its end. The delimiter keeps the
 * first frame apart from what the link has made of those before.
 */
static void go_back(void) {
  channel.delimit = 1;
  channel.next = 0;
  channel.next_at = 0;
}

static void detach(void) {
  uint32_t dropped = channel.dropped + (uint32_t)channel.count;
  channel.dropped = (uint16_t)(dropped > 0xffff ? 0xffff : dropped);
  cut_off();
  go_back();
  channel.count = channel.base = channel.session = channel.starved = channel.ack_due = channel.nak_due = 0;
  channel.used = 0;
}

static void take_link(uint32_t link) {
  if (channel.link == link) return;
  // What the old link has begun is partly in the big buffer, what the new one has begun in its small one.
  channel.collected[channel.link] = channel.collected[link] = GN_FRAME_SKIP;
  channel.link = (uint8_t)link;
}

/** The host has everything before a sequence number; anything else than a queued one is ignored. */
static void acknowledge(uint32_t acknowledged) {
  uint32_t covered = (acknowledged - channel.base) & 0xff;
  if (covered == 0 || covered > channel.count) return;
  progress();
  channel.base = (uint8_t)acknowledged;
  channel.count = (uint8_t)(channel.count - covered);
  uint32_t end = 0;
  for (uint32_t left = covered; left--;) end += RECORD_HEAD + (uint32_t)channel.queue[end];
  // The frame that is being sent may be a queued one: it moves with the queue, or needs no end any more.
  uint32_t sending = (uint32_t)((uintptr_t)channel.out.bytes - (uintptr_t)channel.queue);
  if (sending < end) {
    cut_off();
  } else if (sending < channel.used) {
    channel.out.bytes -= end;
  }
  channel.used = (uint16_t)(channel.used - end);
  memmove(channel.queue, channel.queue + end, channel.used);
  if (channel.next > covered) {
    channel.next = (uint8_t)(channel.next - covered);
    channel.next_at = (uint16_t)(channel.next_at - end);
  } else {
    channel.next = 0;
    channel.next_at = 0;
  }
  if (channel.starved) {
    channel.starved = 0;
    channel.nak_due = 1;
  }
}

static int has_something_to_send(void) {
  if (!gn_frame_is_sent(&channel.out) || channel.lost_due) return 1;
  return channel.session && (channel.next < channel.count || channel.ack_due == ACK_NOW || channel.nak_due);
}

/** Chooses the next frame. What the host asked for goes first, an acknowledgement travels with any frame. */
static void begin_frame(void) {
  uint8_t *header = channel.control;
  uint32_t length = HEADER;
  header[SESSION] = channel.session;
  if (channel.lost_due) {
    header[TYPE] = GN_MESSAGE_LOST;
    header[SESSION] = channel.lost_due;
    channel.lost_due = 0;
  } else {
    header[TYPE] = channel.nak_due ? GN_MESSAGE_NAK : GN_MESSAGE_ACK;
    if (!channel.nak_due && channel.next < channel.count) {
      header = channel.queue + channel.next_at;
      length += *header++;
      channel.next_at = (uint16_t)(channel.next_at + 1 + length);
      channel.next++;
    }
    channel.ack_due = channel.nak_due = 0;
  }
  header[ACKNOWLEDGED] = channel.expected;
  gn_frame_begin(&channel.out, header, length);
}

uint32_t gn_channel_transmit(uint32_t link, uint8_t *bytes, uint32_t room) {
  uint32_t given = 0;
  uint32_t mask = gn_port_mask();
  if (link == channel.link) {
    while (given < room && has_something_to_send()) {
      if (gn_frame_is_sent(&channel.out)) {
        if (channel.delimit) {
          channel.delimit = 0;
          bytes[given++] = 0;
          continue;
        }
        begin_frame();
      }
      given += gn_frame_pull(&channel.out, bytes + given, room - given);
    }
  }
  gn_port_unmask(mask);
  return given;
}

static void send_what_there_is(void) {
  uint32_t mask = gn_port_mask();
  int something = has_something_to_send();
  gn_port_unmask(mask);
  if (something) gn_port_send();
}

/** Something after the messages that were accepted was lost: asks for it, once. */
static void ask_again(void) {
  if (channel.nak_given) return;
  channel.nak_given = channel.nak_due = 1;
}

static void take_hello(uint32_t link, uint32_t session, uint32_t nonce) {
  if (session == 0 || session != (nonce & 0xff)) return;
  uint32_t mask = gn_port_mask();
  int again = channel.session && channel.nonce == nonce;
  if (again) {
    // The host has not seen our answer yet.
    cut_off();
    go_back();
    channel.ack_due = ACK_NOW;
  } else {
    detach();
    channel.session = (uint8_t)session;
    channel.nonce = nonce;
    channel.expected = channel.nak_given = channel.lost_due = 0;
  }
  take_link(link);
  gn_port_unmask(mask);
  if (!again) gn_channel_on_attach();
}

static void take_sequenced(uint32_t type, uint32_t sequence, const uint8_t *payload, uint32_t length) {
  uint32_t ahead = (sequence - channel.expected) & 0xff;
  if (ahead != 0) {
    if (ahead < 0x80) {
      if (!channel.starved) ask_again();
    } else {
      // Once more what was accepted before: the acknowledgement was lost.
      channel.ack_due = ACK_NOW;
    }
  } else if (gn_channel_on_message(type, payload, length)) {
    channel.expected++;
    channel.nak_given = 0;
    // The answer may be on its way already, and take the acknowledgement along.
    if (channel.ack_due++ == 0) gn_port_request_tick();
    if (channel.ack_due > ACK_NOW) channel.ack_due = ACK_NOW;
  } else {
    channel.starved = 1;
  }
}

static void take_frame(uint32_t link, uint32_t *words, uint32_t encoded) {
  uint8_t *frame = (uint8_t *)words;
  int32_t length = gn_frame_decode(frame, encoded);
  const uint32_t *payload = words + HEADER / 4;
  uint32_t session = frame[SESSION];
  uint32_t type = frame[TYPE];
  if (type == GN_MESSAGE_HELLO && length == GN_MESSAGE_HELLO_SIZE) {
    take_hello(link, session, *payload);
    return;
  }
  if (link != channel.link) return;
  if (length < 0) {
    ask_again();
    return;
  }
  if (session != channel.session) {
    channel.lost_due = (uint8_t)session;
    return;
  }
  if (session == 0) return;
  uint32_t mask = gn_port_mask();
  acknowledge(frame[ACKNOWLEDGED]);
  if (type == GN_MESSAGE_NAK) go_back();
  gn_port_unmask(mask);
  if (type >= GN_FIRST_SEQUENCED_TYPE) {
    take_sequenced(type, frame[SEQUENCE], (const uint8_t *)payload, (uint32_t)length);
  } else if (type == GN_MESSAGE_STOP && length == GN_MESSAGE_STOP_SIZE) {
    gn_channel_on_stop(*payload);
  }
}

void gn_channel_receive(uint32_t link, const uint8_t *bytes, uint32_t length) {
  if (link >= GN_CHANNEL_LINKS) return;
  // With no host attached, the link that speaks gets the big buffer, so that any frame can be answered by `lost`.
  if (!channel.session && gn_frame_is_sent(&channel.out)) take_link(link);
  for (;;) {
    int owner = link == channel.link;
    uint32_t *words = owner ? channel.frame : channel.small[link];
    uint32_t room = owner ? GN_FRAME_ROOM : SMALL_ROOM;
    uint32_t collected = channel.collected[link];
    uint8_t byte = 1;
    while (length && (length--, byte = *bytes++)) {
      if (collected < room) {
        ((uint8_t *)words)[collected++] = byte;
      } else {
        collected = GN_FRAME_SKIP;
      }
    }
    channel.collected[link] = byte ? (uint16_t)collected : 0;
    if (byte) break;
    if (collected == GN_FRAME_SKIP) {
      if (owner) ask_again();
    } else if (collected) {
      take_frame(link, words, collected);
    }
  }
  send_what_there_is();
}

static uint8_t *put(uint8_t *to, const uint8_t *from, uint32_t length) {
  while (length--) *to++ = *from++;
  return to;
}

/** With interrupts masked. */
static int fits(uint32_t length) {
  return channel.count < MOST_QUEUED && channel.used + RECORD_HEAD + length <= GN_CHANNEL_QUEUE;
}

bool gn_channel_send(uint32_t type, const void *head, uint32_t head_length, const void *tail, uint32_t tail_length) {
  uint32_t length = head_length + tail_length;
  if (length > GN_MAX_PAYLOAD) return true;  // can't ever be sent: a bug of the caller, who must not wait for it
  uint32_t mask = gn_port_mask();
  int attached = channel.session != 0;
  int queued = attached && fits(length);
  if (queued) {
    uint8_t *record = channel.queue + channel.used;
    *record++ = (uint8_t)length;
    record[TYPE] = (uint8_t)type;
    record[SESSION] = channel.session;
    record[SEQUENCE] = (uint8_t)(channel.base + channel.count);
    put(put(record + HEADER, head, head_length), tail, tail_length);
    channel.used = (uint16_t)(channel.used + RECORD_HEAD + length);
    if (channel.count++ == 0) progress();
  } else if (!attached && channel.dropped != 0xffff) {
    channel.dropped++;
  }
  gn_port_unmask(mask);
  if (queued) {
    gn_port_request_tick();
    gn_port_send();
  }
  return queued || !attached;
}

bool gn_channel_has_room(uint32_t length) {
  uint32_t mask = gn_port_mask();
  int room = !channel.session || fits(length);
  gn_port_unmask(mask);
  return room;
}

bool gn_channel_is_idle(void) {
  uint32_t mask = gn_port_mask();
  int idle = channel.count == 0 && channel.ack_due == 0 && !has_something_to_send();
  gn_port_unmask(mask);
  return idle;
}

bool gn_channel_is_attached(void) {
  return channel.session != 0;
}

uint32_t gn_channel_take_dropped(void) {
  uint32_t mask = gn_port_mask();
  uint32_t dropped = channel.dropped;
  channel.dropped = 0;
  gn_port_unmask(mask);
  return dropped;
}

uint32_t gn_channel_link(void) {
  return channel.link;
}

void gn_channel_detach(uint32_t link) {
  uint32_t mask = gn_port_mask();
  if (link == channel.link) detach();
  if (link < GN_CHANNEL_LINKS) channel.collected[link] = GN_FRAME_SKIP;
  gn_port_unmask(mask);
}

void gn_channel_tick(void) {
  uint32_t mask = gn_port_mask();
  int waiting = channel.count;
  int ack_due = channel.ack_due;
  if (ack_due) channel.ack_due = ACK_NOW;
  if (waiting) {
    channel.silence++;
    if (channel.silence == channel.repeat_at) {
      go_back();
      channel.repeat_at = (uint16_t)(channel.repeat_at * 2);
    }
    if (channel.silence == GN_CHANNEL_PATIENCE) detach();
  }
  gn_port_unmask(mask);
  if (waiting) gn_port_request_tick();
  if (waiting || ack_due) send_what_there_is();
}

void gn_channel_init(void) {
  for (uint32_t link = 0; link < GN_CHANNEL_LINKS; link++) {
    take_link(link);
    gn_channel_detach(link);
  }
  take_link(0);
  channel.dropped = 0;
}
