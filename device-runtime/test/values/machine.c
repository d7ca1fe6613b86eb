// Runs operations on values, read from stdin, and writes their results to stdout: see values.test.ts, which
// makes them and knows what JavaScript answers. Values live in numbered slots, which are the heap's roots.
//
// Request: operation byte, then its operands (slots are bytes, numbers 4 or 8 bytes, little endian).
// Response: 0 and the result, or 1 and the three words of a trap.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/arith/arith.h"
#include "../../core/values/heap.h"
#include "host.h"

static uint32_t *slots;

static void read_bytes(void *to, size_t length) {
  if (length && fread(to, 1, length, stdin) != length) exit(2);
}

static uint32_t slot(void) {
  uint8_t index;
  read_bytes(&index, 1);
  return index;
}

static gn_ref value(void) {
  return slots[slot()];
}

static int32_t word(void) {
  int32_t number;
  read_bytes(&number, 4);
  return number;
}

static double number(void) {
  double result;
  read_bytes(&result, 8);
  return result;
}

/** A response is collected here, since the operation may trap half-way. */
static uint8_t response[1 << 22];
static uint32_t response_length;

static void answer(const void *bytes, size_t length) {
  if (length) memcpy(response + response_length, bytes, length);
  response_length += length;
}

static void answer_word(uint32_t number) {
  answer(&number, 4);
}

/** Kind, length, units (each two bytes). */
static void answer_string(gn_ref ref) {
  const struct gn_string *string = gn_string_at(ref);
  answer_word(string->header & 15);
  answer_word(string->length);
  for (uint32_t i = 0; i < string->length; i++) {
    uint16_t unit = (uint16_t)gn_unit(string, i);
    answer(&unit, 2);
  }
}

/** Reads u32 length and units, of which the string must be made without the functions that are tested. */
static gn_ref read_string(void) {
  static uint16_t units[1 << 16];
  uint32_t length = (uint32_t)word();
  uint32_t all = 0;
  read_bytes(units, length * 2);
  for (uint32_t i = 0; i < length; i++) all |= units[i];
  uint32_t kind = all > 0xff ? GN_OBJECT_STRING16 : GN_OBJECT_STRING8;
  struct gn_string *string = gn_at(gn_alloc(kind, 8 + length * (all > 0xff ? 2 : 1)));
  string->length = length;
  uint8_t *narrow = (uint8_t *)string + 8;
  for (uint32_t i = 0; i < length; i++) {
    if (all > 0xff) {
      memcpy(narrow + 2 * i, units + i, 2);
    } else {
      narrow[i] = (uint8_t)units[i];
    }
  }
  return gn_address(string);
}

static struct gn_array *array_at(gn_ref ref) {
  return gn_at(ref);
}

/** In a frame of its own, which the collector looks into. */
static __attribute__((noinline)) gn_ref join(gn_ref a, int32_t integer, int32_t unit, gn_number held, gn_ref b) {
  uint32_t words[] = {a, (uint32_t)integer, (uint32_t)unit << 1 | 1, (uint32_t)held, (uint32_t)(held >> 32), b};
  const uint32_t kinds[] = {GN_PART_STRING, GN_PART_I32, GN_PART_STRING, GN_PART_NUMBER, GN_PART_STRING};
  uint32_t all = 0;
  for (int i = 5; i-- > 0;) all = all << GN_TEXT_PART_BITS | kinds[i];
  return gn_join_parts(all, words);
}

