// Clocks: crystal 12 MHz -> PLL_SYS 125 MHz (cores), PLL_USB 48 MHz (USB, peripherals, ADC).
// RP2040 datasheet 2.15 (clocks), 2.16.3 (crystal), 2.18.3 (PLL).
#include "rp2040.h"
#include "rp2040_port.h"

// CTRL.ENABLE = 0xfab, FREQ_RANGE = 1..15 MHz; 1 ms to start: 47 * 256 cycles of 12 MHz.
static void start_crystal(void) {
  XOSC_STARTUP = 47;
  XOSC_CTRL = 0x00fabaa0;
  GN_AWAIT(XOSC_STATUS >> 31);
}

struct pll {
  volatile uint32_t cs, pwr, fbdiv, prim;
};

/** Starts a PLL: crystal * multiplier / (divider1 * divider2). */
static void start_pll(uint32_t base, uint32_t multiplier, uint32_t divider1, uint32_t divider2) {
  struct pll *pll = (struct pll *)base;
  enum { PD = 1 << 0, POSTDIVPD = 1 << 3, VCOPD = 1 << 5 };
  pll->cs = 1;
  pll->fbdiv = multiplier;
  CLEAR_BITS(pll->pwr) = PD | VCOPD;
  GN_AWAIT(pll->cs >> 31);
  pll->prim = divider1 << 16 | divider2 << 12;
  CLEAR_BITS(pll->pwr) = POSTDIVPD;
}

static void release(uint32_t blocks) {
  CLEAR_BITS(RESETS_RESET) = blocks;
  GN_AWAIT((RESETS_RESET_DONE & blocks) == blocks);
}

void gn_clocks_start(void) {
  start_crystal();
  // The glitchless multiplexers first go to sources that keep running while the PLLs are set up.
  CLK_SYS_CTRL = 0;
  GN_AWAIT(CLK_SYS_SELECTED & 1);
  CLK_REF_CTRL = 2;  // crystal
  GN_AWAIT(CLK_REF_SELECTED & 1 << 2);

  SET_BITS(RESETS_RESET) = RESET_PLL_SYS | RESET_PLL_USB;
  release(RESET_PLL_SYS | RESET_PLL_USB);
  start_pll(PLL_SYS_BASE, 125, 6, 2);  // 1500 MHz / 12
  start_pll(PLL_USB_BASE, 100, 5, 5);  // 1200 MHz / 25

  CLK_SYS_DIV = CLK_DIV_1;
  CLK_SYS_CTRL = 0 << 5;      // AUXSRC: PLL_SYS
  CLK_SYS_CTRL = 0 << 5 | 1;  // SRC: AUX
  GN_AWAIT(CLK_SYS_SELECTED & 1 << 1);
  CLK_USB_DIV = CLK_DIV_1;
  CLK_USB_CTRL = CLK_ENABLE;  // AUXSRC 0: PLL_USB
  CLK_ADC_DIV = CLK_DIV_1;
  CLK_ADC_CTRL = CLK_ENABLE;   // AUXSRC 0: PLL_USB
  CLK_PERI_CTRL = CLK_ENABLE;  // AUXSRC 0: the core's clock

  WATCHDOG_TICK = WATCHDOG_TICK_ENABLE | GN_XOSC_HZ / 1000000;

  // Everything that user code may touch: the library in lib/ finds its peripherals out of reset.
  release(RESET_ADC | RESET_I2C0 | RESET_I2C1 | RESET_IO_BANK0 | RESET_PADS_BANK0 | RESET_PWM | RESET_SPI0 |
          RESET_SPI1 | RESET_TIMER | RESET_UART0 | RESET_UART1);
}
