// Tests of the frames' C code by itself: check sum, COBS, and what is not a frame.
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "crc32.h"
#include "frame_in.h"
#include "frame_out.h"

static uint8_t frame[256];

static int32_t decode(const uint8_t *encoded, uint32_t length) {
  memcpy(frame, encoded, length);
  return gn_frame_decode(frame, length);
}

static void test_crc(void) {
  // The check value of CRC-32 in every catalogue, and the residue.
  const uint8_t digits[13] = "123456789\x26\x39\xf4\xcb";
  assert(gn_crc32(digits, 9) == 0xcbf43926);
  assert(gn_crc32(digits, 13) == GN_CRC32_RESIDUE);
  assert(gn_crc32(digits, 0) == 0);
}

static void test_not_frames(void) {
  // A frame of a header alone: type 1, session 0x55, numbers 0; then the same damaged in each way that matters.
  const uint8_t whole[] = {3, 1, 0x55, 1, 5, 0x67, 0x45, 0x0a, 0x43};
  uint8_t bytes[4] = {1, 0x55, 0, 0};
  uint32_t crc = gn_crc32(bytes, 4);
  uint8_t good[9];
  memcpy(good, whole, 9);
  for (uint32_t i = 0; i < 4; i++) good[5 + i] = (uint8_t)(crc >> (8 * i));
  assert(decode(good, 9) == 0 && frame[0] == 1 && frame[1] == 0x55 && frame[2] == 0 && frame[3] == 0);
  assert(decode(good, 8) == -1);
  good[7] ^= 1;
  assert(decode(good, 9) == -1);
  const uint8_t cut_short[] = {5, 1, 2};
  assert(decode(cut_short, 3) == -1);
  const uint8_t nothing[] = {1};
  assert(decode(nothing, 1) == -1);
  uint8_t ones[255];
  memset(ones, 1, sizeof ones);
  assert(decode(ones, sizeof ones) == -1);
  memset(ones, 0xff, sizeof ones);
  assert(decode(ones, sizeof ones) == -1);
}

/** Every length, with few and with many zeros, pulled in pieces of every small size. */
static void test_round_trips(void) {
  uint8_t bytes[GN_FRAME_HEADER_SIZE + GN_MAX_PAYLOAD], wire[GN_FRAME_ROOM + 1];
  uint32_t random = 1;
  for (uint32_t length = GN_FRAME_HEADER_SIZE; length <= sizeof bytes; length++) {
    for (uint32_t i = 0; i < length; i++) {
      random = random * 1664525 + 1013904223;
      bytes[i] = length % 3 == 0 ? (uint8_t)(random >> 24 | 1) : random >> 30 ? (uint8_t)(random >> 20) : 0;
    }
    struct gn_frame_out out = {0};
    gn_frame_begin(&out, bytes, length);
    uint32_t given = 0, room = 1 + random % 70;
    while (!gn_frame_is_sent(&out)) {
      uint32_t left = (uint32_t)sizeof wire - given;
      given += gn_frame_pull(&out, wire + given, room < left ? room : left);
    }
    assert(given == length + GN_FRAME_CHECK_SIZE + 2 && wire[given - 1] == 0);
    assert(memchr(wire, 0, given - 1) == 0);
    assert(decode(wire, given - 1) == (int32_t)(length - GN_FRAME_HEADER_SIZE));
    assert(memcmp(frame, bytes, length) == 0);
  }
}

int main(void) {
  test_crc();
  test_not_frames();
  test_round_trips();
  puts("ok");
  return 0;
}
