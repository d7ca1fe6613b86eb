// See channel.h: sequence numbers, acknowledgements, repetition, and the queue of messages to the host.
#include "channel.h"

#include "frame_in.h"
#include "frame_out.h"
#include "port.h"

enum {
  RECORD_HEAD = 2,                // length and type of a queued message, before its payload
  MOST_QUEUED = 64,               // far fewer than there are sequence numbers, so that old ones are recognized
  LARGEST_FRAME = 256,            // 254, in whole words
  SMALL_FRAME = GN_FRAME_HEADER_SIZE + GN_MESSAGE_HELLO_SIZE + GN_FRAME_CHECK_SIZE,
};
enum { TYPE, SESSION, SEQUENCE, ACKNOWLEDGED };  // the header's bytes

static struct {
  // What is small comes first: the core reaches it in one instruction.
  // The session.
  uint8_t session;  // 0: no host is attached
  uint8_t link;

  // Receiving.
  uint8_t expected;   // sequence number of the next message of the host
  uint8_t ack_due;    // the host is to be told `expected`
  uint8_t nak_due;    // and that something before was lost
  uint8_t nak_given;  // since the last message that was accepted
  uint8_t starved;    // a message was turned away for lack of room
  uint8_t lost_due;   // session number that a `lost` must name, 0 for none

  // Sending. Messages [0, count) are in the queue, from `head`; [0, sent) have been sent at least once.
  uint8_t base;      // sequence number of message 0
  uint8_t count;
  uint8_t sent;
  uint8_t next;      // the next one to send
  uint8_t sending;   // the message that is in `out`, plus 1; 0 if there is none
  uint8_t late;      // the host has acknowledged that message, `late_ack` is what it said
  uint8_t late_ack;
  uint8_t delimit;   // before the next frame a delimiter must come
  uint16_t head;     // in the ring
  uint16_t used;
  uint16_t next_at;  // where message `next` begins
  uint16_t waited;   // ticks since the last progress or repetition
  uint16_t timeout;
  uint16_t silence;  // ticks since the last progress
  uint16_t dropped;
  uint32_t nonce;
  struct gn_frame_out out;
  struct gn_frame_in in[GN_CHANNEL_LINKS];

  // A link that has not the channel gets room for a hello only.
  uint32_t small[GN_CHANNEL_LINKS][SMALL_FRAME / 4];
  uint32_t frame[LARGEST_FRAME / 4];
  uint8_t ring[GN_CHANNEL_QUEUE];
} channel;

static uint32_t wrap(uint32_t at) {
  return at >= GN_CHANNEL_QUEUE ? at - GN_CHANNEL_QUEUE : at;
}

static uint32_t record_size(uint32_t at) {
  return RECORD_HEAD + channel.ring[at];
}

// What is static above gn_channel_transmit runs with interrupts masked.

static void progress(void) {
  channel.waited = channel.silence = 0;
  channel.timeout = GN_CHANNEL_TIMEOUT;
}

/**
 * Sends again from the oldest message. One that is on its way out is sent to its end. The delimiter keeps the first
 * frame apart from what the link has made of those before.
 */
static void go_back(void) {
  channel.delimit = 1;
  channel.next = 0;
  channel.next_at = channel.head;
  channel.waited = 0;
}

/** Gives up the frame that is being sent; the next one is not to be taken for its end. */
static void cut_off(void) {
  channel.out.length = 0;
  channel.sending = channel.late = 0;
  channel.delimit = 1;
}

static void forget_queue(void) {
  cut_off();
  channel.head = channel.used = channel.next_at = 0;
  channel.base = channel.count = channel.sent = channel.next = 0;
  channel.starved = 0;
  progress();
}

static void count_dropped(uint32_t messages) {
  messages += channel.dropped;
  channel.dropped = (uint16_t)(messages > 0xffff ? 0xffff : messages);
}

static void detach(void) {
  count_dropped(channel.count);
  forget_queue();
  channel.session = 0;
  channel.nonce = 0;
  channel.ack_due = channel.nak_due = 0;
}

static void take_link(uint32_t link) {
  if (channel.link == link) return;
  // What the old link has begun is partly in the big buffer, what the new one has begun in its small one.
  gn_frame_skip(&channel.in[channel.link]);
  gn_frame_skip(&channel.in[link]);
  channel.link = (uint8_t)link;
}

