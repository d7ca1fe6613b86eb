// The cycle counter: SysTick on the processor's clock, extended by an interrupt each 2^24 cycles. It counts
// while user code runs; handlers and sleeps pause it.
#ifndef GN_CYCLES_H
#define GN_CYCLES_H

#include "cortex_m.h"
#include "fault.h"

static inline void gn_cycles_pause(void) {
  SYST_CSR = SYST_CLKSOURCE | SYST_TICKINT;
}

static inline void gn_cycles_resume(void) {
  if (gn_counting) SYST_CSR = SYST_CLKSOURCE | SYST_TICKINT | SYST_ENABLE;
}

void gn_cycles_start(void);

/** SysTick's interrupt. */
void gn_cycles_wrapped(void);

#endif
