// Allocation: bumps through free runs, which it finds between the start bits that the collector has left.
#include "heap.h"

#include "../port_values.h"

// A run with less room than this is given up for the next one. A larger object is placed elsewhere if the current
// run or one on the way to a sufficient one can still serve others, so that it does not waste them.
enum { ROOM_WORTH_KEEPING = 256, LEAST_RUN = 16 };

struct gn_heap gn_heap;
_Static_assert(offsetof(struct gn_heap, pointer) == 0 && offsetof(struct gn_heap, limit) == 4, "as in allocate.S");
_Static_assert(offsetof(struct gn_heap, begin) == 16, "as in join.S");
_Static_assert(GN_HEADER_SIZE == 4 && GN_HEADER_SIZE_SHIFT == 8, "as in allocate.S");

void gn_heap_init(uint32_t begin, uint32_t end) {
  struct gn_heap *heap = &gn_heap;
  begin = (begin + 7) & ~7u;
  // One word of each bitmap stands for 32 * 8 bytes of objects.
  uint32_t words = (end - begin) / (8 + 256);
  memset(heap, 0, sizeof *heap);
  heap->starts = gn_at(begin);
  heap->marks = heap->starts + words;
  memset(heap->starts, 0, words * 8);
  begin += words * 8;
  heap->begin = heap->pointer = heap->run = heap->large = begin;
  heap->span = words * 256;
  heap->limit = begin + heap->span;
}

void gn_heap_roots(uint32_t range, uint32_t begin, uint32_t end) {
  gn_heap.roots[range].begin = begin;
  gn_heap.roots[range].end = end;
}

uint32_t gn_heap_used(void) {
  return gn_heap.used + (gn_heap.pointer - gn_heap.run);
}

uint32_t gn_heap_free(void) {
  return gn_heap.span - gn_heap_used();
}

static uint32_t header_at(uint32_t object) {
  return *(uint32_t *)gn_at(object);
}

static uint32_t header_word(uint32_t kind, uint32_t bytes) {
  return ((bytes + 3) >> 2) << GN_HEADER_SIZE_SHIFT | kind;
}

static void set_start(uint32_t object) {
  uint32_t granule = (object - gn_heap.begin) >> 3;
  gn_heap.starts[granule >> 5] |= 1u << (granule & 31);
}

void gn_heap_publish(void) {
  struct gn_heap *heap = &gn_heap;
  uint32_t object = heap->run;
  heap->used += heap->pointer - object;
  while (object < heap->pointer) {
    set_start(object);
    object += gn_footprint(header_at(object));
  }
  heap->run = object;
}

/** The first object at or after an address, or the heap's end. */
static uint32_t next_start(uint32_t address) {
  const struct gn_heap *heap = &gn_heap;
  uint32_t granule = (address - heap->begin) >> 3;
  const uint32_t *word = heap->starts + (granule >> 5);
  const uint32_t *end = heap->starts + (heap->span >> 8);
  if (word == end) return address;
  uint32_t bits = *word >> (granule & 31);
  if (!bits) {
    do {
      if (++word == end) return heap->begin + heap->span;
      bits = *word;
    } while (!bits);
    granule = (uint32_t)(word - heap->starts) << 5;
  }
  for (; !(bits & 1); bits >>= 1) granule++;
  return heap->begin + (granule << 3);
}

/**
 * Where the first free run of at least `need` bytes begins, from the end of some object on; 0 if there is none.
 * It ends at the next start.
 */
static uint32_t find_run(uint32_t from, uint32_t need) {
  for (;;) {
    uint32_t end = next_start(from);
    if (end - from >= need) return from;
    if (end - gn_heap.begin >= gn_heap.span) return 0;
    from = end + gn_footprint(header_at(end));
  }
}

#ifdef GN_HEAP_STRESS
/** For tests: collects, and makes what is free look unlike any live object. */
static void stress(void) {
  gn_collect();
  for (uint32_t run = gn_heap.begin; (run = find_run(run, 1)); run = next_start(run)) {
    memset(gn_at(run), 0xdd, next_start(run) - run);
  }
}
#endif

gn_ref gn_heap_take(uint32_t kind, uint32_t bytes) {
  struct gn_heap *heap = &gn_heap;
  gn_port_check_stack();
  if (bytes >= heap->span) return 0;
  uint32_t header = header_word(kind, bytes);
  uint32_t need = gn_footprint(header);
  uint32_t object;
#ifdef GN_HEAP_STRESS
  stress();
#endif
  for (int collected = 0; need > heap->limit - heap->pointer; collected = 1) {
    uint32_t from = heap->limit;
    if (need > ROOM_WORTH_KEEPING && from < heap->large) from = heap->large;
    uint32_t run = find_run(from, need);
    if (run == 0) {
      if (collected) return 0;
      gn_collect();
    } else if (need > ROOM_WORTH_KEEPING && (heap->limit - heap->pointer >= ROOM_WORTH_KEEPING ||
                                             find_run(heap->limit, LEAST_RUN) != run)) {
      object = run;
      set_start(object);
      heap->large = object + need;
      heap->used += need;
      goto placed;
    } else {
      gn_heap_publish();
      heap->run = heap->pointer = run;
      heap->limit = next_start(run);
    }
  }
  object = heap->pointer;
  heap->pointer += need;
placed:
  *(uint32_t *)gn_at(object) = header;
  return object;
}

int gn_heap_extend(gn_ref object, uint32_t bytes) {
  struct gn_heap *heap = &gn_heap;
  uint32_t header = header_at(object);
  // What ends at the pointer was made in the current run, so that nothing has counted it yet.
  if (object + gn_footprint(header) != heap->pointer || bytes >= heap->span) return 0;
  header = header_word(header & 15, bytes);
  uint32_t need = gn_footprint(header);
  if (need > heap->limit - object) return 0;
  *(uint32_t *)gn_at(object) = header;
  heap->pointer = object + need;
  return 1;
}

gn_ref gn_heap_need(uint32_t kind, uint32_t bytes) {
  gn_ref object = gn_heap_take(kind, bytes);
  if (!object) gn_trap(GN_TRAP_OUT_OF_MEMORY, (int32_t)bytes, (int32_t)gn_heap_free());
  return object;
}

gn_ref gn_alloc(uint32_t kind, uint32_t bytes) {
  gn_ref object = gn_heap_need(kind, bytes);
  memset(gn_at(object + GN_HEADER_SIZE), 0, bytes - GN_HEADER_SIZE);
  return object;
}

gn_ref gn_heap_new(uint32_t header, uint32_t word) {
  gn_ref object = gn_alloc(header & 15, (header >> GN_HEADER_SIZE_SHIFT) << 2);
  *(uint32_t *)gn_at(object + GN_HEADER_SIZE) = word;
  return object;
}

int gn_heap_give(uint32_t begin) {
  struct gn_heap *heap = &gn_heap;
  uint32_t end = heap->begin + heap->span;
  // Objects lie in as many bytes as whole words of the bitmaps stand for.
  uint32_t span = (begin - heap->begin) & ~255u;
  if (begin <= heap->begin || begin >= end) return 0;
  gn_collect();
  uint32_t run = heap->begin;
  while ((run = find_run(run, heap->span - span)) && next_start(run) != end) run = next_start(run);
  if (!run) return 0;
  heap->span = span;
  return 1;
}

uint32_t gn_heap_largest(void) {
  uint32_t largest = gn_heap.limit - gn_heap.pointer;
  uint32_t run = gn_heap.limit;
  while ((run = find_run(run, largest + 1))) {
    largest = next_start(run) - run;
    run += largest;
  }
  return largest;
}
