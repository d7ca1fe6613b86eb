// What the files of this port share.
#ifndef GN_RP2040_PORT_H
#define GN_RP2040_PORT_H

#include <stdint.h>

/** Starts crystal and PLLs and takes the peripherals out of reset. */
void gn_clocks_start(void);

void gn_time_start(void);
void gn_wake_interrupt(void);
void gn_service_interrupt(void);

void gn_uart_start(void);
void gn_uart_interrupt(void);
/** Sends what the channel has for this link, as far as the FIFO takes it. With interrupts masked. */
void gn_uart_pump(void);

/** The links that the channel runs over; it uses the one that last brought a valid frame. */
enum { GN_LINK_USB = 1, GN_LINK_UART = 2 };

/** Bytes have come over a link. Interrupt context. */
void gn_link_received(uint32_t link, const uint8_t *bytes, uint32_t length);

/** Takes up to `room` bytes that are to be sent over a link; 0 if there are none. With interrupts masked. */
uint32_t gn_link_pull(uint32_t link, uint8_t *bytes, uint32_t room);

/** Restarts into the boot loader as soon as the answer to the request has gone out. */
void gn_request_bootloader(void);

#endif
