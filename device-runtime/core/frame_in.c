// See frame_in.h. COBS: S. Cheshire and M. Baker, Consistent Overhead Byte Stuffing, 1999.
#include "frame_in.h"

#include "crc32.h"
#include "generated/messages.h"

enum { LONGEST_BLOCK = 0xff };  // its code byte; such a block is not followed by a zero

static void append(struct gn_frame_in *in, uint8_t byte, uint8_t *buffer, uint32_t room) {
  if (in->length < room) {
    buffer[in->length++] = byte;
  } else {
    in->broken = 1;
  }
}

enum gn_frame_event gn_frame_take(struct gn_frame_in *in, uint8_t byte, uint8_t *buffer, uint32_t room) {
  if (byte == 0) {
    int empty = in->code == 0 && !in->broken;
    int whole = !in->broken && in->block == 0;
    in->block = in->code = in->broken = 0;
    if (empty) in->length = 0;
    return empty ? GN_FRAME_NONE : whole ? GN_FRAME_COMPLETE : GN_FRAME_DAMAGED;
  }
  if (in->broken) return GN_FRAME_NONE;
  if (in->code == 0) in->length = 0;
  if (in->block) {
    in->block--;
    append(in, byte, buffer, room);
  } else {
    if (in->code != 0 && in->code != LONGEST_BLOCK) append(in, 0, buffer, room);
    in->code = byte;
    in->block = (uint8_t)(byte - 1);
  }
  return GN_FRAME_NONE;
}

void gn_frame_skip(struct gn_frame_in *in) {
  in->broken = 1;
}

int gn_frame_is_intact(const uint8_t *frame, uint32_t length) {
  if (length < GN_FRAME_HEADER_SIZE + GN_FRAME_CHECK_SIZE) return 0;
  const uint8_t *check = frame + length - GN_FRAME_CHECK_SIZE;
  uint32_t crc = (uint32_t)check[0] | (uint32_t)check[1] << 8 | (uint32_t)check[2] << 16 | (uint32_t)check[3] << 24;
  return gn_crc32(0, frame, length - GN_FRAME_CHECK_SIZE) == crc;
}
