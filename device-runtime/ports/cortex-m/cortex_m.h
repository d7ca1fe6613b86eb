// Core peripherals of the ARMv6-M architecture that the ports use: SysTick, NVIC, SCB.
// Addresses: ARMv6-M Architecture Reference Manual, B3.
#ifndef GN_CORTEX_M_H
#define GN_CORTEX_M_H

#include <stdint.h>

#define GN_REG(address) (*(volatile uint32_t *)(address))

#define SYST_CSR GN_REG(0xe000e010)
#define SYST_RVR GN_REG(0xe000e014)
#define SYST_CVR GN_REG(0xe000e018)
enum { SYST_ENABLE = 1, SYST_TICKINT = 2, SYST_CLKSOURCE = 4 };

#define NVIC_ISER GN_REG(0xe000e100)
#define NVIC_ICPR GN_REG(0xe000e280)
#define NVIC_IPR(n) GN_REG(0xe000e400 + 4 * (n))

#define SCB_SHPR3 GN_REG(0xe000ed20)

/** Masks interrupts; returns the mask as it was, for gn_irq_restore. */
static inline uint32_t gn_irq_save(void) {
  uint32_t mask;
  __asm__ volatile("mrs %0, primask\n\tcpsid i" : "=r"(mask)::"memory");
  return mask;
}

static inline void gn_irq_restore(uint32_t mask) {
  __asm__ volatile("msr primask, %0" ::"r"(mask) : "memory");
}

/** The stack pointer of thread mode. */
static inline uint32_t gn_process_stack(void) {
  uint32_t sp;
  __asm__ volatile("mrs %0, psp" : "=r"(sp));
  return sp;
}

#endif
