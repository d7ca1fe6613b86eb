// Who this board is, where its memory lies, and which link its channel uses.
#include "../../core/port.h"

#include "../../core/channel.h"
#include "../../core/loader.h"
#include "../../core/port_values.h"
#include "rp2040.h"
#include "rp2040_port.h"
#include "usb.h"

extern uint32_t gn_code_begin[], gn_code_end[], gn_data_begin[], gn_data_end[], gn_heap_begin[], gn_heap_end[],
    gn_stack_low[], gn_stack_top[], gn_text_end[];

const struct gn_ident_message gn_identity = {
    .version = GN_PROTOCOL_VERSION,
    .clock_hz = GN_CLOCK_HZ,
    .code_begin = (uint32_t)gn_code_begin,
    .code_end = (uint32_t)gn_code_end,
    .data_begin = (uint32_t)gn_data_begin,
    .data_end = (uint32_t)gn_data_end,
    .heap_begin = (uint32_t)gn_heap_begin,
    .heap_end = (uint32_t)gn_heap_end,
    .stack_begin = (uint32_t)gn_stack_low,
    .stack_end = (uint32_t)gn_stack_top,
    .chip = "rp2040",
    .build_hash = {GN_BUILD_HASH},
};

void *gn_port_memory(uint32_t address) {
  return (void *)address;
}

int gn_port_readable(uint32_t address, uint32_t length) {
  // Of the registers, those that tell the state of the pins: reading them has no effect, and takes bytes too (2.1.4).
  return gn_holds(0x10000000, (uint32_t)gn_text_end, address, length) ||
         gn_holds(0x20000000, 0x20042000, address, length) ||
         gn_holds(SIO_BASE + SIO_GPIO_IN, SIO_BASE + SIO_GPIO_OE + 4, address, length);
}

uint32_t gn_port_start_number(void) {
  // Random bits of the ring oscillator (2.17.5), and a count that survives all resets but that of the power.
  uint32_t number = ++GN_REG(WATCHDOG_BASE + WATCHDOG_SCRATCH(1)) * 0x9e3779b9;
  for (uint32_t i = 0; i < 32; i++) number ^= (GN_REG(ROSC_BASE + ROSC_RANDOMBIT) & 1) << i;
  return number;
}

void gn_port_send(void) {
  uint32_t mask = gn_irq_save();
  if (gn_channel_link() == GN_LINK_USB) {
    gn_usb_pump();
  } else {
    gn_uart_pump();
  }
  gn_irq_restore(mask);
}
