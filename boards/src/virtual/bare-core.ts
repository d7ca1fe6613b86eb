// A processor with RAM, pins and nothing else: loads flat code, calls it like a function, counts its cycles.
// For tests of generated code and for benchmarks against C on the same core.

import { type Bus, BusFault, type CodeRegion, type FaultReason } from './cpu/bus.ts';
import { type CoreFault, CortexM0Plus, RAM_BASE, RAM_SIZE } from './cpu/core.ts';
import { GpioRegisters, SIO_BASE } from './gpio-registers.ts';

/** Where `call` makes the code return to: an address in no memory. */
const RETURN_ADDRESS = 0xfffffe00;
/** Flash that `load` may fill: 2 MiB as on the Pico. */
const FLASH_BASE = 0x10000000;
const FLASH_SIZE = 2 * 1024 * 1024;
/** Default top of stack, 8 bytes aligned as AAPCS asks: the top of RAM. */
const STACK_TOP = RAM_BASE + RAM_SIZE;

/** What a served address sees of the caller. Writing `r[0]` and `r[1]` returns values. */
export type CallHandler = (registers: Int32Array, core: BareCore) => void;

export interface CallOptions {
  /** Gives up after about so many cycles with a `CoreTrap` of kind `timeout`. Default: 100 million. */
  readonly maxCycles?: number;
  /** Initial stack pointer, 8 bytes aligned. Default: the top of RAM, 0x20042000. */
  readonly stack?: number;
}

export interface CallResult {
  /** Results as AAPCS returns them, as signed 32-bit integers. */
  readonly r0: number;
  readonly r1: number;
  readonly cycles: number;
  readonly instructions: number;
}

/** How a call ended when it did not return. */
export class CoreTrap extends Error {
  /** `udf`: the code executed UDF. `fault`: a bad access or instruction. `timeout`: more than `maxCycles`. */
  readonly kind: 'udf' | 'fault' | 'timeout';
  /** Immediate of the UDF, -1 for the other kinds. */
  readonly immediate: number;
  /** Address of the instruction that trapped. */
  readonly pc: number;
  /** r0 to r15 at that instruction. */
  readonly registers: Int32Array;
  /** Why the bus or the decoder refused, for kind `fault`. */
  readonly reason: FaultReason | undefined;
  /** The refused address, for kind `fault`. */
  readonly address: number | undefined;

  constructor(kind: CoreTrap['kind'], pc: number, registers: Int32Array, immediate = -1, fault?: CoreFault) {
    const hex = (value: number): string => `0x${(value >>> 0).toString(16).padStart(8, '0')}`;
    const detail =
      kind === 'udf' ? `udf #${immediate}` : fault ? `${fault.reason} of ${hex(fault.address)}` : 'timeout';
    super(`${detail} at pc ${hex(pc)}`);
    this.name = 'CoreTrap';
    this.kind = kind;
    this.pc = pc >>> 0;
    this.registers = registers;
    this.immediate = immediate;
    this.reason = fault?.reason;
    this.address = fault?.address;
  }
}

export class BareCore implements Bus {
  readonly cpu: CortexM0Plus;
  /** r0 to r15 as they are now. */
  readonly registers: Int32Array;
  #flash: Uint8Array | undefined;
  #flashRegion: CodeRegion | undefined;
  readonly #pins = new GpioRegisters();
  readonly #handlers = new Map<number, CallHandler>();

  constructor() {
    this.cpu = new CortexM0Plus(this);
    this.registers = this.cpu.registers;
  }

  /**
   * Copies bytes into RAM (0x20000000, 264 KiB) or flash (0x10000000, 2 MiB, exists after the first load).
   * Throws RangeError outside of them.
   */
  load(address: number, bytes: Uint8Array): void {
    this.#memory(address, bytes.length, true).set(bytes);
  }

  /** Copies memory out. Throws RangeError outside of RAM and loaded flash. */
  read(address: number, length: number): Uint8Array {
    return this.#memory(address, length, false).slice();
  }

  /** The signed word at `address` (any alignment). */
  readInt32(address: number): number {
    const bytes = this.read(address, 4);
    return new DataView(bytes.buffer).getInt32(0, true);
  }

  writeInt32(address: number, value: number): void {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setInt32(0, value, true);
    this.load(address, bytes);
  }

  /**
   * Serves calls to `address` (bit 0 ignored) by JavaScript: the handler runs, then the code goes on after its
   * call. The address must be outside of RAM and loaded flash; a call costs no cycles besides its branch. Faults
   * and errors that the handler throws end `call`.
   */
  onCall(address: number, handler: CallHandler): void {
    const at = (address & ~1) >>> 0;
    if (at >= RAM_BASE && at < RAM_BASE + RAM_SIZE) throw new RangeError('onCall: address is in RAM');
    this.#handlers.set(at, handler);
  }

