// The cycle counter: SysTick on the processor's clock, extended by an interrupt each 2^24 cycles. It counts
// while user code runs; interrupts (context.S) and sleep pause it.
#ifndef GN_CYCLES_H
#define GN_CYCLES_H

#include <stdint.h>

void gn_cycles_start(void);

/** SysTick's interrupt. */
void gn_cycles_wrapped(void);

/** All interrupts' entry; it calls gn_interrupt_of, which the port provides, with the exception's number. */
void gn_interrupt(void);
void gn_interrupt_of(uint32_t exception);

#endif
