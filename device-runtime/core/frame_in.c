// See frame_in.h. COBS: S. Cheshire and M. Baker, Consistent Overhead Byte Stuffing, 1999.
#include "frame_in.h"

#include "crc32.h"

/** The length of what `length` bytes of COBS stand for, which replaces them; 0 if they are not COBS. */
static uint32_t undo_cobs(uint8_t *bytes, uint32_t length) {
  const uint8_t *from = bytes;
  const uint8_t *end = bytes + length;
  uint8_t *to = bytes;
  for (;;) {
    uint32_t code = *from++;
    if (code > (uint32_t)(end - from) + 1) return 0;
    for (uint32_t run = code; --run;) *to++ = *from++;
    if (from == end) return (uint32_t)(to - bytes);
    if (code != 0xff) *to++ = 0;
  }
}

int32_t gn_frame_decode(uint8_t *bytes, uint32_t length) {
  enum { OVERHEAD = GN_FRAME_HEADER_SIZE + GN_FRAME_CHECK_SIZE };
  length = undo_cobs(bytes, length);
  // The CRC of bytes with their CRC behind them is always the same number.
  if (length < OVERHEAD || gn_crc32(bytes, length) != GN_CRC32_RESIDUE) return -1;
  return (int32_t)(length - OVERHEAD);
}
