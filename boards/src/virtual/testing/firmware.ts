// Builds little firmware images for tests of the virtual board: a minimal second-stage boot, a vector table, and
// the test's own C.

import { BOOT2_SIZE, boot2Checksum, pico } from '../../pico/index.ts';
import { writeUf2 } from '../../uf2/index.ts';
import { type CompiledC, compileC } from './gcc.ts';

const PRELUDE = `
typedef unsigned u32; typedef unsigned char u8; typedef unsigned long long u64;
#define REG(a) (*(volatile u32 *)(a))
#define SET(a) REG((a) + 0x2000)
#define CLEAR(a) REG((a) + 0x3000)
#define IRQ(n) [16 + (n)]
typedef void (*vector)(void);
void main(void);
static void stop(void) { for (;;) __asm__ volatile("wfi"); }
/* The smallest boot2: the flash of the virtual board needs no setting up. */
__asm__(".section .boot2,\\"ax\\"\\n.thumb\\n.syntax unified\\n"
  "ldr r0, =0x10000100\\nldr r1, =0xe000ed08\\nstr r0, [r1]\\nldmia r0!, {r1, r2}\\nmsr msp, r1\\nbx r2\\n.ltorg\\n.text");
void start(void) { extern u32 bss[], bss_end[]; for (u32 *p = bss; p < bss_end; p++) *p = 0; main(); stop(); }
#define VECTORS(...) __attribute__((section(".vectors"), used)) const vector vectors[48] = { \\
  (vector)0x20042000, start, __VA_ARGS__ };
/* Releases GPIO, pads, UART0, TIMER; starts the microsecond tick. */
static void release(void) { CLEAR(0x4000c000) = 1 << 5 | 1 << 8 | 1 << 22 | 1 << 21; REG(0x4005802c) = 0x20c; }
static u32 micros(void) { return REG(0x40054028); }
`;

const LINKER_SCRIPT = `
MEMORY { flash : ORIGIN = 0x10000000, LENGTH = 2M  ram : ORIGIN = 0x20000000, LENGTH = 256K }
SECTIONS {
  .all 0x10000000 : {
    KEEP(*(.boot2)) . = 0x100; KEEP(*(.vectors)) *(.text*) *(.rodata*)
  } > flash
  .bss (NOLOAD) : { bss = .; *(.bss*) *(COMMON) . = ALIGN(4); bss_end = .; } > ram
}`;

export interface TestFirmware {
  readonly uf2: Uint8Array;
  readonly symbols: CompiledC['symbols'];
}

/**
 * Builds C with `main`, and `VECTORS(...)` for its handlers, into a UF2 that boots. Initialized data is not
 * supported; zeroed data is.
 */
export function buildFirmware(source: string): TestFirmware {
  const { bytes, symbols } = compileC(`${PRELUDE}${source}`, {
    linkerScript: LINKER_SCRIPT,
    flags: ['-Wno-main'],
  });
  new DataView(bytes.buffer).setUint32(BOOT2_SIZE - 4, boot2Checksum(bytes.subarray(0, BOOT2_SIZE)), true);
  return { uf2: writeUf2(bytes, 0x10000000, pico.flashing.family), symbols };
}
