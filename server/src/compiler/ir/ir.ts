// The IR: functions of basic blocks in SSA form with block parameters (instead of phis). Values are the
// instructions that compute them. Plain data: passes change it in place, the verifier checks it after each.
import type { TrapKind } from '../abi/objects.ts';
import type { FloatCondition, IntCondition, Op } from './ops.ts';
import type { IrType, MemoryType } from './types.ts';

/** A place in the source: offset in UTF-16 units into the text of a source unit (a cell or a library file). */
export interface SourcePosition {
  /** Index into IrModule.sources. */
  readonly source: number;
  readonly offset: number;
  /** If the code was inlined: the function that it is the code of, and where that was called. */
  readonly inlined?: { readonly name: string; readonly at: SourcePosition | undefined };
}

/**
 * What memory a load or store touches. Two accesses of different classes never overlap; accesses of the same
 * class may. `mmio` is never removed, merged or reordered against other mmio.
 * - `length`, `data`: the fields of array objects;  `stringLength`: that of strings, which never changes
 * - `element.<MemoryType>`: array and typed-array elements, by how they are stored
 * - `global.<symbol>`: one global variable
 * - `field.<name>`: properties of that name; `field.#class`: the class of an object
 * - `capture`: captured variables;  `constant`: memory that never changes;  `mmio`: device registers
 */
export type AliasClass =
  | 'length'
  | 'stringLength'
  | 'data'
  | `element.${MemoryType}`
  | 'element.shared'
  | `global.${string}`
  | `field.${string}`
  | 'capture'
  | 'constant'
  | 'mmio';

/**
 * An instruction and the value that it computes. Fields beside op, type and args are used as `ops` says. All are always
 * there, in this order, so that JavaScript engines see objects of one shape, whose fields they find fast.
 */
export interface Inst {
  /** Dense within its function; blocks have ids of their own. */
  readonly id: number;
  op: Op;
  type: IrType | 'void';
  args: Inst[];
  /** Where it comes from; undefined for what has no source. */
  position: SourcePosition | undefined;
  /**
   * Constant, or byte offset of address, load and store, or the only unit of a constant text; 31 for a shift whose count is
   * known to be 0 to 31.
   */
  imm: number | undefined;
  /** Of findMember, and of callRef where a method is called: the MemberQuery. */
  symbol: string | undefined;
  cond: IntCondition | FloatCondition | undefined;
  memory: MemoryType | undefined;
  alias: AliasClass | undefined;
  trap: TrapKind | undefined;
  /** Successors of jump (one) and branch (two). */
  targets: Edge[] | undefined;
  /** Of call: what is known of the function that is called (passes/call-effects.ts). */
  effects: CallEffects | undefined;
}

/** What a call does to memory. */
export interface CallEffects {
  /** All that it may write. */
  readonly writes: ReadonlySet<AliasClass>;
  /** True if it only reads: once more with the same arguments gives the same, as long as memory stays as it is. */
  readonly onlyReads: boolean;
}

/** A control-flow edge with the arguments for the parameters of its target. */
export interface Edge {
  block: Block;
  args: Inst[];
}

/** A basic block: parameters, instructions, the last of them a terminator. */
export interface Block {
  /** Dense among the blocks of its function. */
  readonly id: number;
  params: Inst[];
  insts: Inst[];
  /** True for blocks that hardly ever run: what loops fall back to where something unusual may happen. */
  rare: boolean;
}

/** What kind of function a value is, of those that programs tell apart when they print it. */
export type FunctionKind = 'function' | 'async' | 'generator' | 'asyncGenerator' | 'class';

/** How a function shows as a value. */
export interface ShownFunction {
  readonly kind: FunctionKind;
  /** Empty if it has none. */
  readonly name: string;
  /** The class that a class extends. */
  readonly parent?: string;
  /** How many parameters it has before the first with a default value, if that is known. */
  readonly parameters?: number;
}