  /**
   * Calls the function at `entry` (bit 0 ignored) with up to four words in r0 to r3 and the rest on the stack, and
   * runs until it returns. Throws `CoreTrap` if it does not.
   */
  call(entry: number, args: readonly number[] = [], options: CallOptions = {}): CallResult {
    const { cpu, registers } = this;
    const maxCycles = options.maxCycles ?? 100_000_000;
    const onStack = Math.max(0, args.length - 4);
    const sp = ((options.stack ?? STACK_TOP) - 4 * onStack) & ~7;
    cpu.reset(entry, sp);
    for (let i = 0; i < args.length; i++) {
      if (i < 4) registers[i] = args[i]!;
      else this.writeInt32(sp + 4 * (i - 4), args[i]!);
    }
    registers[14] = RETURN_ADDRESS | 1;
    const startCycles = cpu.cycles;
    const startInstructions = cpu.instructions;
    let returned = false;
    cpu.faultHook = (fault) => {
      if (fault.pc === RETURN_ADDRESS) {
        returned = true;
        // The fetch that failed was not executed: do not count it.
        cpu.left++;
        cpu.requestExit();
        return true;
      }
      const handler = this.#handlers.get(fault.pc);
      if (handler !== undefined && fault.reason === 'unmapped-read') {
        cpu.left++;
        registers[15] = registers[14]! & ~1;
        handler(registers, this);
        return true;
      }
      throw this.#trap(fault);
    };
    try {
      while (!returned) {
        const used = cpu.cycles - startCycles;
        if (used >= maxCycles || cpu.sleeping) {
          throw new CoreTrap('timeout', registers[15]!, registers.slice());
        }
        cpu.run(Math.min(maxCycles - used, 0x4000_0000));
      }
    } finally {
      cpu.faultHook = undefined;
    }
    return {
      r0: registers[0]!,
      r1: registers[1]!,
      cycles: cpu.cycles - startCycles,
      instructions: cpu.instructions - startInstructions,
    };
  }

  #trap(fault: CoreFault): CoreTrap {
    const registers = this.registers.slice();
    if (fault.reason === 'undefined-instruction') {
      const opcode = this.#memory(fault.pc, 2, false);
      if (opcode[1] === 0xde) return new CoreTrap('udf', fault.pc, registers, opcode[0]!);
    }
    return new CoreTrap('fault', fault.pc, registers, -1, fault);
  }

  #memory(address: number, length: number, forLoad: boolean): Uint8Array {
    const inRange = (base: number, size: number): boolean =>
      address >= base && length >= 0 && address + length <= base + size;
    if (inRange(RAM_BASE, RAM_SIZE)) {
      return this.cpu.ram.subarray(address - RAM_BASE, address - RAM_BASE + length);
    }
    if (inRange(FLASH_BASE, FLASH_SIZE) && (forLoad || this.#flash !== undefined)) {
      if (this.#flash === undefined) {
        const flash = new Uint8Array(FLASH_SIZE).fill(0xff);
        this.#flash = flash;
        this.#flashRegion = {
          base: FLASH_BASE,
          size: FLASH_SIZE,
          halfwords: new Uint16Array(flash.buffer),
          words: new Int32Array(flash.buffer),
        };
      }
      return this.#flash.subarray(address - FLASH_BASE, address - FLASH_BASE + length);
    }
    throw new RangeError(`no memory at 0x${(address >>> 0).toString(16)}, ${length} bytes`);
  }

  // The bus beside RAM: flash once loaded, words of the pins.

  #inFlash(address: number): boolean {
    return this.#flash !== undefined && address >= FLASH_BASE && address < FLASH_BASE + FLASH_SIZE;
  }

  fetch(address: number): CodeRegion {
    // A served address may lie in flash beyond what was loaded; there it has precedence.
    if (this.#handlers.has(address)) throw new BusFault('unmapped-read', address);
    if (address >= RAM_BASE && address < RAM_BASE + RAM_SIZE) return this.cpu.ramRegion;
    if (this.#flashRegion !== undefined && this.#inFlash(address)) return this.#flashRegion;
    throw new BusFault('unmapped-read', address);
  }

  read8(address: number): number {
    if (!this.#inFlash(address)) throw new BusFault('unmapped-read', address);
    return this.#flash![address - FLASH_BASE]!;
  }

  read16(address: number): number {
    return this.read8(address) | (this.read8(address + 1) << 8);
  }

  read32(address: number): number {
    if (address >= SIO_BASE) return this.#pins.read(address);
    if (!this.#inFlash(address)) throw new BusFault('unmapped-read', address);
    return this.#flashRegion!.words[(address - FLASH_BASE) >> 2]!;
  }

  write8(address: number): void {
    throw new BusFault(this.#inFlash(address) ? 'read-only' : 'unmapped-write', address);
  }

  write16(address: number): void {
    this.write8(address);
  }

  write32(address: number, value: number): void {
    if (address >= SIO_BASE) this.#pins.write(address, value);
    else this.write8(address);
  }
}

/**
 * Loads `code` at `address` of a fresh core and calls `entry` with `args`: the harness for comparing cycles.
 * Throws `CoreTrap` if the code does not return.
 */
export function runBare(run: {
  readonly code: Uint8Array;
  readonly address: number;
  readonly entry: number;
  readonly args?: readonly number[];
  readonly maxCycles?: number;
}): CallResult {
  const core = new BareCore();
  core.load(run.address, run.code);
  return core.call(
    run.entry,
    run.args ?? [],
    run.maxCycles === undefined ? {} : { maxCycles: run.maxCycles },
  );
}
