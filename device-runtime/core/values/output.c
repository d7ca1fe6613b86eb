// Output records: what console.log and a cell's value send. Values go raw, by server/src/compiler/abi/console.ts;
// the host formats them.
#include "values.h"

#include "../port_values.h"

// An array inside the record shows so many elements, a string inside an array so many units; objects and arrays inside
// of so many others show nothing, as the host does not print what is in them.
enum { MOST_ELEMENTS = 100, MOST_NESTED_UNITS = 10000, MOST_DEPTH = 3 };

static struct {
  uint32_t used;
  int first;  // nothing of the record was sent yet
  uint8_t bytes[GN_OUTPUT_PIECE];
} output;

static void flush(int last) {
  // The port may never return, if the program is stopped: the state is right before it is called.
  uint32_t length = output.used;
  int first = output.first;
  output.used = 0;
  output.first = 0;
  gn_port_output(output.bytes, length, first, last);
}

static void put(const void *from, uint32_t length) {
  const uint8_t *bytes = from;
  while (length--) {
    if (output.used == GN_OUTPUT_PIECE) flush(0);
    output.bytes[output.used++] = *bytes++;
  }
}

static void put_byte(uint32_t byte) {
  uint8_t narrow = (uint8_t)byte;
  put(&narrow, 1);
}

static void put_word(uint32_t word) {
  put(&word, 4);
}

void gn_out_begin(int32_t channel) {
  output.used = 0;
  output.first = 1;
  put_byte((uint32_t)channel);
}

void gn_out_end(void) {
  flush(1);
}

static void put_tagged(uint32_t tag, uint32_t word) {
  put_byte(tag);
  put_word(word);
}

void gn_out_i32(int32_t value) {
  put_tagged(GN_OUT_I32, (uint32_t)value);
}

void gn_out_u32(int32_t value) {
  put_tagged(GN_OUT_U32, (uint32_t)value);
}

void gn_out_f32(float value) {
  put_byte(GN_OUT_F32);
  put(&value, 4);
}

void gn_out_number(gn_number value) {
  put_byte(GN_OUT_NUMBER);
  put(&value, 8);
}

void gn_out_bool(int32_t value) {
  put_byte(value ? GN_OUT_TRUE : GN_OUT_FALSE);
}

void gn_out_undefined(void) {
  put_byte(GN_OUT_UNDEFINED);
}

void gn_out_null(void) {
  put_byte(GN_OUT_NULL);
}

static void put_string(const struct gn_string *string, uint32_t most) {
  uint32_t wide = gn_is_wide(string);
  uint32_t sent = string->length < most ? string->length : most;
  put_tagged(GN_OUT_STRING8 + wide, string->length);
  put_word(sent);
  put(&string->units, sent << wide);
}

/** Where a type descriptor ends. */
static const uint8_t *after(const uint8_t *type) {
  for (;;) {
    uint8_t what = *type++;
    if (what == 's' || what == 'o' || what == 'f' || what == 'a') return type;
    if (what == 'u' || what == 'm') continue;
    if (what != '[' || *type != GN_ELEMENT_REF) return type + 1;
    type++;
  }
}

/** Adds a number or truth value that is stored at an address. */
static void put_scalar(uint32_t address, uint32_t kind) {
  if (kind == GN_ELEMENT_BOOLEAN) {
    gn_out_bool(*(const int32_t *)gn_at(address));
    return;
  }
  put_byte(kind == GN_ELEMENT_NUMBER ? GN_OUT_NUMBER : kind == GN_ELEMENT_F32 ? GN_OUT_F32 : GN_OUT_I32);
  put(gn_at(address), kind == GN_ELEMENT_NUMBER ? 8 : 4);
}

/** `depth` is the number of objects and arrays that the value is in. */
static void put_value(gn_ref ref, const uint8_t *type, uint32_t most_units, uint32_t depth);

/** Adds the address of a function's code; of a closure that stands for another function, of that. */
void gn_out_function(gn_ref function) {
  const uint32_t *words = gn_at(function);
  // Header, code, what it stands for, itself.
  while (words[0] >> GN_HEADER_SIZE_SHIFT >= 4 && words[3] == gn_address(words)) {
    const uint32_t *wrapped = gn_at(words[2]);
    if (wrapped[0] % 16 != GN_OBJECT_CLOSURE) break;
    words = wrapped;
  }
  put_tagged(GN_OUT_FUNCTION, words[GN_CLOSURE_CODE / 4]);
}

