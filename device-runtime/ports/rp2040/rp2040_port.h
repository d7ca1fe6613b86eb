// What the files of this port share.
#ifndef GN_RP2040_PORT_H
#define GN_RP2040_PORT_H

#include <stdint.h>

/**
 * Waits until all bits of a mask are set in the register at an address, but not for ever: an emulator or a faulty
 * board may never show them.
 */
void gn_await(uint32_t status, uint32_t mask);

/** Resets peripherals, and takes them out of reset. */
void gn_reset_blocks(uint32_t blocks);

/** Starts crystal and PLLs and takes the peripherals out of reset. */
void gn_clocks_start(void);

void gn_time_start(void);
void gn_wake_interrupt(void);
void gn_service_interrupt(void);

void gn_uart_start(void);
void gn_uart_interrupt(void);
/** Sends what the channel has for this link, as far as the FIFO takes it. With interrupts masked. */
void gn_uart_pump(void);

/** The channel's links. */
enum { GN_LINK_USB = 0, GN_LINK_UART = 1 };

#endif