static void run(uint32_t operation) {
  uint32_t to;
  gn_ref a, b;
  int32_t i, j, k, l;
  gn_number held;
  switch (operation) {
    case 's':  // string constant
      to = slot();
      slots[to] = read_string();
      break;
    case '+':
      to = slot(), a = value(), b = value();
      slots[to] = gn_str_concat(a, b);
      answer_string(slots[to]);
      break;
    case 'j':  // a string, an int32, a unit, a number, a string
      to = slot(), a = value(), i = word(), j = word(), held = gn_held(number()), b = value();
      slots[to] = join(a, i, j, held, b);
      answer_string(slots[to]);
      break;
    case '=':
      a = value(), b = value();
      answer_word((uint32_t)gn_str_eq(a, b));
      break;
    case '<':
      a = value(), b = value();
      i = gn_str_cmp(a, b);
      answer_word((uint32_t)((i > 0) - (i < 0)));
      break;
    case 'u':
      a = value(), i = word();
      answer_word((uint32_t)gn_str_unit(a, i));
      break;
    case 'l':
      to = slot(), a = value(), i = word(), j = word();
      slots[to] = gn_str_slice(a, i, j);
      answer_string(slots[to]);
      break;
    case 'f':
      a = value(), b = value(), i = word();
      answer_word((uint32_t)gn_str_index_of(a, b, i));
      break;
    case 'c':
      to = slot(), i = word();
      slots[to] = gn_str_from_unit(i);
      answer_string(slots[to]);
      break;
    case 'i':
      answer_string(gn_str_from_i32(word()));
      break;
    case 'd':
      answer_string(gn_str_from_number(gn_held(number())));
      break;
    case 'A':
      to = slot(), i = word(), j = word();
      slots[to] = gn_array_new(i, j);
      break;
    case 'P':  // push: kind, then the element's bytes, or a slot
      a = value(), i = word();
      {
        uint64_t bytes = 0;
        uint32_t size = 1u << gn_element_shift(i);
        if (i == GN_ELEMENT_REF) {
          bytes = value();
        } else {
          read_bytes(&bytes, size);
        }
        memcpy(gn_at((uint32_t)gn_array_push(a, i)), &bytes, size);
      }
      break;
    case 'R':  // reserve: kind, count
      a = value(), i = word(), j = word();
      answer_word((uint32_t)gn_array_reserve(a, i, j));
      break;
    case 'L':
      a = value(), i = word(), j = word();
      gn_array_set_length(a, i, j);
      break;
    case 'C':
      to = slot(), a = value(), i = word(), j = word(), k = word();
      slots[to] = gn_array_copy(a, i, j, k);
      break;
    case 'M':
      a = value(), i = word(), j = word(), k = word(), l = word();
      gn_array_move(a, i, j, k, l);
      break;
    case 'E':  // elements: length, then their bytes, or strings (references), null being an empty answer word
      a = value(), i = word();
      answer_word(array_at(a)->length);
      if (i != GN_ELEMENT_REF) {
        answer(gn_at(array_at(a)->data), array_at(a)->length << gn_element_shift(i));
        break;
      }
      for (uint32_t n = 0; n < array_at(a)->length; n++) {
        gn_ref element = ((gn_ref *)gn_at(array_at(a)->data))[n];
        answer_word(element ? 1 : 0);
        if (element) answer_string(element);
      }
      break;
    case 'H':
      answer_word(gn_heap_used());
      answer_word(gn_heap_free());
      answer_word(gn_heap_largest());
      break;
    case 'G':
      gn_collect();
      break;
    case 'X':  // forgets a slot
      slots[slot()] = 0;
      break;
    case 'o':  // output: the channel, so many values, each a type character and the value
      gn_out_begin(word());
      for (i = word(); i > 0; i--) {
        uint8_t type;
        read_bytes(&type, 1);
        if (type == 'i') gn_out_i32(word());
        if (type == 'u') gn_out_u32(word());
        if (type == 'f') gn_out_f32((float)number());
        if (type == 'd') gn_out_number(gn_held(number()));
        if (type == 'b') gn_out_bool(word());
        if (type == '-') gn_out_undefined();
        if (type == '0') gn_out_null();
        if (type == 'F') {  // a closure of code at that address
          gn_ref function = gn_alloc(GN_OBJECT_CLOSURE, 8);
          ((uint32_t *)gn_at(function))[1] = (uint32_t)word();
          gn_out_function(function);
        }
        if (type == 'v') {  // descriptor as length and bytes, then the slot
          uint32_t length = (uint32_t)word();
          uint8_t *descriptor = host_data() + 32768;
          read_bytes(descriptor, length);
          gn_out_value(value(), (int32_t)gn_address(descriptor));
        }
      }
      gn_out_end();
      answer(host_output, host_output_length);
      host_output_length = 0;
      break;
    default:
      exit(3);
  }
}

int main(int argc, char **argv) {
  uint32_t top = 0;
  host_start(argc > 1 ? (uint32_t)atoi(argv[1]) : 176128, &top);
  slots = (uint32_t *)host_data();
  gn_heap_roots(0, gn_address(slots), gn_address(slots + 256));
  for (int operation; (operation = getchar()) != EOF;) {
    response_length = 0;
    if (setjmp(host_trapped) == 0) {
      run((uint32_t)operation);
      putchar(0);
      fwrite(response, 1, response_length, stdout);
    } else {
      putchar(1);
      fwrite(host_trap, 1, sizeof host_trap, stdout);
    }
  }
  return 0;
}
