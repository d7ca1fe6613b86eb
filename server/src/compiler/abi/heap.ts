// What the host reads of the collector's state to know how full the heap is, and compiled code to allocate: offsets into
// `struct gn_heap` (device-runtime/core/values/heap.h), whose address the firmware's manifest gives. All are words, in bytes.

/** The symbol of that state. */
export const HEAP_SYMBOL = 'gn_heap';

export const HeapState = {
  /** Where the next object goes. */
  pointer: 0,
  /** How far it may go before the next one is to be found by a helper. */
  limit: 4,
  /** From here to `pointer`, objects are not counted in `used`. */
  run: 8,
  /** Bytes for objects, used or not. */
  span: 20,
  /** Bytes in objects. */
  used: 24,
  /** Size of what is described here. */
  size: 28,
} as const;
