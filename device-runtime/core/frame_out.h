// Sending frames: COBS and check sum are made while the transmitter pulls, straight from where the payload lies,
// so that no frame is ever held twice.
#ifndef GN_FRAME_OUT_H
#define GN_FRAME_OUT_H

#include <stdint.h>

#include "generated/messages.h"

/** A frame that is being sent. All zero: none. The payload is in up to two pieces, because the queue is a ring. */
struct gn_frame_out {
  const uint8_t *first, *second;
  uint32_t crc;
  uint16_t length;        // of the frame without COBS, 0 if no frame is being sent
  uint16_t position;      // of the next byte to give
  uint8_t first_length;   // bytes of the payload in the first piece
  uint8_t run;            // bytes left of the current COBS block
  uint8_t header[GN_FRAME_HEADER_SIZE];
};

/** Begins a frame. The payload must stay in place until gn_frame_is_sent. */
void gn_frame_begin(struct gn_frame_out *out, const uint8_t header[GN_FRAME_HEADER_SIZE], const uint8_t *first,
                    uint32_t first_length, const uint8_t *second, uint32_t second_length);

static inline int gn_frame_is_sent(const struct gn_frame_out *out) {
  return out->length == 0;
}

/** Gives the next bytes of the frame, at most `room`, with the delimiter at the end; returns how many. */
uint32_t gn_frame_pull(struct gn_frame_out *out, uint8_t *bytes, uint32_t room);

#endif
