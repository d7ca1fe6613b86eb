// What the values (heap, output) need from the chip's port or the host test.
#ifndef GN_PORT_VALUES_H
#define GN_PORT_VALUES_H

#include <stdint.h>

/** The end of the stack: the collector scans up to this address. */
const uint32_t *gn_port_stack_top(void);

/**
 * Sends a piece of an output record, at most GN_OUTPUT_PIECE bytes; `first` and `last` mark the record's ends.
 * Waits for room in the channel, and may leave for good if the program is stopped meanwhile.
 */
void gn_port_output(const uint8_t *bytes, uint32_t length, int first, int last);

enum { GN_OUTPUT_PIECE = 128 };

#endif
