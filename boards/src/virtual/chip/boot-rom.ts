// A stand-in for the RP2040's boot ROM, which is not ours to ship: the table of functions at its documented place,
// with the functions themselves in JavaScript. Source: RP2040 datasheet, 2.8.2 (launch of flash code) and 2.8.3
// (bootrom contents).

import type { CortexM0Plus } from '../cpu/core.ts';

export const ROM_SIZE = 0x4000;

const MAGIC = 0x10;
const FUNCTION_TABLE = 0x100;
const FIRST_FUNCTION = 0x200;
/** BKPT; the ROM's code is `bkpt #0; bx lr` for each function, and the function runs at the breakpoint. */
const BREAKPOINT = 0xbe00;
const RETURN = 0x4770;

const FLASH_PAGE = 256;
const FLASH_SECTOR = 4096;

/** What the ROM's functions need of the chip. */
export interface RomServices {
  readonly flash: Uint8Array;
  resetToBootloader(): void;
  read8(address: number): number;
  write8(address: number, value: number): void;
}

type RomFunction = (registers: Int32Array, services: RomServices) => void;

/** The function table's entries under their two-letter codes. Flash offsets count from the start of flash. */
const FUNCTIONS: Readonly<Record<string, RomFunction>> = {
  P3: (r) => {
    let count = 0;
    for (let rest = r[0]!; rest !== 0; rest &= rest - 1) count++;
    r[0] = count;
  },
  R3: (r) => {
    let result = 0;
    for (let i = 0; i < 32; i++) result = (result << 1) | ((r[0]! >>> i) & 1);
    r[0] = result;
  },
  L3: (r) => {
    r[0] = Math.clz32(r[0]!);
  },
  T3: (r) => {
    r[0] = r[0] === 0 ? 32 : 31 - Math.clz32(r[0]! & -r[0]!);
  },
  MS: setMemory,
  S4: setMemory,
  MC: copyMemory,
  C4: copyMemory,
  UB: (_, services) => services.resetToBootloader(),
  // Leaving and entering execute-in-place needs nothing here: the flash is memory all the time.
  IF: () => {},
  EX: () => {},
  FC: () => {},
  CX: () => {},
  RE: (r, { flash }) => {
    const from = (r[0]! >>> 0) & -FLASH_SECTOR;
    flash.fill(0xff, from, from + (r[1]! >>> 0));
  },
  RP: (r, services) => {
    const to = (r[0]! >>> 0) & -FLASH_PAGE;
    const count = Math.min(r[2]! >>> 0, services.flash.length - to);
    // Programming clears bits; only erasing sets them.
    for (let i = 0; i < count; i++) services.flash[to + i]! &= services.read8((r[1]! >>> 0) + i);
  },
};

function setMemory(r: Int32Array, services: RomServices): void {
  for (let i = 0; i < r[2]! >>> 0; i++) services.write8((r[0]! >>> 0) + i, r[1]! & 0xff);
}

function copyMemory(r: Int32Array, services: RomServices): void {
  for (let i = 0; i < r[2]! >>> 0; i++) {
    services.write8((r[0]! >>> 0) + i, services.read8((r[1]! >>> 0) + i));
  }
}

function code(name: string): number {
  return name.charCodeAt(0) | (name.charCodeAt(1) << 8);
}

export class BootRom {
  readonly bytes = new Uint8Array(ROM_SIZE);
  readonly #functions = new Map<number, RomFunction>();
  readonly #services: RomServices;

  constructor(services: RomServices) {
    this.#services = services;
    const view = new DataView(this.bytes.buffer);
    this.bytes.set([0x4d, 0x75, 0x01, 0x03], MAGIC); // 'M', 'u', 1, version 3
    let address = FIRST_FUNCTION;
    const define = (run: RomFunction): number => {
      const at = address;
      view.setUint16(at, BREAKPOINT, true);
      view.setUint16(at + 2, RETURN, true);
      this.#functions.set(at, run);
      address += 4;
      return at | 1;
    };
    const lookup = define((r) => {
      r[0] = this.#lookup(r[0]! >>> 0, r[1]! & 0xffff);
    });
    view.setUint16(0x14, FUNCTION_TABLE, true);
    view.setUint16(0x16, 0, true);
    view.setUint16(0x18, lookup, true);
    Object.entries(FUNCTIONS).forEach(([name, run], i) => {
      view.setUint16(FUNCTION_TABLE + 4 * i, code(name), true);
      view.setUint16(FUNCTION_TABLE + 4 * i + 2, define(run), true);
    });
  }

  #lookup(table: number, wanted: number): number {
    if (table === 0) return 0;
    const word = (address: number): number =>
      this.#services.read8(address) | (this.#services.read8(address + 1) << 8);
    for (let at = table; word(at) !== 0; at += 4) if (word(at) === wanted) return word(at + 2);
    return 0;
  }

  /** Runs the function whose breakpoint is at `pc`. Returns false if there is none. */
  serve(pc: number, core: CortexM0Plus): boolean {
    const run = this.#functions.get(pc);
    if (run === undefined) return false;
    run(core.registers, this.#services);
    core.registers[15] = pc + 2;
    return true;
  }
}
