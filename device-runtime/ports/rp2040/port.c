// Who this board is, where its memory lies, and which link its channel uses.
#include "../../core/port.h"

#include "../../core/channel.h"
#include "../../core/port_values.h"
#include "rp2040.h"
#include "rp2040_port.h"
#include "usb.h"

extern uint32_t gn_code_begin[], gn_code_end[], gn_data_begin[], gn_data_end[], gn_heap_begin[], gn_heap_end[],
    gn_stack_low[], gn_stack_top[], gn_text_end[];

#define RANGE(begin, end) {(uint32_t)(begin), (uint32_t)(end)}

const struct gn_memory_map gn_memory = {
    .code = RANGE(gn_code_begin, gn_code_end),
    .data = RANGE(gn_data_begin, gn_data_end),
    .heap = RANGE(gn_heap_begin, gn_heap_end),
    .stack = RANGE(gn_stack_low, gn_stack_top),
};

const struct gn_board gn_board = {.chip = "rp2040", .clock_hz = GN_CLOCK_HZ, .build_hash = GN_BUILD_HASH};

void *gn_port_memory(uint32_t address) {
  return (void *)address;
}

int gn_port_readable(uint32_t address, uint32_t length) {
  const struct gn_range readable[] = {{0x10000000, (uint32_t)gn_text_end}, {0x20000000, 0x20042000}};
  for (uint32_t i = 0; i < sizeof readable / sizeof *readable; i++) {
    if (address >= readable[i].begin && address <= readable[i].end && length <= readable[i].end - address) return 1;
  }
  return 0;
}

void gn_port_code_written(void) {
  // The SRAM has no cache in front of it; the prefetch buffer is emptied by the call that follows.
}

const uint32_t *gn_port_stack_top(void) {
  return gn_stack_top;
}

uint32_t gn_port_start_number(void) {
  // Random bits of the ring oscillator (2.17.5), and a count that survives all resets but that of the power.
  uint32_t number = ++WATCHDOG_SCRATCH(1) * 0x9e3779b9;
  for (uint32_t i = 0; i < 32; i++) number ^= (ROSC_RANDOMBIT & 1) << i;
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