/** A function. Its parameters are those of the entry block, blocks[0]; no edge leads there. */
export interface IrFunction {
  /** Linker symbol, unique in the live program, such as `fib` or `cell.3`; see symbols.ts. */
  readonly symbol: string;
  /** The name for people: as written in the source. */
  readonly name: string;
  /** How it shows as a value, if it can be one. */
  shown?: ShownFunction;
  result: IrType | 'void';
  blocks: Block[];
  /** Where the function is declared. */
  position: SourcePosition | undefined;
  nextId: number;
  nextBlockId: number;
  /** True for the code of a cell, which runs once. */
  readonly entry: boolean;
  /**
   * The function before it was made to test what its numbers are, if it was: what callers copy, which may know that
   * without a test.
   */
  general?: IrFunction;
  /** Symbols of functions whose bodies were copied into this one: it must be recompiled when they change. */
  inlined: Set<string>;
  /** Symbols of functions of whose effects the code relies on what it knows: likewise. */
  relied: Set<string>;
  /** Answers to member queries (member-query.ts) that the code relies on: it must be recompiled when they change. */
  assumptions: Map<string, string>;
}

/** A variable in the data arena of the board, zero before its first store. */
export interface GlobalData {
  readonly symbol: string;
  readonly name: string;
  readonly memory: MemoryType;
}

/** Constant bytes in the data arena, shared by content: strings, closures, type descriptors. */
export interface ConstantData {
  readonly symbol: string;
  /** The object as the board sees it, header included where there is one. */
  readonly bytes: Uint8Array;
  /** Words that hold addresses of symbols (bit 0 is set for code by the linker). */
  readonly relocations: readonly { readonly offset: number; readonly symbol: string }[];
  /** May be written while running (a closure whose code pointer is patched at redefinition); else shareable. */
  readonly writable?: boolean;
  /** True for descriptors of classes. */
  readonly isClass?: boolean;
}

/** What the frontend makes of one cell: everything that must exist on the board before its entry can run. */
export interface IrModule {
  /** Names of the source units (cells, library files) that positions refer to. */
  readonly sources: string[];
  readonly functions: IrFunction[];
  readonly globals: GlobalData[];
  readonly constants: ConstantData[];
  /** Symbol of the entry function; undefined if the cell has only declarations. */
  readonly entry: string | undefined;
}

export function newFunction(
  symbol: string,
  name: string,
  result: IrType | 'void',
  position?: SourcePosition,
  entry = false,
): IrFunction {
  return {
    symbol,
    name,
    result,
    blocks: [],
    position,
    nextId: 0,
    nextBlockId: 0,
    entry,
    inlined: new Set(),
    relied: new Set(),
    assumptions: new Map(),
  };
}

/** Appends an empty block. */
export function newBlock(fn: IrFunction): Block {
  const block: Block = { id: fn.nextBlockId++, params: [], insts: [], rare: false };
  fn.blocks.push(block);
  return block;
}

/** The fields that not every operation has. */
export type InstFields = Partial<
  Pick<Inst, 'imm' | 'symbol' | 'cond' | 'memory' | 'alias' | 'trap' | 'targets' | 'effects'>
>;

/** Makes an instruction without placing it. */
export function newInst(
  fn: IrFunction,
  op: Op,
  type: IrType | 'void',
  args: Inst[] = [],
  position?: SourcePosition,
  fields: InstFields = {},
): Inst {
  return instWith(fn.nextId++, op, type, args, position, fields);
}

/** A constant that is not part of any function, such as the other side of a fact. */
export function looseConstant(value: number): Inst {
  return instWith(-1, 'iconst', 'i32', [], undefined, { imm: value });
}

function instWith(
  id: number,
  op: Op,
  type: IrType | 'void',
  args: Inst[],
  position: SourcePosition | undefined,
  { imm, symbol, cond, memory, alias, trap, targets, effects }: InstFields,
): Inst {
  return { id, op, type, args, position, imm, symbol, cond, memory, alias, trap, targets, effects };
}

/** Adds a parameter to a block; the caller adds the argument to every edge that leads there. */
export function newParam(fn: IrFunction, block: Block, type: IrType): Inst {
  const param = newInst(fn, 'param', type);
  block.params.push(param);
  return param;
}

/** The terminator of a finished block. */
export function terminator(block: Block): Inst {
  const last = block.insts[block.insts.length - 1];
  if (!last) throw new Error(`block ${block.id} is empty`);
  return last;
}

const noEdges: readonly Edge[] = [];

/** The edges that leave a finished block. */
export function successors(block: Block): readonly Edge[] {
  return terminator(block).targets ?? noEdges;
}
