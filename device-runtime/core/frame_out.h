// Sending frames: COBS and check sum are made while the transmitter pulls, so that no frame is ever held twice.
#ifndef GN_FRAME_OUT_H
#define GN_FRAME_OUT_H

#include <stdint.h>

#include "generated/messages.h"

/** A frame that is being sent. All zero: none. */
struct gn_frame_out {
  const uint8_t *bytes;  // header and payload
  uint32_t crc;
  uint16_t length;    // of the frame without COBS, check sum included; 0 if no frame is being sent
  uint16_t position;  // of the next byte to give
  uint16_t run;       // bytes left of the current COBS block
};

/** Begins a frame from its header and payload, which must stay until it is sent (or out->bytes follow them). */
void gn_frame_begin(struct gn_frame_out *out, const uint8_t *bytes, uint32_t length);

static inline int gn_frame_is_sent(const struct gn_frame_out *out) {
  return out->length == 0;
}

/** Gives the next bytes of the frame, at most `room`, with the delimiter at the end; returns how many. */
uint32_t gn_frame_pull(struct gn_frame_out *out, uint8_t *bytes, uint32_t room);

#endif
