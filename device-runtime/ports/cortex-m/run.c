// Running user code on ARMv6-M, and counting its cycles.
#include "../../core/generated/abi.h"
#include "../../core/port.h"
#include "../../core/port_values.h"
#include "../../core/runtime.h"
#include "cortex_m.h"
#include "cycles.h"
#include "fault.h"

void gn_enter(uint32_t code, uint32_t closure, uint32_t stack_top);

enum { SYST_PERIOD = 1 << 24 };

uint32_t gn_cycles_left;  // what was left of SysTick's period when counting began
static volatile uint32_t wraps;

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
  gn_cycles_left = left();
}

void gn_port_enter(uint32_t code, uint32_t closure) {
  gn_enter(code | 1, closure, gn_identity.stack_end);
  gn_stop_clear();
}

void gn_port_code_changes(void) {
  gn_stop_clear();
}

uint64_t gn_port_cycles(void) {
  // It stands still while no user code runs.
  int32_t difference = (int32_t)(gn_cycles_left - left());
  return (uint64_t)wraps * SYST_PERIOD + (uint64_t)(int64_t)difference;
}

const uint32_t *gn_port_stack_top(void) {
  return (const uint32_t *)gn_identity.stack_end;
}

void gn_port_check_stack(void) {
  uint32_t sp;
  __asm__("mov %0, sp" : "=r"(sp));
  if (sp < gn_identity.stack_begin + GN_STACK_RESERVE) gn_trap(GN_TRAP_STACK_OVERFLOW, 0, 0);
}

void gn_port_abort(void) {
  gn_abort();
}

void gn_port_sleep(void) {
  // An interrupt since the last sleep has set the event that this instruction waits for: none is lost.
  SYST_CSR = SYST_CLKSOURCE | SYST_TICKINT;
  __asm__ volatile("wfe" ::: "memory");
  if (gn_counting) SYST_CSR = SYST_CLKSOURCE | SYST_TICKINT | SYST_ENABLE;
}

uint32_t gn_port_mask(void) {
  return gn_irq_save();
}

void gn_port_unmask(uint32_t mask) {
  gn_irq_restore(mask);
}
