// Receiving frames (docs/protocol.md): bytes are collected up to the delimiter, then undone in place.
#ifndef GN_FRAME_IN_H
#define GN_FRAME_IN_H

#include <stdint.h>

#include "generated/messages.h"

enum {
  /** Bytes of the longest frame in COBS form, without the delimiter. */
  GN_FRAME_ROOM = GN_FRAME_HEADER_SIZE + GN_MAX_PAYLOAD + GN_FRAME_CHECK_SIZE + 1,
  /** Instead of a number of collected bytes: the rest up to the next delimiter is not a frame. */
  GN_FRAME_SKIP = 0xffff,
};

/**
 * Undoes COBS in place and checks the frame. Returns the length of the payload, which is behind the header then, or
 * -1 if it is not an intact frame.
 */
int32_t gn_frame_decode(uint8_t *bytes, uint32_t length);

#endif
