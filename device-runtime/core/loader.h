// The segment loader: what the host may write, read and call.
#ifndef GN_LOADER_H
#define GN_LOADER_H

#include <stdint.h>

/** Whether [begin, end) holds all of [address, address + length), whatever the numbers are. */
static inline int gn_holds(uint32_t begin, uint32_t end, uint32_t address, uint32_t length) {
  return address >= begin && address <= end && length <= end - address;
}

/** Copies bytes into the code or data arena; 0 if any of them would lie outside. */
int gn_load(uint32_t address, const uint8_t *bytes, uint32_t length);

/** Whether [begin, end) are whole words inside the data arena, in order. */
int gn_is_root_range(uint32_t begin, uint32_t end);

/** Whether an address can be called: an instruction of the code arena (bit 0 may be set). */
int gn_is_entry(uint32_t address);

#endif
