// Output records: what console.log and a cell's value send. Values go raw, by server/src/compiler/abi/console.ts;
// the host formats them.
#include "values.h"

#include "../port_values.h"

// An array inside the record shows so many elements, a string inside an array so many units.
enum { MOST_ELEMENTS = 100, MOST_NESTED_UNITS = 10000 };

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

void gn_out_f64(double value) {
  put_byte(GN_OUT_F64);
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

/** Adds a value by its type descriptor. */
static void put_value(gn_ref ref, const uint8_t *type, uint32_t most_units) {
  if (!ref) {
    gn_out_null();
    return;
  }
  if (*type == 's') {
    put_string(gn_string_at(ref), most_units);
    return;
  }
  const struct gn_array *array = gn_at(ref);
  int32_t kind = type[1];
  uint32_t sent = array->length < MOST_ELEMENTS ? array->length : MOST_ELEMENTS;
  put_byte(*type == '[' ? GN_OUT_ARRAY : GN_OUT_TYPED_ARRAY);
  put_byte((uint32_t)kind);
  put_word(array->length);
  put_word(sent);
  if (kind != GN_ELEMENT_REF) {
    put(gn_at(array->data), sent << gn_element_shift(kind));
    return;
  }
  for (uint32_t i = 0; i < sent; i++) {
    put_value(((const gn_ref *)gn_at(array->data))[i], type + 2, MOST_NESTED_UNITS);
  }
}

void gn_out_value(gn_ref ref, int32_t type) {
  put_value(ref, gn_at((uint32_t)type), 0xffffffff);
}

void gn_out_function(gn_ref name) {
  const struct gn_string *string = gn_string_at(name);
  put_tagged(GN_OUT_FUNCTION, string->length);
  for (uint32_t i = 0; i < string->length; i++) put_byte(gn_unit(string, i));
}
