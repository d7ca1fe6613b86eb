// What core/values/allocate.S does, for the tests on the host: all of it the slow way.
#include "../core/values/heap.h"

gn_ref gn_new(int32_t header, int32_t word) {
  return gn_heap_new((uint32_t)header, (uint32_t)word);
}

gn_ref gn_array_empty(void) {
  return gn_alloc(GN_OBJECT_ARRAY, GN_ARRAY_SIZE);
}
