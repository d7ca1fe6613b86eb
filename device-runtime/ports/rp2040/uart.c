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
enum { FIFO = 32 };  // interrupts come when half of it is filled (or after a pause), or half of it empty

void gn_uart_start(void) {
  uint32_t uart = gn_block(UART0_BASE);
  GN_REG(uart + UARTIBRD) = DIVISOR_64 / 64;
  GN_REG(uart + UARTFBRD) = DIVISOR_64 % 64;
  GN_REG(uart + UARTLCR_H) = LCR_8N1_FIFO;  // this write also takes the divisor over
  GN_REG(uart + UARTCR) = CR_RXE_TXE_EN;
  GN_REG(uart + UARTIMSC) = UART_RXI | UART_RTI;
  GN_REG(PADS_BANK0_BASE + PADS_GPIO(1)) = PAD_PULL_UP_INPUT;
  uint32_t io = gn_block(IO_BANK0_BASE);
  GN_REG(io + GPIO_CTRL(0)) = GPIO_FUNC_UART;
  GN_REG(io + GPIO_CTRL(1)) = GPIO_FUNC_UART;
}

void gn_uart_pump(void) {
  uint32_t uart = gn_block(UART0_BASE);
  uint32_t interrupts = UART_RXI | UART_RTI | UART_TXI;
  uint32_t room = FIFO;  // an emulated FIFO may never be full
  for (; room && !(GN_REG(uart + UARTFR) & UARTFR_TXFF); room--) {
    uint8_t byte;
    if (!gn_channel_transmit(GN_LINK_UART, &byte, 1)) {
      interrupts = UART_RXI | UART_RTI;
      break;
    }
    GN_REG(uart + UARTDR) = byte;
  }
  GN_REG(uart + UARTIMSC) = interrupts;
}

void gn_uart_interrupt(void) {
  uint32_t uart = gn_block(UART0_BASE);
  uint8_t bytes[FIFO];
  uint32_t length = 0;
  GN_REG(uart + UARTICR) = UART_RTI | UART_TXI;
  while (length < FIFO && !(GN_REG(uart + UARTFR) & UARTFR_RXFE)) bytes[length++] = (uint8_t)GN_REG(uart + UARTDR);
  if (length) gn_channel_receive(GN_LINK_UART, bytes, length);
  gn_uart_pump();
}
