// The values of the runtime on the host: memory below 4 GB, traps that tests can catch, output into a buffer.
#ifndef GN_TEST_HOST_H
#define GN_TEST_HOST_H

#include <setjmp.h>
#include <stdint.h>

/** Maps memory for a heap of so many bytes, and 64 KB before it for constants; initialises the heap. */
void host_start(uint32_t heap_bytes, const uint32_t *stack_top);

/** Initialises the heap again, empty. */
void host_restart(void);

/** A collection that takes nothing on the stack for a reference: what survives is known exactly. */
void host_collect_precisely(void);

/** The first byte of the 64 KB for constants and globals. */
uint8_t *host_data(void);

/** Where gn_trap goes to, and what it was given. */
extern jmp_buf host_trapped;
extern int32_t host_trap[3];

/** The output records sent since it was last emptied, each as u32 length and bytes. */
extern uint8_t host_output[1 << 21];
extern uint32_t host_output_length;

#endif
