// Clocks: crystal 12 MHz -> PLL_SYS 125 MHz (cores), PLL_USB 48 MHz (USB, ADC). Resets of the peripherals.
// All dividers stay 1, as after a reset.
// RP2040 datasheet 2.14 (resets), 2.15 (clocks), 2.16.3 (crystal), 2.18.3 (PLL).
#include "rp2040.h"
#include "rp2040_port.h"

#define STABLE (1u << 31)  // of the crystal; LOCK of a PLL

void gn_await(uint32_t status, uint32_t mask) {
  for (uint32_t left = 100000; (GN_REG(status) & mask) != mask && left != 0; left--) {
  }
}

static void release(uint32_t blocks) {
  GN_REG(RESETS_BASE + CLEAR_BITS) = blocks;
  gn_await(RESETS_BASE + RESETS_RESET_DONE, blocks);
}

void gn_reset_blocks(uint32_t blocks) {
  GN_REG(RESETS_BASE + SET_BITS) = blocks;
  release(blocks);
}

// CTRL.ENABLE = 0xfab, FREQ_RANGE = 1..15 MHz; 1 ms to start: 47 * 256 cycles of 12 MHz.
static void start_crystal(void) {
  uint32_t xosc = gn_block(XOSC_BASE);
  GN_REG(xosc + XOSC_STARTUP) = 47;
  GN_REG(xosc + XOSC_CTRL) = 0x00fabaa0;
  gn_await(xosc + XOSC_STATUS, STABLE);
}

/** Starts a PLL: crystal * multiplier / (divider1 * divider2), the dividers as PRIM takes them. */
static __attribute__((noinline)) void start_pll(uint32_t pll, uint32_t multiplier, uint32_t dividers) {
  GN_REG(pll + PLL_CS) = 1;
  GN_REG(pll + PLL_FBDIV_INT) = multiplier;
  GN_REG(pll + CLEAR_BITS + PLL_PWR) = PLL_PWR_PD | PLL_PWR_VCOPD;
  gn_await(pll + PLL_CS, STABLE);
  GN_REG(pll + PLL_PRIM) = dividers;
  GN_REG(pll + CLEAR_BITS + PLL_PWR) = PLL_PWR_POSTDIVPD;
}

#define DIVIDERS(first, second) ((first) << 16 | (second) << 12)

void gn_clocks_start(void) {
  uint32_t clocks = gn_block(CLOCKS_BASE);
  start_crystal();
  // The glitchless multiplexers first go to sources that keep running while the PLLs are set up.
  GN_REG(clocks + CLK_SYS_CTRL) = 0;
  gn_await(clocks + CLK_SYS_SELECTED, 1);
  GN_REG(clocks + CLK_REF_CTRL) = 2;  // crystal
  gn_await(clocks + CLK_REF_SELECTED, 1 << 2);

  gn_reset_blocks(RESET_PLL_SYS | RESET_PLL_USB);
  start_pll(PLL_SYS_BASE, 125, DIVIDERS(6, 2));  // 1500 MHz / 12
  start_pll(PLL_USB_BASE, 100, DIVIDERS(5, 5));  // 1200 MHz / 25

  GN_REG(clocks + CLK_SYS_CTRL) = 1;  // SRC: AUX, AUXSRC: PLL_SYS, which 0 has been selecting already
  gn_await(clocks + CLK_SYS_SELECTED, 1 << 1);
  GN_REG(clocks + CLK_USB_CTRL) = CLK_ENABLE;  // AUXSRC 0: PLL_USB
  GN_REG(clocks + CLK_ADC_CTRL) = CLK_ENABLE;   // AUXSRC 0: PLL_USB
  GN_REG(clocks + CLK_PERI_CTRL) = CLK_ENABLE;  // AUXSRC 0: the cores' clock

  GN_REG(WATCHDOG_BASE + WATCHDOG_TICK) = WATCHDOG_TICK_ENABLE | GN_XOSC_HZ / 1000000;

  // Everything that user code may touch: the library in lib/ finds its peripherals out of reset.
  release(RESET_ADC | RESET_I2C0 | RESET_I2C1 | RESET_IO_BANK0 | RESET_PADS_BANK0 | RESET_PWM | RESET_SPI0 |
          RESET_SPI1 | RESET_TIMER | RESET_UART0 | RESET_UART1);
}