/** The host has everything before sequence number `acknowledged`; anything else than a queued one is ignored. */
static void acknowledge(uint8_t acknowledged) {
  uint32_t covered = (uint8_t)(acknowledged - channel.base);
  if (covered == 0 || covered > channel.sent) return;
  progress();
  if (channel.sending && covered >= channel.sending) {
    // The ring must keep the message that is being sent again until it is out.
    channel.late = 1;
    channel.late_ack = acknowledged;
    covered = channel.sending - 1u;
  }
  if (covered == 0) return;
  if (channel.sending) channel.sending = (uint8_t)(channel.sending - covered);
  channel.base = (uint8_t)(channel.base + covered);
  channel.count = (uint8_t)(channel.count - covered);
  channel.sent = (uint8_t)(channel.sent - covered);
  uint32_t ahead = channel.next > covered ? channel.next - covered : 0;
  channel.next = (uint8_t)ahead;
  while (covered--) {
    uint32_t size = record_size(channel.head);
    channel.used = (uint16_t)(channel.used - size);
    channel.head = (uint16_t)wrap(channel.head + size);
  }
  if (ahead == 0) channel.next_at = channel.head;
  if (channel.starved) {
    channel.starved = 0;
    channel.nak_due = 1;
  }
}

static int has_something_to_send(void) {
  if (!gn_frame_is_sent(&channel.out) || channel.lost_due) return 1;
  return channel.session && (channel.next < channel.count || channel.ack_due || channel.nak_due);
}

static void begin_control(uint32_t type, uint32_t session) {
  uint8_t header[GN_FRAME_HEADER_SIZE] = {(uint8_t)type, (uint8_t)session, 0, channel.expected};
  gn_frame_begin(&channel.out, header, 0, 0, 0, 0);
}

static void begin_queued(void) {
  uint32_t at = channel.next_at;
  uint32_t length = channel.ring[at];
  uint8_t header[GN_FRAME_HEADER_SIZE] = {channel.ring[wrap(at + 1)], channel.session,
                                          (uint8_t)(channel.base + channel.next), channel.expected};
  uint32_t payload = wrap(at + RECORD_HEAD);
  uint32_t to_end = GN_CHANNEL_QUEUE - payload;
  uint32_t first = length < to_end ? length : to_end;
  gn_frame_begin(&channel.out, header, channel.ring + payload, first, channel.ring, length - first);
  channel.sending = ++channel.next;
  channel.next_at = (uint16_t)wrap(at + RECORD_HEAD + length);
  if (channel.sent < channel.next) {
    if (channel.sent == 0) channel.waited = 0;
    channel.sent = channel.next;
  }
}

/** Chooses the next frame. What the host asked for goes first, an acknowledgement travels with any frame. */
static void begin_frame(void) {
  if (channel.lost_due) {
    begin_control(GN_MESSAGE_LOST, channel.lost_due);
    channel.lost_due = 0;
    return;
  }
  if (channel.nak_due) {
    begin_control(GN_MESSAGE_NAK, channel.session);
  } else if (channel.next < channel.count) {
    begin_queued();
  } else {
    begin_control(GN_MESSAGE_ACK, channel.session);
  }
  channel.ack_due = channel.nak_due = 0;
}

