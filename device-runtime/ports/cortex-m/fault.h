// Faults and aborts on ARMv6-M.
#ifndef GN_FAULT_H
#define GN_FAULT_H

#include <stdint.h>

/** What the processor pushes at an exception (ARMv6-M ARM, B1.5.6). */
struct gn_frame {
  uint32_t r0, r1, r2, r3, r12, lr, pc, xpsr;
};

/** Called by gn_fault_handler with EXC_RETURN and the process stack pointer; returns the one to return with. */
uint32_t gn_fault(uint32_t exception_return, uint32_t sp);

/** Ends user code: returns from gn_enter, whatever stack this is called or returned to on (context.S). */
void gn_abort(void) __attribute__((noreturn));

/** Goes on where the innermost gn_try returns, with -2 for a trap; called or returned to on any stack (context.S). */
void gn_unwind_trap(void) __attribute__((noreturn));

/** Takes away what gn_port_try_abort has put into compiled code. */
void gn_stop_clear(void);

extern volatile uint8_t gn_counting;  // user code runs: the cycle counter counts

#endif
