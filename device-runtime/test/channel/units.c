// Tests of the frames' C code by itself: check sum, COBS, and what is not a frame.
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "crc32.h"
#include "frame_in.h"
#include "frame_out.h"

enum { ROOM = 254 };

static uint8_t decoded[ROOM];

/** Decodes one frame from its COBS form; the event that the delimiter brings. */
static enum gn_frame_event decode(const uint8_t *encoded, uint32_t length, uint32_t *decoded_length) {
  struct gn_frame_in in = {0};
  for (uint32_t i = 0; i < length; i++) assert(gn_frame_take(&in, encoded[i], decoded, ROOM) == GN_FRAME_NONE);
  enum gn_frame_event event = gn_frame_take(&in, 0, decoded, ROOM);
  *decoded_length = in.length;
  return event;
}

static void test_crc(void) {
  // The check value of CRC-32 in every catalogue, and the same in two pieces.
  const uint8_t *digits = (const uint8_t *)"123456789";
  assert(gn_crc32(0, digits, 9) == 0xcbf43926);
  assert(gn_crc32(gn_crc32(0, digits, 4), digits + 4, 5) == 0xcbf43926);
  assert(gn_crc32(0, digits, 0) == 0);
}

static void test_cobs_examples(void) {
  static const struct {
    uint8_t encoded[8], encoded_length, bytes[8], length;
  } examples[] = {
      {{1, 1}, 2, {0}, 1},
      {{1, 1, 1}, 3, {0, 0}, 2},
      {{3, 0x11, 0x22, 2, 0x33}, 5, {0x11, 0x22, 0, 0x33}, 4},
      {{2, 0x11, 1, 1, 1}, 5, {0x11, 0, 0, 0}, 4},
      {{5, 0x11, 0x22, 0x33, 0x44}, 5, {0x11, 0x22, 0x33, 0x44}, 4},
  };
  for (uint32_t i = 0; i < sizeof examples / sizeof *examples; i++) {
    uint32_t length;
    assert(decode(examples[i].encoded, examples[i].encoded_length, &length) == GN_FRAME_COMPLETE);
    assert(length == examples[i].length && memcmp(decoded, examples[i].bytes, length) == 0);
  }
}

static void test_not_frames(void) {
  uint32_t length;
  const uint8_t cut_short[] = {5, 1, 2};
  assert(decode(cut_short, 3, &length) == GN_FRAME_DAMAGED);
  assert(decode(0, 0, &length) == GN_FRAME_NONE);
  uint8_t too_long[300];
  memset(too_long, 1, sizeof too_long);
  assert(decode(too_long, sizeof too_long, &length) == GN_FRAME_DAMAGED);
  assert(length <= ROOM);
  // After a skip the rest of a frame is not taken for one, and the next one is.
  struct gn_frame_in in = {0};
  gn_frame_skip(&in);
  assert(gn_frame_take(&in, 1, decoded, ROOM) == GN_FRAME_NONE);
  assert(gn_frame_take(&in, 0, decoded, ROOM) == GN_FRAME_DAMAGED);
  assert(gn_frame_take(&in, 2, decoded, ROOM) == GN_FRAME_NONE);
  assert(gn_frame_take(&in, 9, decoded, ROOM) == GN_FRAME_NONE);
  assert(gn_frame_take(&in, 0, decoded, ROOM) == GN_FRAME_COMPLETE);
  assert(in.length == 1 && decoded[0] == 9);
  // Short or with a wrong check sum.
  const uint8_t short_frame[7] = {0};
  assert(!gn_frame_is_intact(short_frame, 7));
  const uint8_t wrong[8] = {1, 1, 0, 0, 1, 2, 3, 4};
  assert(!gn_frame_is_intact(wrong, 8));
}

/** Every length and every split of the payload, with few and with many zeros, pulled in pieces of every small size. */
static void test_round_trips(void) {
  uint8_t payload[GN_MAX_PAYLOAD], wire[ROOM + 2];
  const uint8_t header[GN_FRAME_HEADER_SIZE] = {0x10, 7, 0, 9};
  uint32_t random = 1;
  for (uint32_t length = 0; length <= GN_MAX_PAYLOAD; length++) {
    for (uint32_t i = 0; i < length; i++) {
      random = random * 1664525 + 1013904223;
      payload[i] = length % 3 == 0 ? (uint8_t)(random >> 24 | 1) : random >> 30 ? (uint8_t)(random >> 20) : 0;
    }
    struct gn_frame_out out = {0};
    uint32_t split = random % (length + 1);
    gn_frame_begin(&out, header, payload, split, payload + split, length - split);
    uint32_t given = 0, room = 1 + random % 70;
    while (!gn_frame_is_sent(&out)) {
      uint32_t left = (uint32_t)sizeof wire - given;
      given += gn_frame_pull(&out, wire + given, room < left ? room : left);
    }
    assert(given == GN_FRAME_HEADER_SIZE + length + GN_FRAME_CHECK_SIZE + 2 && wire[given - 1] == 0);
    uint32_t got;
    assert(decode(wire, given - 1, &got) == GN_FRAME_COMPLETE && gn_frame_is_intact(decoded, got));
    assert(got == GN_FRAME_HEADER_SIZE + length + GN_FRAME_CHECK_SIZE);
    assert(memcmp(decoded, header, GN_FRAME_HEADER_SIZE) == 0);
    assert(memcmp(decoded + GN_FRAME_HEADER_SIZE, payload, length) == 0);
  }
}

int main(void) {
  test_crc();
  test_cobs_examples();
  test_not_frames();
  test_round_trips();
  puts("ok");
  return 0;
}
