// Arrays: an object of fixed size that points at a buffer of elements, replaced by a larger one when it is full.
#include "heap.h"

_Static_assert(GN_ARRAY_LENGTH == 4 && GN_ARRAY_DATA == 8 && GN_ARRAY_SIZE == 12 && GN_OBJECT_ARRAY == 4, "as in allocate.S and arrays.S");
_Static_assert(GN_OBJECT_RAW == 0 && GN_OBJECT_REFS == 1, "as in allocate.S and arrays.S");
_Static_assert(GN_ELEMENT_I16 == 4 && GN_ELEMENT_U16 == 5 && GN_ELEMENT_U32 == 7 && GN_ELEMENT_F32 == 8 && GN_ELEMENT_F64 == 9,
               "as in arrays.S");
_Static_assert(GN_ELEMENT_I32 == 6 && GN_ELEMENT_REF == 11 && GN_ELEMENT_NUMBER == 12, "as in allocate.S and arrays.S");

// No object's header can count more; larger requests are out of memory at once.
enum { MOST_ELEMENTS = 0xffffff };

// Bytes that a buffer grows by at once where nothing needs to move.
enum { SPARE_IN_PLACE = 64 };

// How many elements an array gets room for before a loop adds them: one that ends early, or when memory does, takes no more.
enum { MOST_RESERVED = 256 };

uint32_t gn_element_shift(int32_t element_kind) {
  // Two bits for a kind.
#define SHIFT(kind, shift) ((uint32_t)(shift) << 2 * (kind))
  const uint32_t shifts = SHIFT(GN_ELEMENT_I16, 1) | SHIFT(GN_ELEMENT_U16, 1) | SHIFT(GN_ELEMENT_I32, 2) |
                          SHIFT(GN_ELEMENT_U32, 2) | SHIFT(GN_ELEMENT_F32, 2) | SHIFT(GN_ELEMENT_F64, 3) |
                          SHIFT(GN_ELEMENT_REF, 2) | SHIFT(GN_ELEMENT_NUMBER, 3);
#undef SHIFT
  return (shifts >> 2 * element_kind) & 3;
}

/** Bytes of `count` elements, or more than there can be memory for. */
static uint32_t bytes_of(int32_t element_kind, uint32_t count) {
  return count > MOST_ELEMENTS ? 0x7ffffff0 : count << gn_element_shift(element_kind);
}

static uint32_t buffer_kind(int32_t element_kind) {
  return element_kind == GN_ELEMENT_REF ? GN_OBJECT_REFS : GN_OBJECT_RAW;
}

/** Bytes of elements that an array's buffer has room for. */
static uint32_t capacity(const struct gn_array *array) {
  if (!array->data) return 0;
  uint32_t header = *(uint32_t *)gn_at(array->data - GN_HEADER_SIZE);
  return ((header >> GN_HEADER_SIZE_SHIFT) << 2) - GN_HEADER_SIZE;
}

/**
 * Gives an array room for `bytes` bytes of elements, more than it has; moves the first `kept` bytes. If `spare`,
 * makes some more room: a little where the buffer can grow in place, else half as much again, so that pushing n
 * elements moves less than 3n in all. If memory is short, less.
 */
static void make_room(struct gn_array *array, int32_t element_kind, uint32_t bytes, uint32_t kept, int spare) {
  gn_ref buffer = array->data - GN_HEADER_SIZE;
  uint32_t least = bytes + GN_HEADER_SIZE;
  if (array->data && gn_heap_extend(buffer, spare ? least + SPARE_IN_PLACE : least)) return;
  uint32_t kind = buffer_kind(element_kind);
  uint32_t extra = spare ? (bytes >> 1) + 2 * GN_HEADER_SIZE : 0;
  for (buffer = 0; !buffer && extra; extra >>= 2) buffer = gn_heap_take(kind, least + extra);
  if (!buffer) buffer = gn_heap_need(kind, least);
  buffer += GN_HEADER_SIZE;
  if (kept) memcpy(gn_at(buffer), gn_at(array->data), kept);
  array->data = buffer;
}

