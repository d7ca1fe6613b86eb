// Receiving frames: COBS is undone byte by byte as the bytes arrive (docs/protocol.md).
#ifndef GN_FRAME_IN_H
#define GN_FRAME_IN_H

#include <stdint.h>

/** What has arrived of a frame. All zero is the state before a frame. */
struct gn_frame_in {
  uint16_t length;  // bytes decoded so far
  uint8_t block;    // bytes of the current COBS block that are still to come
  uint8_t code;     // first byte of that block; 0 at the beginning of a frame
  uint8_t broken;   // too long, or begun in its middle: skipped up to the next delimiter
};

/** What a byte has ended. */
enum gn_frame_event { GN_FRAME_NONE, GN_FRAME_COMPLETE, GN_FRAME_DAMAGED };

/**
 * Takes the next byte of the link, and decodes into `buffer`, which has room for `room` bytes. A frame is COMPLETE
 * if its COBS form is whole: in->length bytes are then in the buffer until the next call. Its contents are not
 * checked yet (gn_frame_is_intact).
 */
enum gn_frame_event gn_frame_take(struct gn_frame_in *in, uint8_t byte, uint8_t *buffer, uint32_t room);

/** Makes the decoder wait for the next delimiter. */
void gn_frame_skip(struct gn_frame_in *in);

/** Whether a complete frame has a header and the right check sum. */
int gn_frame_is_intact(const uint8_t *frame, uint32_t length);

#endif
