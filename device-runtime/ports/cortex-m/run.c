// Running user code on ARMv6-M, and counting its cycles.
#include "../../core/port.h"
#include "../../core/runtime.h"
#include "cycles.h"

void gn_enter(uint32_t code, uint32_t closure, uint32_t stack_top);
void gn_abort(void) __attribute__((noreturn));

enum { SYST_PERIOD = 1 << 24 };

static volatile uint32_t wraps;
static uint32_t start;  // what was left of the period when counting began

void gn_cycles_start(void) {
  SYST_RVR = SYST_PERIOD - 1;
}

void gn_cycles_wrapped(void) {
  wraps++;
}

/** Cycles left of SysTick's period. At 0 the interrupt has been raised already, and the next period begun. */
static uint32_t left(void) {
  uint32_t value = SYST_CVR;
  return value ? value : SYST_PERIOD;
}

void gn_port_cycles_clear(void) {
  wraps = 0;
  start = left();
}

void gn_port_enter(uint32_t code, uint32_t closure) {
  gn_enter(code | 1, closure, gn_memory.stack.end);
}

uint64_t gn_port_cycles(void) {
  // It stands still while no user code runs.
  return (uint64_t)wraps * SYST_PERIOD + start - left();
}

void gn_port_abort(void) {
  gn_abort();
}

void gn_port_sleep(void) {
  // An interrupt since the last sleep has set the event that this instruction waits for: none is lost.
  gn_cycles_pause();
  __asm__ volatile("wfe" ::: "memory");
  gn_cycles_resume();
}

uint32_t gn_port_mask(void) {
  return gn_irq_save();
}

void gn_port_unmask(uint32_t mask) {
  gn_irq_restore(mask);
}
