// The hooks that core/values needs, on the host.
#include "host.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "../../core/port_values.h"
#include "../../core/values/heap.h"

enum { DATA_BYTES = 65536 };

jmp_buf host_trapped;
int32_t host_trap[3];
uint8_t host_output[1 << 21];
uint32_t host_output_length;

static const uint32_t *stack_top;
static uint8_t *memory;
static uint32_t heap_size;

void host_start(uint32_t heap_bytes, const uint32_t *top) {
  stack_top = top;
  heap_size = heap_bytes;
  memory = mmap(NULL, DATA_BYTES + heap_bytes, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
  if (memory == MAP_FAILED) {
    perror("mmap");
    exit(1);
  }
  host_restart();
}

void host_restart(void) {
  uint32_t begin = gn_address(memory) + DATA_BYTES;
  // What a heap holds at start is not zero on a chip.
  memset(memory + DATA_BYTES, 0xa5, heap_size);
  gn_heap_init(begin, begin + heap_size);
}

uint8_t *host_data(void) {
  return memory;
}

void gn_port_check_stack(void) {}

gn_ref gn_str_concat(gn_ref left, gn_ref right) {
  uint32_t words[] = {left, right};
  return gn_join_parts(GN_PART_STRING << GN_TEXT_PART_BITS | GN_PART_STRING, words);
}

const uint32_t *gn_port_stack_top(void) {
  return stack_top;
}

void host_collect_precisely(void) {
  const uint32_t *top = stack_top;
  stack_top = NULL;
  gn_collect();
  stack_top = top;
}

gn_ref gn_str_from_unit(int32_t unit) {
  return gn_text_of_unit(unit);
}

gn_ref gn_str_slice(gn_ref string, int32_t from, int32_t to) {
  return gn_slice(string, from, to);
}

void gn_port_output(const uint8_t *bytes, uint32_t length, int first, int last) {
  static uint8_t record[1 << 21];
  static uint32_t used;
  if (length > GN_OUTPUT_PIECE || (!first && used == 0)) abort();
  if (first) used = 0;
  memcpy(record + used, bytes, length);
  used += length;
  if (!last) return;
  memcpy(host_output + host_output_length, &used, 4);
  memcpy(host_output + host_output_length + 4, record, used);
  host_output_length += 4 + used;
}

void gn_trap(int32_t kind, int32_t a, int32_t b) {
  host_trap[0] = kind;
  host_trap[1] = a;
  host_trap[2] = b;
  longjmp(host_trapped, 1);
}
