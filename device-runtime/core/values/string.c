// Strings: immutable sequences of UTF-16 units, one byte a unit if all are Latin-1 (and only then), else two. So
// strings with the same units are the same bytes.
#include "heap.h"

_Static_assert(GN_STRING_UNITS == 8 && GN_OBJECT_STRING8 == 2 && GN_OBJECT_STRING16 == 3, "as in unit.S, join.S, slice.S, search.S");
_Static_assert(GN_PART_STRING == 1 && GN_PART_I32 == 2 && GN_PART_NUMBER == 3 && GN_TEXT_PART_BITS == 2, "as in join.S");

/** The empty string; there is no need for another. */
static const struct gn_string empty = {
    .header = 2u << GN_HEADER_SIZE_SHIFT | GN_OBJECT_STRING8,
    .length = 0,
};

/** As gn_heap_need for strings: quickly where the current run has room. */
static gn_ref string_object(uint32_t kind, uint32_t bytes) {
#ifndef GN_HEAP_STRESS
  struct gn_heap *heap = &gn_heap;
  uint32_t object = heap->pointer;
  uint32_t need = (bytes + 7) & ~7u;  // there is no spare word
  if (need <= heap->limit - object) {
    *(uint32_t *)gn_at(object) = ((bytes + 3) >> 2) << GN_HEADER_SIZE_SHIFT | kind;
    heap->pointer = object + need;
    return object;
  }
#endif
  return gn_heap_need(kind, bytes);
}

static struct gn_string *new_string(uint32_t kind, uint32_t length) {
  // With so many units there is no memory; nor may their bytes overflow.
  if (length > 0x3fffffff) length = 0x3fffffff;
  uint32_t bytes = kind == GN_OBJECT_STRING16 ? length * 2 : length;
  struct gn_string *string = gn_at(string_object(kind, bytes + GN_STRING_UNITS));
  string->length = length;
  return string;
}

/** Copies `count` units of a string, from index `from` on, into another one, to index `to` on. */
static void copy_units(struct gn_string *target, uint32_t to, const struct gn_string *source, uint32_t from,
                       uint32_t count) {
  uint32_t wide = (uint32_t)gn_is_wide(target);
  if (wide == (uint32_t)gn_is_wide(source)) {
    memcpy(target->units.narrow + (to << wide), source->units.narrow + (from << wide), count << wide);
    return;
  }
  for (uint32_t i = 0; i < count; i++) {
    if (wide) {
      target->units.wide[to + i] = source->units.narrow[from + i];
    } else {
      target->units.narrow[to + i] = (uint8_t)source->units.wide[from + i];
    }
  }
}

gn_ref gn_string_from_bytes(const uint8_t *bytes, uint32_t length) {
  struct gn_string *string = new_string(GN_OBJECT_STRING8, length);
  memcpy(string->units.narrow, bytes, length);
  return gn_address(string);
}

/** A part of a text as a string. */
static gn_ref part_string(uint32_t kind, const uint32_t *words) {
  if (kind == GN_PART_I32) return gn_str_from_i32((int32_t)words[0]);
  if (kind == GN_PART_NUMBER) return gn_str_from_number(words[0] | (gn_number)words[1] << 32);
  return words[0] & 1 ? gn_str_from_unit((int32_t)(words[0] >> 1)) : words[0];
}

gn_ref gn_join_parts(uint32_t kinds, uint32_t *words) {
  uint32_t kind = GN_OBJECT_STRING8;
  uint32_t length = 0;
  uint32_t part;
  uint32_t *word = words;
  for (uint32_t rest = kinds; (part = rest & GN_TEXT_PART_MASK); rest >>= GN_TEXT_PART_BITS) {
    // The place on the stack keeps what was made.
    *word = part_string(part, word);
    const struct gn_string *string = gn_string_at(*word);
    if (gn_is_wide(string)) kind = GN_OBJECT_STRING16;
    length += string->length;
    word += part == GN_PART_NUMBER ? 2 : 1;
  }
  if (!length) return gn_address(&empty);
  struct gn_string *sum = new_string(kind, length);
  length = 0;
  for (; (part = kinds & GN_TEXT_PART_MASK); kinds >>= GN_TEXT_PART_BITS) {
    const struct gn_string *string = gn_string_at(*words);
    copy_units(sum, length, string, 0, string->length);
    length += string->length;
    words += part == GN_PART_NUMBER ? 2 : 1;
  }
  return gn_address(sum);
}

/** Index of the first unit that differs, counted from `from` in the first string, or `count` if none does. */
static uint32_t first_difference(const struct gn_string *a, uint32_t from, const struct gn_string *b,
                                 uint32_t count) {
  uint32_t i = 0;
  if (gn_is_wide(a) || gn_is_wide(b)) {
    while (i < count && gn_unit(a, from + i) == gn_unit(b, i)) i++;
  } else {
    const uint8_t *units = a->units.narrow + from;
    while (i < count && units[i] == b->units.narrow[i]) i++;
  }
  return i;
}

int32_t gn_str_cmp(gn_ref left, gn_ref right) {
  const struct gn_string *a = gn_string_at(left);
  const struct gn_string *b = gn_string_at(right);
  uint32_t shorter = a->length < b->length ? a->length : b->length;
  uint32_t i = first_difference(a, 0, b, shorter);
  if (i < shorter) return (int32_t)gn_unit(a, i) - (int32_t)gn_unit(b, i);
  return (int32_t)(a->length - b->length);
}

int32_t gn_str_eq(gn_ref left, gn_ref right) {
  const struct gn_string *a = gn_string_at(left);
  const struct gn_string *b = gn_string_at(right);
  if (left == right) return 1;
  if (a->length != b->length || gn_is_wide(a) != gn_is_wide(b)) return 0;
  // Whole words, as they are all there; what is behind the units in the last one may differ.
  uint32_t bits = a->length << (gn_is_wide(a) ? 4 : 3);
  const uint32_t *x = (const uint32_t *)(const void *)a->units.wide;
  const uint32_t *y = (const uint32_t *)(const void *)b->units.wide;
  for (; bits >= 32; bits -= 32) {
    if (*x++ != *y++) return 0;
  }
  return !bits || !((*x ^ *y) << (32 - bits));
}

gn_ref gn_slice(gn_ref ref, int32_t from, int32_t to) {
  const struct gn_string *string = gn_string_at(ref);
  uint32_t length = (uint32_t)(to - from);
  if (length == 0) return gn_address(&empty);
  if (length == string->length) return ref;
  // A part of a wide string may be narrow.
  uint32_t all = 0;
  if (gn_is_wide(string)) {
    for (int32_t i = from; i < to; i++) all |= string->units.wide[i];
  }
  struct gn_string *slice = new_string(all > 0xff ? GN_OBJECT_STRING16 : GN_OBJECT_STRING8, length);
  copy_units(slice, 0, string, (uint32_t)from, length);
  return gn_address(slice);
}

int32_t gn_index_of(gn_ref ref, gn_ref wanted, int32_t from) {
  const struct gn_string *string = gn_string_at(ref);
  const struct gn_string *part = gn_string_at(wanted);
  int32_t last = (int32_t)(string->length - part->length);
  for (; from <= last; from++) {
    if (first_difference(string, (uint32_t)from, part, part->length) == part->length) return from;
  }
  return -1;
}

gn_ref gn_text_of_unit(int32_t unit) {
  struct gn_string *string = new_string(unit > 0xff ? GN_OBJECT_STRING16 : GN_OBJECT_STRING8, 1);
  string->units.wide[0] = (uint16_t)unit;
  return gn_address(string);
}
