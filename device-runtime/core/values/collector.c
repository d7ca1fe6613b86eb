// Marking and sweeping. Roots (stack, registers, globals) are scanned conservatively: a word that points into
// an object keeps it. Inside the heap, the kinds of objects.ts say where references are.
// Sweeping is one exchange of the two bitmaps: what was not marked no longer starts anywhere.
#include "heap.h"

#include "../port_values.h"

// A redzone between stack variables is not ours to read, says AddressSanitizer; a conservative scan must.
#if defined(__SANITIZE_ADDRESS__)
#define UNCHECKED __attribute__((no_sanitize_address, noinline))
#else
#define UNCHECKED __attribute__((noinline))
#endif

static uint32_t holds_references(uint32_t kind) {
  return ((1u << GN_OBJECT_REFS | 1u << GN_OBJECT_ARRAY | 1u << GN_OBJECT_CLOSURE |
           1u << GN_OBJECT_OBJECT | 1u << GN_OBJECT_FRAMES | 1u << GN_OBJECT_VIEW) >>
          kind) &
         1;
}

/** Marks an object, given where it starts. */
static void mark(uint32_t object) {
  struct gn_heap *heap = &gn_heap;
  uint32_t granule = (object - heap->begin) >> 3;
  uint32_t bit = 1u << (granule & 31);
  uint32_t *word = &heap->marks[granule >> 5];
  if (*word & bit) return;
  *word |= bit;
  uint32_t header = *(uint32_t *)gn_at(object);
  uint32_t bytes = gn_footprint(header);
  heap->used += bytes;
  if (holds_references(header & 15)) {
    *(uint32_t *)gn_at(object + bytes - 4) = heap->pending;
    heap->pending = object;
  }
}

/** Marks the object that an address lies in, if it lies in any. */
static void mark_around(uint32_t address) {
  const struct gn_heap *heap = &gn_heap;
  uint32_t offset = address - heap->begin;
  if (offset >= heap->span) return;
  uint32_t granule = offset >> 3;
  uint32_t index = granule >> 5;
  uint32_t below = granule & 31;
  uint32_t bits = heap->starts[index] << (31 - below);
  while (bits == 0) {
    if (index == 0) return;
    bits = heap->starts[--index];
    below = 31;
  }
  while (!(bits >> 31)) {
    bits <<= 1;
    below--;
  }
  uint32_t object = heap->begin + (((index << 5) + below) << 3);
  if (address - object < gn_footprint(*(uint32_t *)gn_at(object))) mark(object);
}

/** Marks what the words of a range may refer to. */
UNCHECKED static void mark_range(const uint32_t *begin, const uint32_t *end) {
  while (begin < end) mark_around(*begin++);
}

/** Looks into objects until none is left. */
static void mark_pending(void) {
  struct gn_heap *heap = &gn_heap;
  while (heap->pending) {
    uint32_t object = heap->pending;
    uint32_t header = *(uint32_t *)gn_at(object);
    uint32_t end = object + ((header >> GN_HEADER_SIZE_SHIFT) << 2);
    uint32_t kind = header & 15;
    heap->pending = *(uint32_t *)gn_at(object + gn_footprint(header) - 4);
    // An array refers to its buffer's payload, one word behind the header that all other references mean.
    uint32_t begin = heap->begin + (kind == GN_OBJECT_ARRAY ? GN_HEADER_SIZE : 0);
    // Which words are references: of objects with properties, those that the class says; else all. The sign stays.
    int32_t references = -1;
    if (kind >= GN_OBJECT_OBJECT) {
      if (kind == GN_OBJECT_OBJECT) {
        uint32_t described = *(uint32_t *)gn_at(object + GN_OBJECT_CLASS);
        references = *(int32_t *)gn_at(described + GN_CLASS_REFERENCES);
      } else if (kind == GN_OBJECT_FRAMES) {
        // Any word of the frames may be a reference.
        const uint32_t *frames = gn_at(object + GN_FRAMES_BEGIN);
        mark_range(frames, frames + (*(const uint32_t *)gn_at(object + GN_FRAMES_BYTES) >> 2));
        continue;
      } else {
        references = 2;  // of a view: its owner, behind the address of the elements
      }
    }
    for (object += kind == GN_OBJECT_REFS ? 4 : 8; object < end; object += 4, references >>= 1) {
      uint32_t offset = *(uint32_t *)gn_at(object) - begin;
      if ((references & 1) && offset < heap->span) mark(heap->begin + offset);
    }
  }
}

/** The part of a collection that runs when all registers that may hold references are in the stack. */
static __attribute__((noinline)) void collect_below(void) {
  struct gn_heap *heap = &gn_heap;
  uint32_t bottom = 0;  // the stack grows down to here
  gn_heap_publish();
  memset(heap->marks, 0, heap->span >> 6);
  heap->used = 0;
  mark_range(gn_at(heap->roots[0].begin), gn_at(heap->roots[0].end));
  mark_range(gn_at(heap->roots[1].begin), gn_at(heap->roots[1].end));
  mark_range(&bottom, gn_port_stack_top());
  mark_pending();
  uint32_t *marks = heap->marks;
  heap->marks = heap->starts;
  heap->starts = marks;
  heap->pointer = heap->limit = heap->run = heap->large = heap->begin;
}

void gn_collect(void) {
  // Makes this function save all callee-saved registers, where the scan sees them.
#if defined(__thumb__)
  __asm__ volatile("" ::: "r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11");
#else
  __builtin_unwind_init();
#endif
  collect_below();
  __asm__ volatile("" ::: "memory");  // no tail call: the registers must stay in this frame
}
