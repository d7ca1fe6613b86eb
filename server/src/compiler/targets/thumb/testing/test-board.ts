// A test linker and processor: compiles IR functions, checks their allocations, places them in the RAM of an
// emulated core, and serves the helpers in JavaScript.
import { BareCore, CoreTrap } from '@gnomon/boards/virtual';
import { type Helper, type HelperName, helpers } from '../../../abi/helpers.ts';
import { heldNumber, holdNumber } from '../../../abi/numbers.ts';
import { TrapKind } from '../../../abi/objects.ts';
import type { CodeObject } from '../../../code-object.ts';
import { evaluate } from '../../../ir/evaluate.ts';
import type { IrFunction } from '../../../ir/ir.ts';
import type { FloatCondition, Op } from '../../../ir/ops.ts';
import type { IrType } from '../../../ir/types.ts';
import { type ArgPlace, layoutCall } from '../call-layout.ts';
import { checkAllocation } from '../check-allocation.ts';
import { compileInSteps } from '../compile.ts';
import { encodeBl } from '../encode.ts';

export const CODE_BASE = 0x20001000;
export const DATA_BASE = 0x20020000;
const HELPER_BASE = 0x30000000;

/** How a call on the board ended. */
export type BoardOutcome =
  | { readonly kind: 'return'; readonly value: number | undefined; readonly cycles: number }
  | {
      readonly kind: 'trap';
      readonly trap: string;
      readonly r0: number;
      readonly r1: number;
      readonly pc: number;
    };

const floatHelpers: Partial<Record<HelperName, readonly [Op, FloatCondition?]>> = {
  gn_idiv: ['idiv'],
  gn_irem: ['irem'],
  gn_udiv: ['udiv'],
  gn_urem: ['urem'],
  gn_clz: ['iclz'],
  __aeabi_fadd: ['fadd'],
  __aeabi_fsub: ['fsub'],
  __aeabi_fmul: ['fmul'],
  __aeabi_fdiv: ['fdiv'],
  __aeabi_fcmpeq: ['fcmp', 'eq'],
  __aeabi_fcmplt: ['fcmp', 'lt'],
  __aeabi_fcmple: ['fcmp', 'le'],
  __aeabi_i2f: ['i2f'],
  __aeabi_ui2f: ['u2f'],
  gn_f2i: ['f2i'],
  gn_fsqrt: ['fsqrt'],
  gn_nadd: ['dadd'],
  gn_nsub: ['dsub'],
  gn_nmul: ['dmul'],
  gn_ndiv: ['ddiv'],
  gn_nrem: ['drem'],
  gn_nneg: ['dneg'],
  gn_nabs: ['dabs'],
  gn_ncmpeq: ['dcmp', 'eq'],
  gn_ncmplt: ['dcmp', 'lt'],
  gn_ncmple: ['dcmp', 'le'],
  gn_u2n: ['u2d'],
  gn_f2n: ['f2d'],
  gn_n2f: ['d2f'],
  gn_n2i: ['d2i'],
  gn_n2i_exact: ['d2iExact'],
  gn_nsqrt: ['dsqrt'],
  gn_nfloor: ['dfloor'],
  gn_nceil: ['dceil'],
  gn_ntrunc: ['dtrunc'],
  gn_nround: ['dround'],
};

const view = new DataView(new ArrayBuffer(4));
const bits = new DataView(new ArrayBuffer(8));

/** The words that hold a value of a type. */
export function toWords(type: IrType, value: number): number[] {
  if (type === 'f64') {
    const { low, high } = holdNumber(value);
    return [low, high];
  }
  if (type === 'f32') view.setFloat32(0, value, true);
  else view.setInt32(0, value, true);
  return [view.getInt32(0, true)];
}

/** The value of a type that words hold. */
export function fromWords(type: IrType, words: readonly number[]): number {
  if (type === 'f64') return heldNumber({ low: words[0]!, high: words[1]! });
  view.setInt32(0, words[0]!, true);
  return type === 'f32' ? view.getFloat32(0, true) : words[0]!;
}

/** A trap that a JavaScript helper raises. */
class HelperTrap extends Error {
  readonly trap: keyof typeof TrapKind;
  readonly words: readonly number[];
  constructor(trap: keyof typeof TrapKind, words: readonly number[]) {
    super(trap);
    this.trap = trap;
    this.words = words;
  }
}

export class TestBoard {
  readonly core = new BareCore();
  readonly objects = new Map<string, CodeObject>();
  private readonly functions = new Map<string, IrFunction>();
  private readonly addresses = new Map<string, number>();
  /** What helpers do that are no arithmetic. */
  readonly served = new Map<string, (args: readonly number[]) => number | undefined>();

