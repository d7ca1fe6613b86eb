// Registers of the RP2040 that the runtime uses: the base of each block, and offsets from it under the names of
// the RP2040 datasheet, whose section numbers are given.
#ifndef GN_RP2040_H
#define GN_RP2040_H

#include "../cortex-m/cortex_m.h"

// 2.1.2: every peripheral register has aliases that set or clear bits in one write.
enum { SET_BITS = 0x2000, CLEAR_BITS = 0x3000 };

// 2.3.2: interrupt numbers.
enum { IRQ_TIMER_0 = 0, IRQ_TIMER_1 = 1, IRQ_USBCTRL = 5, IRQ_UART0 = 20 };

// 2.3.1: SIO. Between the two are only the output levels and what sets, clears and flips them.
#define SIO_BASE 0xd0000000u
enum { SIO_GPIO_IN = 0x4, SIO_GPIO_OE = 0x20 };

// 2.13: PSM, which blocks the watchdog resets.
#define PSM_BASE 0x40010000u
enum { PSM_WDSEL = 0x8 };
enum { PSM_ALL_BUT_OSCILLATORS = 0x0001fffc };

// 2.14: RESETS. A set bit holds the block in reset.
#define RESETS_BASE 0x4000c000u
enum { RESETS_RESET = 0x0, RESETS_RESET_DONE = 0x8 };
enum {
  RESET_ADC = 1 << 0,
  RESET_I2C0 = 1 << 3,
  RESET_I2C1 = 1 << 4,
  RESET_IO_BANK0 = 1 << 5,
  RESET_PADS_BANK0 = 1 << 8,
  RESET_PLL_SYS = 1 << 12,
  RESET_PLL_USB = 1 << 13,
  RESET_PWM = 1 << 14,
  RESET_SPI0 = 1 << 16,
  RESET_SPI1 = 1 << 17,
  RESET_TIMER = 1 << 21,
  RESET_UART0 = 1 << 22,
  RESET_UART1 = 1 << 23,
  RESET_USBCTRL = 1 << 24,
};

// 2.15.7: CLOCKS.
#define CLOCKS_BASE 0x40008000u
enum {
  CLK_REF_CTRL = 0x30,
  CLK_REF_SELECTED = 0x38,
  CLK_SYS_CTRL = 0x3c,
  CLK_SYS_SELECTED = 0x44,
  CLK_PERI_CTRL = 0x48,
  CLK_USB_CTRL = 0x54,
  CLK_ADC_CTRL = 0x60,
};
enum { CLK_ENABLE = 1 << 11 };

// 2.16: XOSC.
#define XOSC_BASE 0x40024000u
enum { XOSC_CTRL = 0x0, XOSC_STATUS = 0x4, XOSC_STARTUP = 0xc };

// 2.17: ROSC; one random bit a read while it runs.
#define ROSC_BASE 0x40060000u
enum { ROSC_RANDOMBIT = 0x1c };

// 2.18: PLLs.
#define PLL_SYS_BASE 0x40028000u
#define PLL_USB_BASE 0x4002c000u
enum { PLL_CS = 0x0, PLL_PWR = 0x4, PLL_FBDIV_INT = 0x8, PLL_PRIM = 0xc };
enum { PLL_PWR_PD = 1 << 0, PLL_PWR_POSTDIVPD = 1 << 3, PLL_PWR_VCOPD = 1 << 5 };

// 2.19.6: IO_BANK0 and PADS_BANK0.
#define IO_BANK0_BASE 0x40014000u
#define PADS_BANK0_BASE 0x4001c000u
#define GPIO_CTRL(pin) (8 * (pin) + 4)
#define PADS_GPIO(pin) (4 * (pin) + 4)
enum { GPIO_FUNC_UART = 2 };

// 4.2: UART0 (PL011).
#define UART0_BASE 0x40034000u
enum {
  UARTDR = 0x00,
  UARTFR = 0x18,
  UARTIBRD = 0x24,
  UARTFBRD = 0x28,
  UARTLCR_H = 0x2c,
  UARTCR = 0x30,
  UARTIMSC = 0x38,
  UARTICR = 0x44,
};
enum { UARTFR_TXFF = 1 << 5, UARTFR_RXFE = 1 << 4 };
enum { UART_RXI = 1 << 4, UART_TXI = 1 << 5, UART_RTI = 1 << 6 };

// 4.6: TIMER, a 64-bit count of microseconds.
#define TIMER_BASE 0x40054000u
#define TIMER_ALARM(n) (0x10 + 4 * (n))
enum { TIMER_ARMED = 0x20, TIMER_TIMERAWH = 0x24, TIMER_TIMERAWL = 0x28, TIMER_INTR = 0x34, TIMER_INTE = 0x38 };

// 4.7: WATCHDOG; its tick also drives the TIMER.
#define WATCHDOG_BASE 0x40058000u
#define WATCHDOG_SCRATCH(n) (0x0c + 4 * (n))
enum { WATCHDOG_CTRL = 0x0, WATCHDOG_TICK = 0x2c };
enum { WATCHDOG_TICK_ENABLE = 1 << 9 };
#define WATCHDOG_TRIGGER (1u << 31)

/** Clock of the cores and of the crystal, in Hz. */
#define GN_CLOCK_HZ 125000000u
#define GN_XOSC_HZ 12000000u

#endif
