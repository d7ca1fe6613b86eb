// What is assembly in core/values of arrays and searching, for the tests on the host: all goes the slow way.
#include "../../core/values/heap.h"

gn_ref gn_array_new(int32_t element_kind, int32_t length) {
  return gn_array_make(element_kind, length);
}

int32_t gn_array_reserve(gn_ref array, int32_t element_kind, int32_t count) {
  return count > 4 && !((struct gn_array *)gn_at(array))->data ? gn_array_make_room(array, element_kind, count) : 0;
}

gn_ref gn_array_copy(gn_ref array, int32_t element_kind, int32_t from, int32_t to) {
  return gn_array_duplicate(array, element_kind, from, to);
}

int32_t gn_str_index_of(gn_ref string, gn_ref wanted, int32_t from) {
  return gn_index_of(string, wanted, from);
}