/** What waited for the frame to be out. */
static void end_frame(void) {
  if (!channel.sending) return;
  channel.sending = 0;
  if (channel.late) {
    channel.late = 0;
    acknowledge(channel.late_ack);
  }
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
      if (gn_frame_is_sent(&channel.out)) end_frame();
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

/** Something between the messages that were accepted and this moment was lost: asks for it, once. */
static void ask_again(void) {
  if (!channel.session || channel.nak_given) return;
  channel.nak_given = 1;
  channel.nak_due = 1;
}

static void take_hello(uint32_t link, uint32_t session, const uint32_t *payload, uint32_t length) {
  if (length != GN_MESSAGE_HELLO_SIZE || session == 0 || session != (payload[0] & 0xff)) return;
  uint32_t mask = gn_port_mask();
  int again = channel.session && channel.nonce == payload[0];
  if (again) {
    // The host has not seen our answer yet.
    cut_off();
    go_back();
    channel.ack_due = 1;
  } else {
    detach();
    channel.session = (uint8_t)session;
    channel.nonce = payload[0];
    channel.expected = 0;
    channel.nak_given = channel.lost_due = 0;
  }
  take_link(link);
  gn_port_unmask(mask);
  if (!again) gn_channel_on_attach();
}

static void take_sequenced(uint32_t type, uint8_t sequence, const uint8_t *payload, uint32_t length) {
  uint8_t ahead = (uint8_t)(sequence - channel.expected);
  if (ahead == 0) {
    if (gn_channel_on_message(type, payload, length)) {
      channel.expected++;
      channel.nak_given = 0;
      channel.ack_due = 1;
    } else {
      channel.starved = 1;
    }
  } else if (ahead < 0x80) {
    if (!channel.starved) ask_again();
  } else {
    // Once more what was accepted before: the acknowledgement was lost.
    channel.ack_due = 1;
  }
}

static void take_frame(uint32_t link, const uint32_t *words, uint32_t length) {
  const uint8_t *frame = (const uint8_t *)words;
  if (!gn_frame_is_intact(frame, length)) {
    if (link == channel.link) ask_again();
    return;
  }
  const uint32_t *payload = words + GN_FRAME_HEADER_SIZE / 4;
  uint32_t payload_length = length - GN_FRAME_HEADER_SIZE - GN_FRAME_CHECK_SIZE;
  if (frame[TYPE] == GN_MESSAGE_HELLO) {
    take_hello(link, frame[SESSION], payload, payload_length);
    return;
  }
  if (link != channel.link || frame[SESSION] == 0) return;
  if (frame[SESSION] != channel.session) {
    channel.lost_due = frame[SESSION];
    return;
  }
  uint32_t mask = gn_port_mask();
  acknowledge(frame[ACKNOWLEDGED]);
  if (frame[TYPE] == GN_MESSAGE_NAK) go_back();
  gn_port_unmask(mask);
  if (frame[TYPE] >= GN_FIRST_SEQUENCED_TYPE) {
    take_sequenced(frame[TYPE], frame[SEQUENCE], (const uint8_t *)payload, payload_length);
  } else if (frame[TYPE] == GN_MESSAGE_STOP && payload_length == GN_MESSAGE_STOP_SIZE) {
    gn_channel_on_stop(payload[0]);
  }
}

void gn_channel_receive(uint32_t link, const uint8_t *bytes, uint32_t length) {
  if (link >= GN_CHANNEL_LINKS) return;
  // With no host attached, the link that speaks gets the big buffer, so that any frame can be answered by `lost`.
  if (!channel.session && gn_frame_is_sent(&channel.out)) take_link(link);
  while (length--) {
    int owner = link == channel.link;
    uint32_t *frame = owner ? channel.frame : channel.small[link];
    uint32_t room = owner ? GN_FRAME_HEADER_SIZE + GN_MAX_PAYLOAD + GN_FRAME_CHECK_SIZE : SMALL_FRAME;
    struct gn_frame_in *in = &channel.in[link];
    switch (gn_frame_take(in, *bytes++, (uint8_t *)frame, room)) {
      case GN_FRAME_COMPLETE:
        take_frame(link, frame, in->length);
        break;
      case GN_FRAME_DAMAGED:
        if (owner) ask_again();
        break;
      case GN_FRAME_NONE:
        break;
    }
  }
  send_what_there_is();
}

static void append(const void *from, uint32_t length) {
  const uint8_t *bytes = from;
  while (length--) channel.ring[wrap(channel.head + channel.used++)] = *bytes++;
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
    uint8_t record[RECORD_HEAD] = {(uint8_t)length, (uint8_t)type};
    append(record, RECORD_HEAD);
    append(head, head_length);
    append(tail, tail_length);
    if (channel.count++ == 0) progress();
  } else if (!attached) {
    count_dropped(1);
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
  int idle = channel.count == 0 && !has_something_to_send();
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
  if (link < GN_CHANNEL_LINKS) gn_frame_skip(&channel.in[link]);
  if (link == channel.link) detach();
  gn_port_unmask(mask);
}

void gn_channel_tick(void) {
  uint32_t mask = gn_port_mask();
  int waiting = channel.session && channel.count;
  if (waiting) {
    channel.silence++;
    if (channel.sent && ++channel.waited >= channel.timeout) {
      go_back();
      uint32_t timeout = channel.timeout * 2u;
      channel.timeout = (uint16_t)(timeout > GN_CHANNEL_LONGEST_TIMEOUT ? GN_CHANNEL_LONGEST_TIMEOUT : timeout);
    }
    if (channel.silence >= GN_CHANNEL_PATIENCE) {
      detach();
      waiting = 0;
    }
  }
  gn_port_unmask(mask);
  if (waiting) {
    gn_port_request_tick();
    send_what_there_is();
  }
}

void gn_channel_init(void) {
  uint32_t mask = gn_port_mask();
  for (uint32_t link = 0; link < GN_CHANNEL_LINKS; link++) gn_frame_skip(&channel.in[link]);
  detach();
  channel.dropped = 0;
  channel.delimit = 1;
  channel.lost_due = 0;
  channel.link = 0;
  gn_port_unmask(mask);
}
