// Core peripherals of the ARMv6-M architecture that the ports use: SysTick, NVIC, SCB.
// Addresses: ARMv6-M Architecture Reference Manual, B3.
#ifndef GN_CORTEX_M_H
#define GN_CORTEX_M_H

#include <stdint.h>

#define GN_REG(address) (*(volatile uint32_t *)(address))

/**
 * The base address of a block of registers, as a number that the compiler doesn't know: it then reaches all of them
 * from one register of the processor, where it would load an address for each.
 */
static inline uint32_t gn_block(uint32_t base) {
  __asm__("" : "+r"(base));
  return base;
}

#define SYST_CSR GN_REG(0xe000e010)
#define SYST_RVR GN_REG(0xe000e014)
#define SYST_CVR GN_REG(0xe000e018)
enum { SYST_ENABLE = 1, SYST_TICKINT = 2, SYST_CLKSOURCE = 4 };

#define NVIC_ISER GN_REG(0xe000e100)
/** Masks interrupts; returns the mask as it was, for gn_irq_restore. */
static inline uint32_t gn_irq_save(void) {
  uint32_t mask;
  __asm__ volatile("mrs %0, primask\n\tcpsid i" : "=r"(mask)::"memory");
  return mask;
}

static inline void gn_irq_restore(uint32_t mask) {
  __asm__ volatile("msr primask, %0" ::"r"(mask) : "memory");
}

#endif
