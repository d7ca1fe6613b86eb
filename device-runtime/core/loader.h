// The segment loader: what the host may write, read and call.
#ifndef GN_LOADER_H
#define GN_LOADER_H

#include <stdint.h>

/** Copies bytes into the code or data arena; 0 if any of them would lie outside. */
int gn_load(uint32_t address, const uint8_t *bytes, uint32_t length);

/** Whether [begin, end) are whole words inside the data arena, in order. */
int gn_is_root_range(uint32_t begin, uint32_t end);

/** Whether an address can be called: an instruction of the code arena (bit 0 may be set). */
int gn_is_entry(uint32_t address);

#endif
