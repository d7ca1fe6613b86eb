// The RP2040 around its processor: the memory map with its faults, and the peripherals, ours and rp2040js's.
// One instance lives from one reset of the chip to the next. Source: RP2040 datasheet, 2.2 (address map).

import { type Peripheral, RP2040 } from 'rp2040js';
import { BOOT2_SIZE, boot2Checksum } from '../../pico/boot2.ts';
import { type Bus, BusFault, type CodeRegion } from '../cpu/bus.ts';
import { CortexM0Plus } from '../cpu/core.ts';
import { UsbDeviceController, type UsbListener } from '../usb/device-controller.ts';
import { BootRom, ROM_SIZE } from './boot-rom.ts';
import { CYCLES_PER_MICROSECOND, type CycleClock } from './clock.ts';
import { DIVIDER_FIRST, DIVIDER_LAST, Divider } from './divider.ts';
import { RESET_BITS, Resets } from './resets.ts';
import { SystemControl } from './system-control.ts';
import { Timer } from './timer.ts';
import { Watchdog, type WatchdogMemory } from './watchdog.ts';
import { XipControl } from './xip.ts';

export const FLASH_BASE = 0x10000000;
export const FLASH_SIZE = 2 * 1024 * 1024;

const FLASH_END = 0x14000000; // four views: cached, not allocating, not caching, neither
const FLASH_OFFSET = FLASH_SIZE - 1; // the flash chip ignores the address lines that it does not have
const RAM_BASE = 0x20000000;
const RAM_UNSTRIPED = 0x21000000;
const RAM_UNSTRIPED_SIZE = 256 * 1024;
const XIP_CTRL = 0x14000000;
const XIP_SRAM = 0x15000000;
const XIP_SRAM_SIZE = 16 * 1024;
const DPRAM = 0x50100000;
const DPRAM_SIZE = 4096;
const SIO = 0xd0000000;
const SIO_SIZE = 0x180;
const SYSTEM_CONTROL = 0xe000e000;

const ALIAS_BITS = 0x3000;
const BLOCK_SIZE = 0x4000;

const IRQ_TIMER_0 = 0;
const IRQ_USBCTRL = 5;

/** Where the boot ROM puts the second-stage boot code, and below which it has its stack. */
const BOOT2_RAM = 0x20041f00;
/** PSM.WDSEL: processor 0 takes part in a watchdog reset. Without, the watchdog's reset reaches nothing. */
const PSM_WDSEL = 0x8;
const PSM_PROC0 = 1 << 15;
const RESET_USBCTRL_BIT = 1 << 24;

/** Left in SCRATCH0 before a watchdog reset by firmware that wants the boot loader but finds no boot ROM. */
const BOOTLOADER_MAGIC = 0xb007c0d3;

/** Why the chip wants to be reset, or stops running a program. */
export type ResetReason = 'software' | 'watchdog' | 'bootloader';

export interface ChipOptions {
  readonly clock: CycleClock;
  /** 2 MiB; belongs to the board and survives resets. */
  readonly flash: Uint8Array;
  readonly watchdog: WatchdogMemory;
  /** Content of RAM from before the reset; without, zeros. */
  readonly ram?: Uint8Array;
  readonly usb: UsbListener;
  onResetRequest(reason: ResetReason): void;
}

export class Rp2040Chip implements Bus {
  readonly core: CortexM0Plus;
  /** The peripherals that are rp2040js's: GPIO, UARTs, clocks and so on. */
  readonly rp2040: RP2040;
  readonly usb: UsbDeviceController;
  readonly timer: Timer;
  readonly #flash: Uint8Array;
  readonly #flashView: DataView;
  readonly #flashRegion: CodeRegion;
  readonly #rom: BootRom;
  readonly #romView: DataView;
  readonly #romRegion: CodeRegion;
  readonly #xip = new XipControl();
  readonly #xipRam = new Uint8Array(XIP_SRAM_SIZE);
  readonly #dpramView: DataView;
  readonly #resets: Resets;
  readonly #divider: Divider;
  readonly #systemControl: SystemControl;
  /** Peripherals by address / 16 KiB, with the bit that holds them in reset. */
  readonly #blocks = new Map<number, { readonly peripheral: Peripheral; readonly resetBit: number }>();
  readonly #onResetRequest: (reason: ResetReason) => void;

