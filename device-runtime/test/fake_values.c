// What is assembly in core/values, for the tests on the host: allocations all go the slow way.
#include "../core/values/heap.h"

gn_ref gn_new(int32_t header, int32_t word) {
  return gn_heap_new((uint32_t)header, (uint32_t)word);
}

gn_ref gn_array_empty(void) {
  return gn_alloc(GN_OBJECT_ARRAY, GN_ARRAY_SIZE);
}

int32_t gn_str_unit(gn_ref ref, int32_t index) {
  return (int32_t)gn_unit(gn_string_at(ref), (uint32_t)index);
}
