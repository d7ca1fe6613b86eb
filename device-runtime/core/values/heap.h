// The garbage-collected heap: non-moving mark and sweep.
//
// Memory:  | start bitmap | mark bitmap | objects ... |   one bit of each bitmap for 8 bytes of objects
//
// Objects begin at multiples of 8 bytes. All but strings own one more word behind what their header counts, for
// two reasons. The collector links the objects that it still has to look into through it, so that marking needs
// neither recursion nor a stack. And a pointer to the end of an array's elements, which a loop may be left with,
// still points into the array, not at the next object.
//
// Allocation bumps a pointer through the current free run. The objects of that run have no start bits yet: the
// collector walks their headers when it needs them (`publish` in heap.c). So an inline allocation in compiled
// code has only to write the header, then the zeroed payload, then the new pointer: stopped anywhere before
// that last store, it has done nothing.
#ifndef GN_HEAP_H
#define GN_HEAP_H

#include "values.h"

struct gn_heap {
  uint32_t pointer;  // where the next object goes
  uint32_t limit;    // end of the current free run
  uint32_t run;      // from here to `pointer`, objects have no start bits yet
  uint32_t large;    // end of the last object that was placed outside the current run
  uint32_t begin;    // of the objects
  uint32_t span;     // bytes from `begin` to the heap's end
  uint32_t used;     // bytes in objects, those from `run` to `pointer` not counted
  uint32_t pending;  // in a collection: objects marked and not yet looked into, linked by their spare words
  uint32_t *starts;  // bit set: an object begins here
  uint32_t *marks;   // bit set: an object begins here and was reached in this collection
  struct {
    uint32_t begin, end;
  } roots[2];  // the data arena's references, the timers' closures
};
extern struct gn_heap gn_heap;

/** Gives the heap its memory, empty; forgets all roots. Addresses are divisible by 4, at least 1 KB apart. */
void gn_heap_init(uint32_t begin, uint32_t end);

/** Sets one of two ranges of words that may hold references: 0 the program's globals, 1 the timers' closures. */
void gn_heap_roots(uint32_t range, uint32_t begin, uint32_t end);

/** Frees what can't be reached from the stack, the registers and the roots. */
void gn_collect(void);

/** Gives up the heap's memory from an address on. Returns 0, and keeps it, if something is there after a collection. */
int gn_heap_give(uint32_t begin);

/** Bytes in objects: reachable ones, and garbage made since the last collection. */
uint32_t gn_heap_used(void);

/** Bytes that are not in objects. */
uint32_t gn_heap_free(void);

/** Size of the largest object that could be made without a collection; takes time in proportion to the heap. */
uint32_t gn_heap_largest(void);

/** A fresh object of an ObjectKind, `bytes` bytes with its header, all others zero. Traps (out of memory). */
gn_ref gn_alloc(uint32_t kind, uint32_t bytes);

/** What gn_new does where the current run has no room. */
gn_ref gn_heap_new(uint32_t header, uint32_t word);

/** As gn_alloc, but the payload is not cleared, and the result is null if there is no room. */
gn_ref gn_heap_take(uint32_t kind, uint32_t bytes);

/** As gn_heap_take, but traps (out of memory) instead of returning null. */
gn_ref gn_heap_need(uint32_t kind, uint32_t bytes);

/**
 * Makes an object larger, `bytes` bytes with its header, if it is the last one and there is room behind it. What
 * is new is not cleared. Returns whether it did.
 */
int gn_heap_extend(gn_ref object, uint32_t bytes);

// Shared by heap.c and collector.c.

/** Bytes that an object takes from the heap, by its header: the spare word counted in, a multiple of 8. */
static inline __attribute__((always_inline)) uint32_t gn_footprint(uint32_t header) {
  // Strings have no spare word.
  uint32_t spare = (0xffffu & ~(1u << GN_OBJECT_STRING8 | 1u << GN_OBJECT_STRING16)) >> (header & 15) & 1;
  return (((header >> GN_HEADER_SIZE_SHIFT) + spare + 1) & ~1u) << 2;
}

/** Sets the start bits of the current run's objects. */
void gn_heap_publish(void);

#endif
