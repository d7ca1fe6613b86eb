// Start-up: the vector table, the handlers' common frame, static data, and the way to the main loop.
// RP2040 datasheet 2.3.2 (interrupts), 2.8.1 (boot sequence).
#include "../../core/runtime.h"
#include "../cortex-m/cycles.h"
#include "../cortex-m/fault.h"
#include "rp2040.h"
#include "rp2040_port.h"
#include "usb.h"

extern uint32_t gn_handler_stack_top[], gn_data_image[], gn_static_begin[], gn_data_image_end[], gn_bss_begin[],
    gn_bss_end[];

void gn_reset_handler(void) __attribute__((noreturn));
void gn_fault_handler(void);

/** Wraps an interrupt's handler: its cycles are not the user code's. */
#define HANDLER(name, handle) \
  static void name(void) {    \
    gn_cycles_pause();        \
    handle();                 \
    gn_cycles_resume();       \
  }

HANDLER(wake, gn_wake_interrupt)
HANDLER(service, gn_service_interrupt)
HANDLER(usb, gn_usb_interrupt)
HANDLER(uart, gn_uart_interrupt)

/** An interrupt that nobody has enabled. */
static void unexpected(void) {
  for (;;) {
  }
}

typedef void (*vector)(void);
enum { EXCEPTIONS = 16, INTERRUPTS = 26 };

__attribute__((section(".vectors"), used)) static const vector vectors[EXCEPTIONS + INTERRUPTS] = {
    (vector)gn_handler_stack_top,
    gn_reset_handler,
    unexpected,
    gn_fault_handler,
    [4 ... 14] = unexpected,
    gn_cycles_wrapped,
    [EXCEPTIONS + IRQ_TIMER_0] = wake,
    [EXCEPTIONS + IRQ_TIMER_1] = service,
    [EXCEPTIONS + 2 ... EXCEPTIONS + 4] = unexpected,
    [EXCEPTIONS + IRQ_USBCTRL] = usb,
    [EXCEPTIONS + 6 ... EXCEPTIONS + 19] = unexpected,
    [EXCEPTIONS + IRQ_UART0] = uart,
    [EXCEPTIONS + 21 ... EXCEPTIONS + 25] = unexpected,
};

/** All of the runtime's interrupts have the lowest priority: none interrupts another. */
static void set_priorities(void) {
  for (uint32_t i = 0; i < 8; i++) NVIC_IPR(i) = 0xc0c0c0c0;
  SCB_SHPR3 = 0xc0c00000;  // SysTick, PendSV
}

void gn_reset_handler(void) {
  uint32_t *from = gn_data_image;
  for (uint32_t *to = gn_static_begin; to < gn_data_image_end; to++) *to = *from++;
  for (uint32_t *to = gn_bss_begin; to < gn_bss_end; to++) *to = 0;
  gn_clocks_start();
  set_priorities();
  gn_cycles_start();
  gn_time_start();
  gn_uart_start();
  gn_usb_start();
  gn_main();
}
