// Run-time objects as C sees them, and what the files of this folder share. The layout is fixed by
// server/src/compiler/abi/objects.ts; its constants come through the generated header.
#ifndef GN_VALUES_H
#define GN_VALUES_H

#include <stddef.h>
#include <stdint.h>

#include "../generated/abi.h"

// The runtime is linked without a C library: core/arith defines these.
void *memcpy(void *restrict to, const void *restrict from, size_t bytes);
void *memmove(void *to, const void *from, size_t bytes);
void *memset(void *to, int value, size_t bytes);

/** The memory at a 32-bit address. On the host, the test's heap and constants lie below 4 GB. */
static inline void *gn_at(uint32_t address) {
  return (void *)(uintptr_t)address;
}

/** The 32-bit address of something in the heap or of a constant object. */
static inline uint32_t gn_address(const void *memory) {
  return (uint32_t)(uintptr_t)memory;
}

struct gn_string {
  uint32_t header;
  uint32_t length;  // in UTF-16 units
  union {
    uint8_t narrow[8];  // string8; as many as `length` says
    uint16_t wide[4];   // string16
  } units;
};

struct gn_array {
  uint32_t header;
  uint32_t length;  // in elements
  uint32_t data;    // address of the first element, 0 if nothing was ever stored
};

static inline const struct gn_string *gn_string_at(gn_ref ref) {
  return gn_at(ref);
}

/** Whether a string's units are two bytes wide. */
static inline int gn_is_wide(const struct gn_string *string) {
  return (string->header & 15) == GN_OBJECT_STRING16;
}

static inline uint32_t gn_unit(const struct gn_string *string, uint32_t index) {
  return gn_is_wide(string) ? string->units.wide[index] : string->units.narrow[index];
}

/** log2 of the size of an array element. */
uint32_t gn_element_shift(int32_t element_kind);

/** A fresh Latin-1 string with a copy of `length` bytes. */
gn_ref gn_string_from_bytes(const uint8_t *bytes, uint32_t length);

/** What gn_str_join does for all parts (their kinds: TextPart in objects.ts). Their words lie on the stack, and change. */
gn_ref gn_join_parts(uint32_t kinds, uint32_t *words);

/** What gn_str_from_unit does for all units. */
gn_ref gn_text_of_unit(int32_t unit);

/** What gn_str_slice does for all strings. */
gn_ref gn_slice(gn_ref string, int32_t from, int32_t to);

/** What gn_str_index_of does for all strings. */
int32_t gn_index_of(gn_ref string, gn_ref wanted, int32_t from);

/** What gn_array_new does wherever there is room. */
gn_ref gn_array_make(int32_t element_kind, int32_t length);
/** What gn_array_reserve does for more than a few elements of an array without a buffer. */
int32_t gn_array_make_room(gn_ref array, int32_t element_kind, int32_t count);

/** What gn_array_copy does wherever there is room, for elements of all sizes. */
gn_ref gn_array_duplicate(gn_ref array, int32_t element_kind, int32_t from, int32_t to);

#endif
