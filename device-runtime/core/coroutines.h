// Coroutines: code that waits in the middle, while what called it goes on.
#ifndef GN_COROUTINES_H
#define GN_COROUTINES_H

#include <stdint.h>

#include "generated/abi.h"

/** What gn_resume pushes first; the frames of the coroutine are below. */
struct gn_resumption {
  uint32_t outer;    // that of the coroutine that resumed this one, 0 if none
  gn_ref coroutine;
  uint32_t handler;  // the exception handler of what resumed it
};

/** Address of the innermost resumption on the user stack, 0 if no coroutine runs. */
extern uint32_t gn_resumption;

/** Keeps the frames from the stack pointer up to the resumption in the coroutine; then it waits. */
void gn_save_frames(uint32_t sp);

/** The frames have been put back below the resumption, elsewhere on the stack: mends their chain of handlers. */
void gn_relink_frames(void);

#endif
