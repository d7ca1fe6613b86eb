// See loader.h. No address from the host is trusted.
#include "loader.h"

#include "port.h"
#include "runtime.h"

static int in_code(uint32_t address, uint32_t length) {
  return gn_holds(gn.code_begin, gn_identity.code_end, address, length);
}

static int in_data(uint32_t address, uint32_t length) {
  return gn_holds(gn_identity.data_begin, gn_identity.data_end, address, length);
}

int gn_load(uint32_t address, const uint8_t *bytes, uint32_t length) {
  int is_code = in_code(address, length);
  if (!is_code && !in_data(address, length)) return 0;
  if (is_code) gn_port_code_changes();
  // A program may be running: words that are whole words here are stored as words, so that it never sees a part
  // of a new address or instruction.
  uint8_t *to = gn_port_memory(address);
  uint32_t done = 0;
  if (!((address | (uintptr_t)bytes) & 3)) {
    for (; done + 4 <= length; done += 4) {
      *(volatile uint32_t *)(void *)(to + done) = *(const uint32_t *)(const void *)(bytes + done);
    }
  }
  for (; done < length; done++) ((volatile uint8_t *)to)[done] = bytes[done];
  return 1;
}

int gn_is_root_range(uint32_t begin, uint32_t end) {
  return begin <= end && !((begin | end) & 3) && in_data(begin, end - begin);
}

int gn_is_entry(uint32_t address) {
  return in_code(address & ~1u, 2);
}
