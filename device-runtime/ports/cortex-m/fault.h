// Faults and aborts on ARMv6-M.
#ifndef GN_FAULT_H
#define GN_FAULT_H

#include <stdint.h>

/** What the processor pushes at an exception (ARMv6-M ARM, B1.5.6). */
struct gn_frame {
  uint32_t r0, r1, r2, r3, r12, lr, pc, xpsr;
};

/**
 * The code that an exception interrupted on the process stack: where compiled code was (gn_trap_message.user_pc)
 * and its stack pointer. Both are 0 if no compiled code is found.
 */
void gn_find_user_code(uint32_t pc, uint32_t lr, uint32_t sp, uint32_t *user_pc, uint32_t *user_sp);

/** Called by gn_fault_handler with EXC_RETURN and the process stack pointer; returns the one to return with. */
uint32_t gn_fault(uint32_t exception_return, uint32_t sp);

extern uint32_t gn_fault_registers[8];    // r4..r11 at the fault
extern volatile uint8_t gn_counting;      // user code runs: the cycle counter counts

#endif