  constructor(options: ChipOptions) {
    const { clock, flash } = options;
    if (flash.length !== FLASH_SIZE) throw new RangeError(`flash must have ${FLASH_SIZE} bytes`);
    this.#onResetRequest = options.onResetRequest;
    this.rp2040 = new Peripherals(clock);
    this.rp2040.logger = SILENT;
    if (options.ram !== undefined) this.rp2040.sram.set(options.ram);
    this.core = new CortexM0Plus(this, this.rp2040.sram);
    const core = this.core;
    clock.attach(core);
    this.rp2040.setInterrupt = (irq, level) => core.setInterrupt(irq, level);
    for (const pin of this.rp2040.gpio) pin.padValue = PAD_RESET;

    this.#flash = flash;
    this.#flashView = new DataView(flash.buffer, flash.byteOffset, flash.byteLength);
    this.#flashRegion = region(FLASH_BASE, flash);
    this.#rom = new BootRom({
      flash,
      resetToBootloader: () => this.#requestReset('bootloader'),
      read8: (address) => this.peek8(address),
      write8: (address, value) => this.#poke8(address, value),
    });
    this.#romView = new DataView(this.#rom.bytes.buffer);
    this.#romRegion = region(0, this.#rom.bytes);
    this.core.faultHook = (fault) =>
      fault.reason === 'breakpoint' && fault.pc < ROM_SIZE && this.#rom.serve(fault.pc, core);

    const dpram = this.rp2040.usbDPRAM;
    this.#dpramView = new DataView(dpram.buffer, dpram.byteOffset, dpram.byteLength);
    this.usb = new UsbDeviceController(
      dpram,
      (level) => core.setInterrupt(IRQ_USBCTRL, level),
      () => Math.floor(clock.now / (1000 * CYCLES_PER_MICROSECOND)),
      options.usb,
    );
    this.timer = new Timer(clock, (alarm, level) => core.setInterrupt(IRQ_TIMER_0 + alarm, level));
    const watchdog = new Watchdog(
      clock,
      options.watchdog,
      (on) => this.timer.setTick(on),
      () => this.#watchdogFired(options.watchdog),
    );
    this.#resets = new Resets((bits) => {
      if (bits & RESET_USBCTRL_BIT) this.usb.reset();
    });
    this.#divider = new Divider(clock);
    this.#systemControl = new SystemControl(core, clock, () => this.#requestReset('software'));

    for (const [key, peripheral] of Object.entries(this.rp2040.peripherals)) {
      this.#place(Number(key) << 12, peripheral);
    }
    this.#place(0x4000c000, this.#resets);
    this.#place(0x40054000, this.timer);
    this.#place(0x40058000, watchdog);
    this.#place(0x40060000, new RingOscillator());
    this.#place(0x50110000, this.usb);
  }

  #place(address: number, peripheral: Peripheral): void {
    const bit = RESET_BITS[address >>> 0];
    this.#blocks.set(address >>> 14, { peripheral, resetBit: bit === undefined ? 0 : 1 << bit });
  }

  #requestReset(reason: ResetReason): void {
    this.core.requestExit();
    this.#onResetRequest(reason);
  }

  #watchdogFired(memory: WatchdogMemory): void {
    const psm = this.#blocks.get(0x40010000 >>> 14)!.peripheral;
    if (!(psm.readUint32(PSM_WDSEL) & PSM_PROC0)) return;
    if (memory.scratch[0] === BOOTLOADER_MAGIC) {
      memory.scratch[0] = 0;
      this.#requestReset('bootloader');
    } else this.#requestReset('watchdog');
  }

  /**
   * Does what the boot ROM does after a reset: copies the second-stage boot code to RAM and runs it if its checksum
   * is right. Returns false if it is not: then the ROM's USB boot loader would run.
   */
  boot(): boolean {
    const boot2 = this.#flash.subarray(0, BOOT2_SIZE);
    if (this.#flashView.getUint32(BOOT2_SIZE - 4, true) !== boot2Checksum(boot2)) return false;
    this.core.ram.set(boot2, BOOT2_RAM - RAM_BASE);
    this.core.reset(BOOT2_RAM, BOOT2_RAM);
    this.core.registers[14] = 0; // no caller: boot2 itself goes on to the program
    return true;
  }

  /** Reads a byte as a debugger would, without side effects where there are any (peripherals read as zero). */
  peek8(address: number): number {
    const ramOffset = address - RAM_BASE;
    if (ramOffset >= 0 && ramOffset < this.core.ram.length) return this.core.ram[ramOffset]!;
    if (address < 0x20000000 || address >>> 24 === 0x21) return this.read8(address);
    if (address >= DPRAM && address < DPRAM + DPRAM_SIZE) return this.#dpramView.getUint8(address - DPRAM);
    return 0;
  }

  #poke8(address: number, value: number): void {
    const ramOffset = address - RAM_BASE;
    if (ramOffset >= 0 && ramOffset < this.core.ram.length) this.core.ram[ramOffset] = value;
    else this.write8(address, value);
  }

  // The bus. RAM at 0x20000000 is served by the core itself.

  fetch(address: number): CodeRegion {
    if (address >= RAM_BASE && address < RAM_BASE + this.core.ram.length) return this.core.ramRegion;
    if (address >= FLASH_BASE && address < FLASH_END) {
      const base = address & -FLASH_SIZE;
      return base === FLASH_BASE ? this.#flashRegion : { ...this.#flashRegion, base };
    }
    if (address < ROM_SIZE) return this.#romRegion;
    throw new BusFault(address >= 0x40000000 ? 'execute-never' : 'unmapped-read', address);
  }

  read32(address: number): number {
    switch (address >>> 28) {
      case 0:
        if (address < ROM_SIZE) return this.#romView.getUint32(address, true);
        break;
      case 1:
        if (address < FLASH_END) return this.#flashView.getUint32(address & FLASH_OFFSET, true);
        if (address < XIP_CTRL + 0x20) return this.#xip.readUint32(address & 0x1f);
        if (this.#inXipRam(address)) return wordOf(this.#xipRam, address - XIP_SRAM);
        break;
      case 2: {
        const at = this.#unstriped(address);
        if (at >= 0) return wordOf(this.core.ram, at);
        break;
      }
      case 5:
        if (address >= DPRAM && address < DPRAM + DPRAM_SIZE) {
          return this.#dpramView.getUint32(address - DPRAM, true);
        }
        break;
      case 0xd:
        if (address < SIO + SIO_SIZE) return this.#readSio(address - SIO);
        break;
      case 0xe:
        if (address >>> 12 === SYSTEM_CONTROL >>> 12) return this.#systemControl.read(address & 0xfff);
        break;
    }
    const block = this.#blocks.get(address >>> 14);
    if (block === undefined) throw new BusFault('unmapped-read', address);
    if (block.resetBit & this.#resets.held) return 0;
    return block.peripheral.readUint32(address & (BLOCK_SIZE - 1) & ~ALIAS_BITS);
  }

  // A narrow read takes its part of the word, with the side effects of reading all of it.

  read16(address: number): number {
    if (address >= FLASH_BASE && address < FLASH_END) {
      return this.#flashView.getUint16(address & FLASH_OFFSET, true);
    }
    return (this.read32((address & ~3) >>> 0) >>> (8 * (address & 2))) & 0xffff;
  }

  read8(address: number): number {
    if (address >= FLASH_BASE && address < FLASH_END) return this.#flash[address & FLASH_OFFSET]!;
    return (this.read32((address & ~3) >>> 0) >>> (8 * (address & 3))) & 0xff;
  }

  write32(address: number, value: number): void {
    switch (address >>> 28) {
      case 0:
        if (address < ROM_SIZE) throw new BusFault('read-only', address);
        break;
      case 1:
        if (address < FLASH_END) throw new BusFault('read-only', address);
        if (address < XIP_CTRL + 0x20) {
          this.#xip.writeUint32(address & 0x1f, value);
          return;
        }
        if (this.#inXipRam(address)) {
          putWord(this.#xipRam, address - XIP_SRAM, value);
          return;
        }
        break;
      case 2: {
        const at = this.#unstriped(address);
        if (at >= 0) {
          putWord(this.core.ram, at, value);
          return;
        }
        break;
      }
      case 5:
        if (address >= DPRAM && address < DPRAM + DPRAM_SIZE) {
          this.#dpramView.setUint32(address - DPRAM, value, true);
          this.usb.dpramWritten(address - DPRAM);
          return;
        }
        break;
      case 0xd:
        if (address < SIO + SIO_SIZE) {
          this.#writeSio(address - SIO, value);
          return;
        }
        break;
      case 0xe:
        if (address >>> 12 === SYSTEM_CONTROL >>> 12) {
          this.#systemControl.write(address & 0xfff, value);
          return;
        }
        break;
    }
    const block = this.#blocks.get(address >>> 14);
    if (block === undefined) throw new BusFault('unmapped-write', address);
    if (block.resetBit & this.#resets.held) return;
    const alias = (address & ALIAS_BITS) >> 12;
    block.peripheral.writeUint32Atomic(address & (BLOCK_SIZE - 1) & ~ALIAS_BITS, value, alias);
  }

  write16(address: number, value: number): void {
    this.#writeNarrow(address, value, 0xffff, value | (value << 16));
  }

  write8(address: number, value: number): void {
    this.#writeNarrow(address, value, 0xff, value * 0x01010101);
  }

  /** Memories take a part of a word; registers see the narrow value repeated over the whole word (2.1.4). */
  #writeNarrow(address: number, value: number, mask: number, repeated: number): void {
    const aligned = (address & ~3) >>> 0;
    const isMemory =
      (address >= DPRAM && address < DPRAM + DPRAM_SIZE) || address >>> 28 === 2 || this.#inXipRam(address);
    if (!isMemory) {
      this.write32(aligned, repeated >>> 0);
      return;
    }
    const shift = 8 * (address & 3);
    const old = this.read32(aligned);
    this.write32(aligned, ((old & ~(mask << shift)) | (value << shift)) >>> 0);
  }

  #inXipRam(address: number): boolean {
    return address >= XIP_SRAM && address < XIP_SRAM + XIP_SRAM_SIZE && !this.#xip.cacheEnabled;
  }

  /** Offset in RAM of an address in its unstriped view, where each bank is contiguous; -1 for others. */
  #unstriped(address: number): number {
    const offset = address - RAM_UNSTRIPED;
    if (offset < 0 || offset >= RAM_UNSTRIPED_SIZE) return -1;
    const bank = offset >>> 16;
    const word = (offset & 0xffff) >>> 2;
    return ((word << 2) | bank) << 2;
  }

  #readSio(offset: number): number {
    if (offset >= DIVIDER_FIRST && offset <= DIVIDER_LAST) return this.#divider.read(offset);
    return SIO_UNUSED.has(offset) ? 0 : this.rp2040.sio.readUint32(offset);
  }

  #writeSio(offset: number, value: number): void {
    if (offset >= DIVIDER_FIRST && offset <= DIVIDER_LAST) this.#divider.write(offset, value);
    else if (!SIO_UNUSED.has(offset)) this.rp2040.sio.writeUint32(offset, value);
  }
}

