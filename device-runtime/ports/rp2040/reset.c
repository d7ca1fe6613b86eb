// Restarting: into this firmware, or into the USB boot loader (the drive that UF2 files are copied to).
// RP2040 datasheet 2.8.3 (boot ROM contents), 4.7 (watchdog).
#include "../../core/port.h"
#include "rp2040.h"
#include "rp2040_port.h"

enum { BOOTLOADER_FUNCTION = 'U' | 'B' << 8 };
enum { ROM_MAGIC = 'M' | 'u' << 8 | 1 << 16 };
// Left in SCRATCH0 for an emulator that has no boot ROM to call.
enum { BOOTLOADER_WANTED = 0xb007c0d3 - 0x100000000 };

static __attribute__((noreturn, noinline)) void watchdog_reset(void) {
  GN_REG(PSM_BASE + PSM_WDSEL) = PSM_ALL_BUT_OSCILLATORS;
  GN_REG(WATCHDOG_BASE + SET_BITS + WATCHDOG_CTRL) = WATCHDOG_TRIGGER;
  for (;;) {
  }
}

void gn_port_reboot(void) {
  gn_irq_save();
  GN_REG(WATCHDOG_BASE + WATCHDOG_SCRATCH(4)) = 0;  // the boot ROM would take SCRATCH4..7 for an address to start at
  watchdog_reset();
}

void gn_port_bootloader(void) {
  gn_irq_save();
  uint32_t rom = gn_block(0);
  if ((GN_REG(rom + 0x10) & 0xffffff) == ROM_MAGIC) {
    // 0x14, 0x18: half-word pointers to the function table and to the function that searches it.
    uint32_t table = GN_REG(rom + 0x14) & 0xffff;
    uint32_t lookup = GN_REG(rom + 0x18) & 0xffff;
    uint32_t reset = ((uint32_t(*)(uint32_t, uint32_t))lookup)(table, BOOTLOADER_FUNCTION);
    if (reset) ((void (*)(uint32_t, uint32_t))reset)(0, 0);
  }
  GN_REG(WATCHDOG_BASE + WATCHDOG_SCRATCH(0)) = (uint32_t)BOOTLOADER_WANTED;
  watchdog_reset();
}