/** Makes an array longer: of `to` elements, the new ones zero. */
static void resize(struct gn_array *array, int32_t element_kind, uint32_t to, int spare) {
  uint32_t bytes = bytes_of(element_kind, to);
  uint32_t kept = array->length << gn_element_shift(element_kind);
  if (bytes > capacity(array)) {
    make_room(array, element_kind, bytes, kept, spare);
    bytes = capacity(array);
  }
  memset(gn_at(array->data + kept), 0, bytes - kept);
  array->length = to;
}

gn_ref gn_array_make(int32_t element_kind, int32_t length) {
  if (length < 0) gn_trap(GN_TRAP_BAD_LENGTH, length, 0);
  gn_ref array = gn_array_empty();
  if (length) {
    uint32_t bytes = bytes_of(element_kind, (uint32_t)length);
    gn_ref buffer = gn_alloc(buffer_kind(element_kind), bytes + GN_HEADER_SIZE);
    struct gn_array *made = gn_at(array);
    made->data = buffer + GN_HEADER_SIZE;
    made->length = (uint32_t)length;
  }
  return array;
}

int32_t gn_array_push(gn_ref ref, int32_t element_kind) {
  struct gn_array *array = gn_at(ref);
  uint32_t index = array->length;
  uint32_t shift = gn_element_shift(element_kind);
  // What is behind references is null.
  if ((index + 1) << shift <= capacity(array)) {
    array->length = index + 1;
  } else {
    resize(array, element_kind, index + 1, 1);
  }
  return (int32_t)(array->data + (index << shift));
}

int32_t gn_array_make_room(gn_ref ref, int32_t element_kind, int32_t count) {
  struct gn_array *array = gn_at(ref);
  uint32_t shift = gn_element_shift(element_kind);
  if (count > MOST_RESERVED) count = MOST_RESERVED;
  uint32_t words = (((uint32_t)count << shift) + 3) / 4 + 1;
  gn_ref buffer = gn_new((int32_t)((words | 1) << GN_HEADER_SIZE_SHIFT | buffer_kind(element_kind)), 0);
  array->data = buffer + GN_HEADER_SIZE;
  return (int32_t)(capacity(array) >> shift);
}

void gn_array_set_length(gn_ref ref, int32_t element_kind, int32_t length) {
  if (length < 0) gn_trap(GN_TRAP_BAD_LENGTH, length, 0);
  struct gn_array *array = gn_at(ref);
  uint32_t to = (uint32_t)length;
  if (to > array->length) {
    resize(array, element_kind, to, 0);
    return;
  }
  if (element_kind == GN_ELEMENT_REF) {
    // What is cut off must keep nothing alive.
    gn_ref *end = (gn_ref *)gn_at(array->data) + array->length;
    for (gn_ref *cut = end - (array->length - to); cut < end; cut++) *cut = 0;
  }
  array->length = to;
}

gn_ref gn_array_duplicate(gn_ref ref, int32_t element_kind, int32_t from, int32_t to) {
  const struct gn_array *array = gn_at(ref);
  int32_t length = (int32_t)array->length;
  if (from < 0) from = 0;
  if (to > length) to = length;
  if (from >= to) from = to = 0;
  gn_ref copy = gn_array_make(element_kind, to - from);
  uint32_t shift = gn_element_shift(element_kind);
  if (to > from) {
    memcpy(gn_at(((struct gn_array *)gn_at(copy))->data), gn_at(array->data + ((uint32_t)from << shift)),
           (uint32_t)(to - from) << shift);
  }
  return copy;
}

void gn_array_move(gn_ref ref, int32_t element_kind, int32_t to, int32_t from, int32_t count) {
  const struct gn_array *array = gn_at(ref);
  uint32_t shift = gn_element_shift(element_kind);
  if (count <= 0) return;
  memmove(gn_at(array->data + ((uint32_t)to << shift)), gn_at(array->data + ((uint32_t)from << shift)),
          (uint32_t)count << shift);
}
