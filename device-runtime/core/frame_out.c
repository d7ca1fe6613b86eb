// See frame_out.h.
#include "frame_out.h"

#include "crc32.h"

void gn_frame_begin(struct gn_frame_out *out, const uint8_t header[GN_FRAME_HEADER_SIZE], const uint8_t *first,
                    uint32_t first_length, const uint8_t *second, uint32_t second_length) {
  for (uint32_t i = 0; i < GN_FRAME_HEADER_SIZE; i++) out->header[i] = header[i];
  out->first = first;
  out->second = second;
  out->first_length = (uint8_t)first_length;
  uint32_t crc = gn_crc32(0, header, GN_FRAME_HEADER_SIZE);
  crc = gn_crc32(crc, first, first_length);
  out->crc = gn_crc32(crc, second, second_length);
  out->length = (uint16_t)(GN_FRAME_HEADER_SIZE + first_length + second_length + GN_FRAME_CHECK_SIZE);
  out->position = 0;
  out->run = 0;
}

/** A byte of the frame before COBS. */
static uint8_t byte_at(const struct gn_frame_out *out, uint32_t position) {
  if (position < GN_FRAME_HEADER_SIZE) return out->header[position];
  uint32_t check = out->length - GN_FRAME_CHECK_SIZE;
  if (position >= check) return (uint8_t)(out->crc >> (8 * (position - check)));
  position -= GN_FRAME_HEADER_SIZE;
  return position < out->first_length ? out->first[position] : out->second[position - out->first_length];
}

/**
 * The next byte of the COBS form. A zero at the frame's end is imagined, so that each block is the bytes up to the
 * next zero, preceded by their number plus one. Frames are too short for a block to need splitting.
 */
static uint8_t next(struct gn_frame_out *out) {
  if (out->run) {
    out->run--;
    uint8_t byte = byte_at(out, out->position++);
    if (out->run == 0) out->position++;  // over the zero that the block's code stands for
    return byte;
  }
  if (out->position > out->length) {
    out->length = 0;
    return 0;
  }
  uint32_t end = out->position;
  while (end < out->length && byte_at(out, end) != 0) end++;
  out->run = (uint8_t)(end - out->position);
  if (out->run == 0) out->position++;
  return (uint8_t)(out->run + 1);
}

uint32_t gn_frame_pull(struct gn_frame_out *out, uint8_t *bytes, uint32_t room) {
  uint32_t given = 0;
  while (given < room && out->length) bytes[given++] = next(out);
  return given;
}
