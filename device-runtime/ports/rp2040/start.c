// Start-up: the vector table, static data, and the way to the main loop.
// RP2040 datasheet 2.3.2 (interrupts), 2.8.1 (boot sequence).
#include "../../core/runtime.h"
#include "../cortex-m/cycles.h"
#include "../cortex-m/fault.h"
#include "rp2040.h"
#include "rp2040_port.h"
#include "usb.h"

extern uint32_t gn_handler_stack_top[], gn_static_begin[], gn_static_end[];

void gn_reset_handler(void) __attribute__((noreturn));
void gn_fault_handler(void);

/** An interrupt that nobody has enabled. */
static void unexpected(void) {
  for (;;) {
  }
}

typedef void (*vector)(void);
enum { EXCEPTIONS = 16, SYSTICK = 15 };

__attribute__((section(".vectors"), used)) static const vector vectors[EXCEPTIONS + IRQ_UART0 + 1] = {
    (vector)gn_handler_stack_top,
    gn_reset_handler,
    unexpected,
    gn_fault_handler,
    [4 ... SYSTICK - 1] = unexpected,
    [SYSTICK ... EXCEPTIONS + IRQ_UART0] = gn_interrupt,  // none is used beyond the UART's
};

void gn_interrupt_of(uint32_t exception) {
  switch (exception) {
    case SYSTICK:
      return gn_cycles_wrapped();
    case EXCEPTIONS + IRQ_TIMER_0:
      return gn_wake_interrupt();
    case EXCEPTIONS + IRQ_TIMER_1:
      return gn_service_interrupt();
    case EXCEPTIONS + IRQ_USBCTRL:
      return gn_usb_interrupt();
    case EXCEPTIONS + IRQ_UART0:
      return gn_uart_interrupt();
  }
}

void gn_reset_handler(void) {
  for (uint32_t *to = gn_static_begin; to < gn_static_end; to++) *to = 0;
  gn_clocks_start();
  gn_cycles_start();
  gn_time_start();
  gn_uart_start();
  gn_usb_start();
  // All have the priority that they have after a reset, the same: none interrupts another.
  NVIC_ISER = 1 << IRQ_TIMER_0 | 1 << IRQ_TIMER_1 | 1 << IRQ_UART0 | 1 << IRQ_USBCTRL;
  gn_start();
  for (;;) gn_run_or_sleep();
}
