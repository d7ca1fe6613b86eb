// See frame_out.h.
#include "frame_out.h"

#include "crc32.h"

void gn_frame_begin(struct gn_frame_out *out, const uint8_t *bytes, uint32_t length) {
  out->bytes = bytes;
  out->crc = gn_crc32(bytes, length);
  out->length = (uint16_t)(length + GN_FRAME_CHECK_SIZE);
  out->position = 0;
  out->run = 0;
}

/** A byte of the frame before COBS; 0 behind its end. */
static uint32_t byte_at(const struct gn_frame_out *out, uint32_t position) {
  uint32_t check = out->length - (uint32_t)GN_FRAME_CHECK_SIZE;
  if (position < check) return out->bytes[position];
  uint32_t crc = out->crc;
  for (; position > check; position--) crc >>= 8;
  return crc & 0xff;
}

uint32_t gn_frame_pull(struct gn_frame_out *out, uint8_t *bytes, uint32_t room) {
  uint32_t given = 0;
  while (given < room && out->length) {
    uint32_t byte = 0;
    if (out->run) {
      byte = byte_at(out, out->position++);
      out->run--;
    } else if (out->position > out->length) {
      out->length = 0;  // this zero is the delimiter
    } else {
      // Each block is the bytes up to the next zero, preceded by their number plus one; a zero is imagined at the
      // frame's end. Frames are too short for a block to need splitting. The zero itself is passed over by
      // counting it when the block begins.
      uint32_t end = out->position;
      while (end < out->length && byte_at(out, end)) end++;
      out->run = (uint16_t)(end - out->position);
      byte = out->run + 1u;
    }
    bytes[given++] = (uint8_t)byte;
    if (out->run == 0) out->position++;
  }
  return given;
}
