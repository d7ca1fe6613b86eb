// A coroutine runs on the stack like any code. When it waits, its frames, from the resumption down to the stack pointer,
// are copied into the heap, and back when it goes on, perhaps to another place: nothing in frames of compiled code
// depends on where they are, but for the chain of exception handlers (exceptions.h), each the address of an outer one.
// In saved frames, that is the distance from the resumption, and 0 for the handler outside.
#include "coroutines.h"

#include "exceptions.h"
#include "values/heap.h"

_Static_assert(GN_CLOSURE_CODE == 4 && GN_COROUTINE_BODY == 8 && GN_COROUTINE_FRAMES == 12, "as in context.S");
_Static_assert(GN_FRAMES_BYTES == 4 && GN_FRAMES_HANDLER == 8 && GN_FRAMES_BEGIN == 12, "as in context.S");
_Static_assert(offsetof(struct gn_resumption, coroutine) == 4 && offsetof(struct gn_resumption, handler) == 8, "as in context.S");

uint32_t gn_resumption;

static gn_ref *frames_of(gn_ref coroutine) {
  return gn_at(coroutine + GN_COROUTINE_FRAMES);
}

static uint32_t *word_at(uint32_t address) {
  return gn_at(address);
}

gn_ref gn_coroutine(void) {
  if (!gn_resumption) return 0;
  const struct gn_resumption *resumption = gn_at(gn_resumption);
  return resumption->coroutine;
}

void gn_save_frames(uint32_t sp) {
  const struct gn_resumption *resumption = gn_at(gn_resumption);
  uint32_t bytes = gn_resumption - sp;
  gn_ref *held = frames_of(resumption->coroutine);
  gn_ref saved = *held;
  uint32_t needed = GN_FRAMES_BEGIN + bytes;
  if (!saved || *word_at(saved) >> GN_HEADER_SIZE_SHIFT << 2 < needed) {
    *held = saved = gn_alloc(GN_OBJECT_FRAMES, needed);
  }
  uint32_t *link = word_at(saved + GN_FRAMES_HANDLER);
  memcpy(gn_at(saved + GN_FRAMES_BEGIN), gn_at(sp), bytes);
  uint32_t handler = gn_handler;
  while (handler != resumption->handler) {
    *link = handler - gn_resumption;
    link = word_at(saved + GN_FRAMES_BEGIN + (handler - sp));
    handler = *word_at(handler);
  }
  *link = 0;
  // Last: stopped before, the coroutine has ended.
  *word_at(saved + GN_FRAMES_BYTES) = bytes;
  gn_handler = resumption->handler;
}

void gn_relink_frames(void) {
  const struct gn_resumption *resumption = gn_at(gn_resumption);
  uint32_t *link = &gn_handler;
  uint32_t distance = *word_at(*frames_of(resumption->coroutine) + GN_FRAMES_HANDLER);
  while (distance) {
    *link = gn_resumption + distance;
    link = word_at(*link);
    distance = *link;
  }
  *link = resumption->handler;
}
