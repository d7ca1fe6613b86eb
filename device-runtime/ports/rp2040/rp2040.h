// Registers of the RP2040 that the runtime uses. Section numbers are of the RP2040 datasheet.
#ifndef GN_RP2040_H
#define GN_RP2040_H

#include "../cortex-m/cortex_m.h"

// 2.1.2: every peripheral register has aliases that set or clear bits in one write.
#define SET_BITS(reg) GN_REG((uint32_t)&(reg) + 0x2000)
#define CLEAR_BITS(reg) GN_REG((uint32_t)&(reg) + 0x3000)

// 2.3.2: interrupt numbers.
enum { IRQ_TIMER_0 = 0, IRQ_TIMER_1 = 1, IRQ_USBCTRL = 5, IRQ_UART0 = 20 };

// 2.14: RESETS. A set bit holds the block in reset.
#define RESETS_RESET GN_REG(0x4000c000)
#define RESETS_RESET_DONE GN_REG(0x4000c008)
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

// 2.13: PSM, which blocks the watchdog resets.
#define PSM_WDSEL GN_REG(0x40010008)
enum { PSM_ALL_BUT_OSCILLATORS = 0x0001fffc };

// 2.15.7: CLOCKS.
#define CLK_REF_CTRL GN_REG(0x40008030)
#define CLK_REF_SELECTED GN_REG(0x40008038)
#define CLK_SYS_CTRL GN_REG(0x4000803c)
#define CLK_SYS_DIV GN_REG(0x40008040)
#define CLK_SYS_SELECTED GN_REG(0x40008044)
#define CLK_PERI_CTRL GN_REG(0x40008048)
#define CLK_USB_CTRL GN_REG(0x40008054)
#define CLK_USB_DIV GN_REG(0x40008058)
#define CLK_ADC_CTRL GN_REG(0x40008060)
#define CLK_ADC_DIV GN_REG(0x40008064)
enum { CLK_ENABLE = 1 << 11, CLK_DIV_1 = 1 << 8 };

// 2.16: XOSC.
#define XOSC_CTRL GN_REG(0x40024000)
#define XOSC_STATUS GN_REG(0x40024004)
#define XOSC_STARTUP GN_REG(0x4002400c)

// 2.17.6: ROSC; one random bit a read while it runs.
#define ROSC_RANDOMBIT GN_REG(0x4006001c)

// 2.18: PLLs.
#define PLL_SYS_BASE 0x40028000u
#define PLL_USB_BASE 0x4002c000u

// 2.19.6: IO_BANK0 and PADS_BANK0.
#define GPIO_CTRL(pin) GN_REG(0x40014004 + 8 * (pin))
#define PADS_GPIO(pin) GN_REG(0x4001c004 + 4 * (pin))
enum { GPIO_FUNC_UART = 2 };

// 4.2: UART0 (PL011).
#define UART_DR GN_REG(0x40034000)
#define UART_FR GN_REG(0x40034018)
#define UART_IBRD GN_REG(0x40034024)
#define UART_FBRD GN_REG(0x40034028)
#define UART_LCR_H GN_REG(0x4003402c)
#define UART_CR GN_REG(0x40034030)
#define UART_IFLS GN_REG(0x40034034)
#define UART_IMSC GN_REG(0x40034038)
#define UART_ICR GN_REG(0x40034044)
enum { UART_FR_TXFF = 1 << 5, UART_FR_RXFE = 1 << 4 };
enum { UART_TXI = 1 << 5, UART_RXI = 1 << 4, UART_RTI = 1 << 6 };

// 4.6: TIMER, a 64-bit count of microseconds.
#define TIMER_ALARM(n) GN_REG(0x40054010 + 4 * (n))
#define TIMER_ARMED GN_REG(0x40054020)
#define TIMER_RAWH GN_REG(0x40054024)
#define TIMER_RAWL GN_REG(0x40054028)
#define TIMER_INTR GN_REG(0x40054034)
#define TIMER_INTE GN_REG(0x40054038)

// 4.7: WATCHDOG; its tick also drives the TIMER.
#define WATCHDOG_CTRL GN_REG(0x40058000)
#define WATCHDOG_SCRATCH(n) GN_REG(0x4005800c + 4 * (n))
#define WATCHDOG_TICK GN_REG(0x4005802c)
enum { WATCHDOG_TICK_ENABLE = 1 << 9 };
#define WATCHDOG_TRIGGER (1u << 31)

/** Clock of the cores, in Hz. */
#define GN_CLOCK_HZ 125000000u
#define GN_XOSC_HZ 12000000u

/** Waits until a status bit comes, but not for ever: an emulator or a faulty board may never show it. */
#define GN_AWAIT(condition)                                        \
  do {                                                             \
    for (uint32_t left = 100000; !(condition) && left != 0; left--); \
  } while (0)

#endif
