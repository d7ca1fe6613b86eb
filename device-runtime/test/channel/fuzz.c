// Throws random bytes, and well-formed frames with hostile contents, at the channel while it sends. The sanitizers
// judge memory and arithmetic; this program, that whatever is transmitted is whole frames with right check sums.
// Arguments: seed, number of steps.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "channel.h"
#include "frame_in.h"
#include "frame_out.h"
#include "test_port.h"

static uint32_t state;
static uint32_t attached, delivered, stopped, sent_frames;

/** xorshift32 (Marsaglia, 2003). */
static uint32_t random_below(uint32_t limit) {
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state % limit;
}

void gn_channel_on_attach(void) {
  struct gn_ident_message ident = {.version = 1};
  attached++;
  gn_channel_send(GN_MESSAGE_IDENT, &ident, GN_MESSAGE_IDENT_SIZE, 0, 0);
}

void gn_channel_on_stop(uint32_t call) {
  stopped += call != 0xdeadbeef;
}

bool gn_channel_on_message(uint32_t type, const uint8_t *payload, uint32_t length) {
  if (type < GN_FIRST_SEQUENCED_TYPE || length > GN_MAX_PAYLOAD || ((uintptr_t)payload & 3)) abort();
  uint32_t sum = 0;
  for (uint32_t i = 0; i < length; i++) sum += payload[i];
  delivered++;
  if (random_below(8) == 0) return false;
  return gn_channel_send(GN_MESSAGE_DATA, &sum, 4, payload, length > 200 ? 200 : length);
}

static uint8_t wire[600];
static uint8_t session = 1, sequence;

/** A frame as an attacker would make it, sometimes damaged; returns its length on the wire. */
static uint32_t hostile_frame(void) {
  static const uint8_t types[] = {1, 2, 3, 4, 5, 0x10, 0x12, 0x13, 0x26, 0xff};
  uint8_t frame[GN_FRAME_HEADER_SIZE + GN_MAX_PAYLOAD];
  uint8_t *payload = frame + GN_FRAME_HEADER_SIZE;
  uint32_t length = random_below(4) ? random_below(12) : random_below(GN_MAX_PAYLOAD + 1);
  for (uint32_t i = 0; i < length; i++) payload[i] = (uint8_t)(random_below(3) ? random_below(256) : 0);
  uint8_t type = types[random_below(sizeof types)];
  if (type == GN_MESSAGE_HELLO && random_below(4)) {
    length = 4;
    if (random_below(2)) session = (uint8_t)random_below(4);
    payload[0] = session;
    sequence = 0;
  }
  if (random_below(4) == 0) sequence = (uint8_t)random_below(256);
  frame[0] = type;
  frame[1] = random_below(8) ? session : (uint8_t)random_below(256);
  frame[2] = sequence;
  frame[3] = (uint8_t)random_below(random_below(2) ? 16 : 256);
  if (type >= GN_FIRST_SEQUENCED_TYPE) sequence++;
  struct gn_frame_out out = {0};
  gn_frame_begin(&out, frame, GN_FRAME_HEADER_SIZE + length);
  uint32_t size = gn_frame_pull(&out, wire, sizeof wire);
  switch (random_below(12)) {
    case 0:
      wire[random_below(size)] = (uint8_t)random_below(256);
      break;
    case 1:
      size = random_below(size);
      break;
    case 2:
      out.length = 0;
      gn_frame_begin(&out, frame, GN_FRAME_HEADER_SIZE + length);
      size += gn_frame_pull(&out, wire + size, (uint32_t)sizeof wire - size);
      break;
    default:
      break;
  }
  return size;
}

static uint32_t noise(void) {
  uint32_t length = random_below(sizeof wire);
  uint32_t zeros = 1 + random_below(100);
  for (uint32_t i = 0; i < length; i++) wire[i] = (uint8_t)(random_below(zeros) ? random_below(256) : 0);
  return length;
}

/** Pulls from both links and counts the frames that come. Some may have been cut off. */
static void drain(void) {
  static uint8_t frames[GN_CHANNEL_LINKS][300];
  static uint32_t collected[GN_CHANNEL_LINKS];
  for (uint32_t link = 0; link < GN_CHANNEL_LINKS; link++) {
    uint8_t bytes[64];
    for (uint32_t left = random_below(20); left--;) {
      uint32_t room = 1 + random_below(64);
      uint32_t given = gn_channel_transmit(link, bytes, room);
      if (given > room) abort();
      if (given == 0) break;
      for (uint32_t i = 0; i < given; i++) {
        if (bytes[i]) {
          if (collected[link] == GN_FRAME_ROOM) abort();
          frames[link][collected[link]++] = bytes[i];
        } else {
          if (collected[link] && gn_frame_decode(frames[link], collected[link]) >= 0) sent_frames++;
          collected[link] = 0;
        }
      }
    }
  }
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  state = (uint32_t)strtoul(arguments[1], 0, 10) | 1;
  gn_channel_init();
  for (long steps = strtol(arguments[2], 0, 10); steps--;) {
    switch (random_below(16)) {
      case 0:
        gn_channel_receive(random_below(3), wire, noise());
        break;
      case 1:
        if (random_below(40) == 0) gn_channel_detach(random_below(3));
        break;
      case 2:
      case 3:
        for (uint32_t ticks = random_below(60); ticks--;) gn_channel_tick();
        break;
      case 4:
      case 5: {
        uint8_t bytes[300] = {1};
        uint32_t head = random_below(64);
        gn_channel_send(0x23, bytes, head, bytes + head, random_below(random_below(10) ? 100 : 236));
        break;
      }
      default: {
        uint32_t size = hostile_frame();
        uint32_t link = random_below(12) == 0;
        uint32_t first = random_below(size + 1);
        gn_channel_receive(link, wire, first);
        if (random_below(4) == 0) drain();
        gn_channel_receive(link, wire + first, size - first);
      }
    }
    if (random_below(3) == 0) drain();
  }
  // A fuzzer that never gets through the door tests nothing.
  if (attached < 10 || delivered < 10 || stopped < 10 || sent_frames < 100) {
    printf("attached %u, delivered %u, stopped %u, frames %u\n", attached, delivered, stopped, sent_frames);
    return 3;
  }
  puts("ok");
  return 0;
}