/** Adds the length and bytes of a text; returns where it ends. */
static const uint8_t *put_name(const uint8_t *name) {
  put(name, 1u + *name);
  return name + 1 + *name;
}

static void put_object(gn_ref ref, uint32_t depth) {
  uint32_t class = *(const uint32_t *)gn_at(ref + GN_OBJECT_CLASS);
  put_tagged(GN_OUT_OBJECT, ref);
  const uint8_t *text = gn_at(*(const uint32_t *)gn_at(class + GN_CLASS_TEXT));
  uint32_t counts = text[1] != GN_PARTS_MARK;
  text = put_name(text);
  while (*text) {
    const uint8_t *name = text;
    const uint8_t *type = text + 2 + *text;
    uint32_t address = ref + 4u * type[-1];
    gn_ref value = *(const gn_ref *)gn_at(address);
    text = after(type);
    if (*type == 'm' && !value) continue;
    put_name(name);
    if (counts && depth >= MOST_DEPTH) {
      gn_out_undefined();
    } else if (*type == 'p') {
      put_scalar(address, type[1]);
    } else {
      put_value(value, type, MOST_NESTED_UNITS, depth + counts);
    }
  }
  put_byte(0);
}

/** Adds a value that says itself what it is. */
static void put_any(gn_ref ref, uint32_t most_units, uint32_t depth) {
  if (*(const uint32_t *)gn_at(ref) % 16 != GN_OBJECT_OBJECT) {
    put_string(gn_string_at(ref), most_units);
    return;
  }
  const uint32_t *class = gn_at(*(const uint32_t *)gn_at(ref + GN_OBJECT_CLASS));
  const uint8_t *type = gn_at(class[GN_CLASS_TEXT / 4]);
  uint32_t kind = class[GN_CLASS_IDENTITY / 4] & GN_VALUE_KIND_MASK;
  if (kind == GN_VALUE_KIND_OBJECT) {
    put_object(ref, depth);
  } else if (kind == GN_VALUE_KIND_NULL) {
    gn_out_null();
  } else if (*type == 'p') {
    put_scalar(ref + GN_OBJECT_FIELDS, type[1]);
  } else {
    put_value(*(const gn_ref *)gn_at(ref + GN_OBJECT_FIELDS), type, most_units, depth);
  }
}

/** Adds a value by its type descriptor. */
static void put_value(gn_ref ref, const uint8_t *type, uint32_t most_units, uint32_t depth) {
  if (*type == 'u' || *type == 'm' || *type == 'a') {
    type += *type != 'a';
    if (!ref) {
      gn_out_undefined();
      return;
    }
  }
  if (!ref) {
    gn_out_null();
    return;
  }
  switch (*type) {
    case 's':
      put_string(gn_string_at(ref), most_units);
      return;
    case 'o':
      put_object(ref, depth);
      return;
    case 'a':
      put_any(ref, most_units, depth);
      return;
    case '?':
      put_scalar(ref + GN_HEADER_SIZE, type[1]);
      return;
    case 'f':
      gn_out_function(ref);
      return;
  }
  const struct gn_array *array = gn_at(ref);
  int32_t kind = type[1];
  uint32_t sent = array->length < MOST_ELEMENTS ? array->length : MOST_ELEMENTS;
  if (depth >= MOST_DEPTH && kind == GN_ELEMENT_REF) sent = 0;
  put_byte(*type == '[' ? GN_OUT_ARRAY : GN_OUT_TYPED_ARRAY);
  put_byte((uint32_t)kind);
  put_word(array->length);
  put_word(sent);
  if (kind != GN_ELEMENT_REF) {
    put(gn_at(array->data), sent << gn_element_shift(kind));
    return;
  }
  for (uint32_t i = 0; i < sent; i++) {
    put_value(((const gn_ref *)gn_at(array->data))[i], type + 2, MOST_NESTED_UNITS, depth + 1);
  }
}

void gn_out_value(gn_ref ref, int32_t type) {
  put_value(ref, gn_at((uint32_t)type), 0xffffffff, 0);
}