  /** Compiles, checks, links. `data` gives addresses of other symbols. */
  constructor(functions: readonly IrFunction[], data: Readonly<Record<string, number>> = {}) {
    for (const [symbol, address] of Object.entries(data)) this.addresses.set(symbol, address);
    let next = CODE_BASE;
    for (const fn of functions) {
      const { allocation, object } = compileInSteps(fn, ['test']);
      checkAllocation(allocation);
      this.functions.set(fn.symbol, fn);
      this.objects.set(fn.symbol, object);
      this.addresses.set(fn.symbol, next + 1);
      next = (next + object.bytes.length + 3) & ~3;
    }
    for (const [index, name] of Object.keys(helpers).entries()) {
      const address = HELPER_BASE + 16 * index;
      this.addresses.set(name, address + 1);
      this.core.onCall(address, (registers, core) => this.serve(name as HelperName, registers, core));
    }
    for (const object of this.objects.values()) this.load(object);
  }

  address(symbol: string): number {
    const address = this.addresses.get(symbol);
    if (address === undefined) throw new Error(`no symbol ${symbol}`);
    return address;
  }

  private load(object: CodeObject): void {
    const base = this.address(object.symbol) - 1;
    const bytes = object.bytes.slice();
    const words = new DataView(bytes.buffer);
    for (const { offset, kind, symbol, addend } of object.relocations) {
      const target = this.address(symbol);
      if (kind === 'abs32') {
        words.setInt32(offset, target + addend, true);
      } else {
        const [first, second] = encodeBl((target & ~1) - (base + offset + 4));
        words.setUint16(offset, first, true);
        words.setUint16(offset + 2, second, true);
      }
    }
    this.core.load(base, bytes);
  }

  private serve(name: HelperName, registers: Int32Array, core: BareCore): void {
    const helper: Helper = helpers[name];
    const { places } = layoutCall(helper.params);
    const word = (place: ArgPlace): number =>
      'register' in place ? registers[place.register]! : core.readInt32(registers[13]! + place.offset);
    const words = places.map((argument) => argument.map(word));
    const args = helper.params.map((type, k) => fromWords(type, words[k]!));
    const known = floatHelpers[name];
    let result: number | undefined;
    if (name === 'gn_n2d' || name === 'gn_d2n') {
      this.convertWords(name, args[0]!, words.flat() as [number, number], registers);
      return;
    }
    if (known) {
      result = evaluate(known[0], known[1], args[0]!, args[1] ?? 0, 0);
      if (result === undefined) throw new HelperTrap('notAnInt', words.flat());
    } else {
      const serve = this.served.get(name);
      if (!serve) throw new Error(`helper ${name} is not served`);
      result = serve(args);
    }
    // What a C function may destroy is destroyed.
    for (const register of [0, 1, 2, 3, 12]) registers[register] = 0xdead0000 | register;
    if (helper.result !== 'void')
      for (const [k, value] of toWords(helper.result, result ?? 0).entries()) registers[k] = value;
  }

  /** Between numbers as they are held and the bits of doubles. */
  private convertWords(
    name: 'gn_n2d' | 'gn_d2n',
    held: number,
    [low, high]: readonly [number, number],
    registers: Int32Array,
  ): void {
    bits.setFloat64(0, held);
    const isInteger = name === 'gn_n2d' && high === 0;
    registers[0] = isInteger ? bits.getInt32(4) : low;
    registers[1] = isInteger ? bits.getInt32(0) : ~high;
  }

  /** Calls a function with values of its parameters' types. */
  call(symbol: string, args: readonly number[] = [], maxCycles = 20_000_000): BoardOutcome {
    const fn = this.functions.get(symbol);
    if (!fn) throw new Error(`no function ${symbol}`);
    const types = fn.blocks[0]!.params.map((param) => param.type as IrType);
    const words: number[] = [];
    for (const [k, argument] of layoutCall(types).places.entries())
      for (const [w, place] of argument.entries()) {
        const index = 'register' in place ? place.register : 4 + place.offset / 4;
        while (words.length < index) words.push(0x5ca1ab1e);
        words[index] = toWords(types[k]!, args[k]!)[w]!;
      }
    try {
      const result = this.core.call(this.address(symbol), words, { maxCycles });
      for (let r = 4; r < 12; r++)
        if (this.core.registers[r] !== 0) throw new Error(`${symbol}: r${r} is not preserved`);
      const value = fn.result === 'void' ? undefined : fromWords(fn.result, [result.r0, result.r1]);
      return { kind: 'return', value, cycles: result.cycles };
    } catch (error) {
      if (error instanceof HelperTrap)
        return { kind: 'trap', trap: error.trap, r0: error.words[0]!, r1: error.words[1]!, pc: 0 };
      if (!(error instanceof CoreTrap) || error.kind !== 'udf') throw error;
      const kind = Object.entries(TrapKind).find(([, number]) => number === error.immediate);
      const { registers, pc } = error;
      return {
        kind: 'trap',
        trap: kind?.[0] ?? `udf ${error.immediate}`,
        r0: registers[0]!,
        r1: registers[1]!,
        pc,
      };
    }
  }
}
