// What the values (heap, output) need from the chip's port or the host test.
#ifndef GN_PORT_VALUES_H
#define GN_PORT_VALUES_H

#include <stdint.h>

/** The end of the stack: the collector scans up to this address. */
const uint32_t *gn_port_stack_top(void);

/**
 * Traps (stack overflow) unless GN_STACK_RESERVE bytes of stack are left: called before the heap changes, so that a
 * program that runs out of stack never does so in the middle of a change. Enough for a collection and an interrupt.
 */
void gn_port_check_stack(void);

enum { GN_STACK_RESERVE = 256 };

/**
 * Sends a piece of an output record, at most GN_OUTPUT_PIECE bytes; `first` and `last` mark the record's ends.
 * Waits for room in the channel, and may leave for good if the program is stopped meanwhile.
 */
void gn_port_output(const uint8_t *bytes, uint32_t length, int first, int last);

enum { GN_OUTPUT_PIECE = 128 };

#endif
