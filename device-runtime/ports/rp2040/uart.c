// UART0 on GPIO0 (to the host) and GPIO1 (from the host), 115200 baud, 8N1. RP2040 datasheet 4.2 (PL011).
#include "../../core/channel.h"
#include "rp2040.h"
#include "rp2040_port.h"

enum { BAUD = 115200 };
// The divisor in 64ths, rounded: clk_peri / (16 * baud).
enum { DIVISOR_64 = (GN_CLOCK_HZ * 4 + BAUD / 2) / BAUD };
enum { PAD_PULL_UP_INPUT = 0x5a };  // as after reset, but pulled up: an open line is an idle line
enum { LCR_8N1_FIFO = 3 << 5 | 1 << 4 };
enum { CR_RXE_TXE_EN = 1 << 9 | 1 << 8 | 1 << 0 };
enum { FIFO = 32 };

void gn_uart_start(void) {
  UART_IBRD = DIVISOR_64 / 64;
  UART_FBRD = DIVISOR_64 % 64;
  UART_LCR_H = LCR_8N1_FIFO;  // this write also takes the divisor over
  UART_IFLS = 0;              // interrupts at 1/8: receive at 4 bytes (or a pause), send at 4 left
  UART_CR = CR_RXE_TXE_EN;
  UART_IMSC = UART_RXI | UART_RTI;
  PADS_GPIO(1) = PAD_PULL_UP_INPUT;
  GPIO_CTRL(0) = GPIO_FUNC_UART;
  GPIO_CTRL(1) = GPIO_FUNC_UART;
  NVIC_ISER = 1 << IRQ_UART0;
}

void gn_uart_pump(void) {
  uint32_t room = FIFO;  // an emulated FIFO may never be full
  uint8_t byte;
  while (room && !(UART_FR & UART_FR_TXFF) && gn_channel_transmit(GN_LINK_UART, &byte, 1)) {
    UART_DR = byte;
    room--;
  }
  int more = room == 0 || UART_FR & UART_FR_TXFF;
  UART_IMSC = more ? UART_RXI | UART_RTI | UART_TXI : UART_RXI | UART_RTI;
}

void gn_uart_interrupt(void) {
  uint8_t bytes[FIFO];
  uint32_t length = 0;
  UART_ICR = UART_RTI | UART_TXI;
  while (length < FIFO && !(UART_FR & UART_FR_RXFE)) bytes[length++] = (uint8_t)UART_DR;
  if (length) gn_channel_receive(GN_LINK_UART, bytes, length);
  gn_uart_pump();
}