/** rp2040js's chip, of which we use the peripherals. */
class Peripherals extends RP2040 {
  /** Called by the constructor. Its own fills 16 MiB of flash that nobody looks at here: 10 ms of every start. */
  override reset(): void {
    this.pwm.reset();
  }
}

/** Pads after a reset: input enabled, Schmitt trigger, pull-down, 4 mA (rp2040js starts with inputs disabled). */
const PAD_RESET = 0x56;

/** Offsets in SIO that rp2040js complains about: reserved ones, and the FIFO between the cores. */
const SIO_UNUSED: ReadonlySet<number> = new Set([0x0c, 0x50, 0x54, 0x58, 0x7c]);

/** rp2040js logs every register that it does not know. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** The ring oscillator: of its registers, the random bit and the status are of use. */
class RingOscillator implements Peripheral {
  readUint32(offset: number): number {
    if (offset === 0x1c) return Math.random() < 0.5 ? 0 : 1;
    return offset === 0x18 ? 0x80001000 : 0; // stable, enabled
  }

  writeUint32(): void {}

  writeUint32Atomic(): void {}
}

function region(base: number, bytes: Uint8Array): CodeRegion {
  return {
    base,
    size: bytes.length,
    halfwords: new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2),
    words: new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4),
  };
}

function wordOf(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

function putWord(bytes: Uint8Array, at: number, value: number): void {
  for (let i = 0; i < 4; i++) bytes[at + i] = value >>> (8 * i);
}
