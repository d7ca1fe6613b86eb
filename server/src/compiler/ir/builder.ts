// Builds a function in SSA form while the frontend walks the source once: source variables are read and written
// by name, and block parameters appear where they are needed (Braun et al., "Simple and Efficient Construction
// of Static Single Assignment Form", CC 2013). Arithmetic on constants is folded on the way.
//
// Use: `const b = new Builder(newFunction(...))`; parameters by `b.addParam(b.block, type)`; blocks by
// `b.createBlock()`, entered by `b.enter(block)`, and sealed by `b.seal(block)` as soon as all edges that lead
// there exist (loop headers: after the back edges); at the end `b.finish()`.
import type { HelperName } from '../abi/helpers.ts';
import { helpers } from '../abi/helpers.ts';
import type { TrapKind } from '../abi/objects.ts';
import { evaluate } from './evaluate.ts';
import type { AliasClass, Block, Edge, Inst, IrFunction, SourcePosition } from './ir.ts';
import { newBlock, newInst, newParam } from './ir.ts';
import { type MemberQuery, queryText } from './member-query.ts';
import type { FloatCondition, IntCondition, Op } from './ops.ts';
import { opInfo } from './ops.ts';
import type { IrType, MemoryType } from './types.ts';
import { loadedType } from './types.ts';

/** A mutable local variable of the source. */
export interface Variable {
  readonly index: number;
  readonly type: IrType;
  readonly name: string;
}

type Fields = NonNullable<Parameters<typeof newInst>[5]>;

/** What the builder knows of a block beside its content. */
interface BlockState {
  readonly block: Block;
  /** Edges that lead here, and the blocks that they leave. */
  readonly incoming: { readonly from: BlockState; readonly edge: Edge }[];
  sealed: boolean;
  terminated: boolean;
  /** Current value of each variable at the end of the block as built so far, by variable index. */
  readonly values: (Inst | undefined)[];
  /** Parameters made for variables; those of an unsealed block get their operands at sealing. */
  readonly phis: Phi[];
}

/** A block parameter made for a variable. The edges get the operands as arguments when building ends. */
interface Phi {
  readonly param: Inst;
  readonly variable: Variable;
  readonly state: BlockState;
  /** One for each incoming edge; empty until the block is sealed, and then while they are being found. */
  operands: Inst[];
  complete: boolean;
  /** Parameters that have this one as an operand. */
  readonly users: Phi[];
}

export class Builder {
  readonly fn: IrFunction;
  /** Attached to every instruction emitted; set it while walking the source. */
  position: SourcePosition | undefined;

  private current: BlockState;
  private readonly states = new Map<Block, BlockState>();
  private variableCount = 0;
  private readonly phiOf = new Map<Inst, Phi>();
  /** Values that turned out to be others (removed parameters). */
  private readonly replaced = new Map<Inst, Inst>();

  /** Starts with an empty, sealed entry block as the current one. `fn` must have no blocks yet. */
  constructor(fn: IrFunction) {
    this.fn = fn;
    this.position = fn.position;
    this.current = this.stateOf(this.createBlock());
    this.current.sealed = true;
  }

  /** The block that instructions go to. */
  get block(): Block {
    return this.current.block;
  }

  /** True after a terminator: what is emitted now is unreachable (and dropped by `finish`). */
  get terminated(): boolean {
    return this.current.terminated;
  }

  // Blocks

  /** Makes a block, unsealed and empty, at the end of the function. */
  createBlock(): Block {
    const block = newBlock(this.fn);
    this.states.set(block, {
      block,
      incoming: [],
      sealed: false,
      terminated: false,
      values: [],
      phis: [],
    });
    return block;
  }

  /** Makes `block` the current one; instructions go to its end. */
  enter(block: Block): void {
    this.current = this.stateOf(block);
  }

  /** Declares that every edge into `block` exists now. */
  seal(block: Block): void {
    const state = this.stateOf(block);
    if (state.sealed) throw new Error(`${this.fn.symbol}: block is sealed twice`);
    state.sealed = true;
    for (const phi of [...state.phis]) this.complete(phi);
  }

  /** Seals and enters. */
  enterSealed(block: Block): void {
    this.seal(block);
    this.enter(block);
  }

  /**
   * Adds a parameter whose arguments the jumps to `block` state explicitly (or one of the function, in the
   * entry block). Only before the block has incoming edges.
   */
  addParam(block: Block, type: IrType): Inst {
    const state = this.stateOf(block);
    if (state.incoming.length > 0) {
      throw new Error(`${this.fn.symbol}: explicit block parameter added too late`);
    }
    return newParam(this.fn, block, type);
  }

  /** True if some edge leads to `block` (or it is the entry). */
  isReachable(block: Block): boolean {
    return block === this.fn.blocks[0] || this.stateOf(block).incoming.length > 0;
  }

  // Variables

  declareVariable(type: IrType, name = ''): Variable {
    return { index: this.variableCount++, type, name };
  }

  write(variable: Variable, value: Inst): void {
    const resolved = this.resolve(value);
    if (resolved.type !== variable.type) {
      throw new Error(`${this.fn.symbol}: ${resolved.type} written to ${variable.type} ${variable.name}`);
    }
    this.current.values[variable.index] = resolved;
  }

  /** The variable's value here; zero (or null) if it was never written on the way. */
  read(variable: Variable): Inst {
    return this.readAt(variable, this.current);
  }

  // Constants

  iconst(value: number): Inst {
    return this.append('iconst', 'i32', [], { imm: value | 0 });
  }

  fconst(value: number): Inst {
    return this.append('fconst', 'f32', [], { imm: Math.fround(value) });
  }

  dconst(value: number): Inst {
    return this.append('dconst', 'f64', [], { imm: value });
  }

  /** The constant of a type; for `ref` only 0, the null reference. */
  constant(type: IrType, value: number): Inst {
    switch (type) {
      case 'i32':
        return this.iconst(value);
      case 'f32':
        return this.fconst(value);
      case 'f64':
        return this.dconst(value);
      case 'ref':
        if (value !== 0) throw new Error('a reference constant must be null');
        return this.append('null', 'ref', []);
    }
  }

  nullRef(): Inst {
    return this.constant('ref', 0);
  }

  address(symbol: string, offset = 0): Inst {
    return this.append('address', 'i32', [], { symbol, imm: offset });
  }

  /** @param unit of a text: its unit, if it is of one */
  object(symbol: string, unit?: number): Inst {
    return this.append('object', 'ref', [], unit === undefined ? { symbol } : { symbol, imm: unit });
  }

  // Arithmetic

  /** Any arithmetic operation or conversion with a fixed result type (not icmp, fcmp, dcmp, rcmp, select). */
  op(op: Op, ...args: Inst[]): Inst {
    const result = opInfo(op).result;
    if (result === 'own' || result === 'void') throw new Error(`${op} needs its own emit method`);
    return this.arithmetic(op, result, args);
  }

  icmp(cond: IntCondition, a: Inst, b: Inst): Inst {
    return this.arithmetic('icmp', 'i32', [a, b], cond);
  }

  fcmp(cond: FloatCondition, a: Inst, b: Inst): Inst {
    return this.arithmetic('fcmp', 'i32', [a, b], cond);
  }

  dcmp(cond: FloatCondition, a: Inst, b: Inst): Inst {
    return this.arithmetic('dcmp', 'i32', [a, b], cond);
  }

  rcmp(cond: 'eq' | 'ne', a: Inst, b: Inst): Inst {
    return this.arithmetic('rcmp', 'i32', [a, b], cond);
  }

  select(condition: Inst, ifTrue: Inst, ifFalse: Inst): Inst {
    const chosen = this.resolve(condition);
    if (chosen.op === 'iconst') return this.resolve(chosen.imm !== 0 ? ifTrue : ifFalse);
    const type = this.resolve(ifTrue).type;
    return this.append('select', type, [condition, ifTrue, ifFalse]);
  }

  // Memory, checks, calls

  /** Reads `memory` at base + offset [+ index * size]. */
  load(memory: MemoryType, alias: AliasClass, base: Inst, offset = 0, index?: Inst): Inst {
    return this.append('load', loadedType(memory), index ? [base, index] : [base], {
      memory,
      alias,
      imm: offset,
    });
  }

  store(memory: MemoryType, alias: AliasClass, value: Inst, base: Inst, offset = 0, index?: Inst): void {
    this.append('store', 'void', index ? [value, base, index] : [value, base], {
      memory,
      alias,
      imm: offset,
    });
  }

  bounds(index: Inst, length: Inst): void {
    this.append('bounds', 'void', [index, length]);
  }

  /** Raises `trap` (with up to two values for r0 and r1) if the condition is zero. */
  check(condition: Inst, trap: TrapKind, ...values: Inst[]): void {
    const resolved = this.resolve(condition);
    if (resolved.op === 'iconst' && resolved.imm !== 0) return;
    this.append('check', 'void', [resolved, ...values], { trap });
  }

  d2iExact(value: Inst): Inst {
    return this.arithmetic('d2iExact', 'i32', [value]);
  }

  call(symbol: string, result: IrType | 'void', args: readonly Inst[]): Inst {
    return this.append('call', result, args, { symbol });
  }

  helper(name: HelperName, ...args: Inst[]): Inst {
    return this.append('helper', helpers[name].result, args, { symbol: name });
  }

  /** `query`: what is asked of the classes of the live program for the code that is called. */
  callRef(closure: Inst, result: IrType | 'void', args: readonly Inst[], query?: MemberQuery): Inst {
    const symbol = query && { symbol: queryText(query) };
    return this.append('callRef', result, [closure, ...args], symbol ?? {});
  }

  findMember(descriptor: Inst, query: MemberQuery): Inst {
    return this.append('findMember', 'i32', [descriptor], { symbol: queryText(query) });
  }

  /** The closure that was called; only in the entry block. */
  self(): Inst {
    return this.append('self', 'ref', []);
  }

  // Terminators. `args` are for parameters made by addParam.

  jump(target: Block, args: readonly Inst[] = []): void {
    this.terminate('jump', [], {}, [{ block: target, args }]);
  }

  branch(
    condition: Inst,
    ifTrue: Block,
    ifFalse: Block,
    trueArgs: readonly Inst[] = [],
    falseArgs: readonly Inst[] = [],
  ): void {
    const resolved = this.resolve(condition);
    if (resolved.op === 'iconst') {
      if (resolved.imm !== 0) this.jump(ifTrue, trueArgs);
      else this.jump(ifFalse, falseArgs);
      return;
    }
    this.terminate('branch', [resolved], {}, [
      { block: ifTrue, args: trueArgs },
      { block: ifFalse, args: falseArgs },
    ]);
  }

  return(value?: Inst): void {
    this.terminate('return', value ? [value] : [], {}, []);
  }

  trap(trap: TrapKind, ...values: Inst[]): void {
    this.terminate('trap', values, { trap }, []);
  }

  /**
   * Ends building: removes unreachable blocks and resolves replaced values. Every block that is reachable must
   * be terminated and sealed. Returns the function.
   */
  finish(): IrFunction {
    const entry = this.fn.blocks[0]!;
    const reachable = new Set<Block>([entry]);
    for (const block of reachable) {
      const state = this.stateOf(block);
      if (!state.terminated) throw new Error(`${this.fn.symbol}: block ${block.id} has no terminator`);
      if (!state.sealed) throw new Error(`${this.fn.symbol}: block ${block.id} was not sealed`);
      for (const edge of block.insts[block.insts.length - 1]!.targets ?? []) reachable.add(edge.block);
    }
    this.fn.blocks = this.fn.blocks.filter((block) => reachable.has(block));
    for (const block of this.fn.blocks) {
      const { phis, incoming } = this.stateOf(block);
      for (const phi of phis) {
        block.params.push(phi.param);
        for (let i = 0; i < incoming.length; i++) incoming[i]!.edge.args.push(phi.operands[i]!);
      }
    }
    for (const block of this.fn.blocks) {
      for (const inst of block.insts) {
        for (let i = 0; i < inst.args.length; i++) inst.args[i] = this.resolve(inst.args[i]!);
        for (const edge of inst.targets ?? []) edge.args = edge.args.map((arg) => this.resolve(arg));
      }
    }
    return this.fn;
  }

  // Inside

  private stateOf(block: Block): BlockState {
    const state = this.states.get(block);
    if (!state) throw new Error(`${this.fn.symbol}: block ${block.id} is not of this builder`);
    return state;
  }

  /** What a value has become. */
  private resolve(value: Inst): Inst {
    let result = value;
    for (let next = this.replaced.get(result); next; next = this.replaced.get(result)) result = next;
    return result;
  }

  private append(op: Op, type: IrType | 'void', args: readonly Inst[], fields: Fields = {}): Inst {
    if (this.current.terminated) {
      // Code after return, break and the like: it goes to a block that nothing leads to.
      this.enterSealed(this.createBlock());
    }
    const resolved = args.map((arg) => this.resolve(arg));
    const inst = newInst(this.fn, op, type, resolved, this.position, fields);
    this.current.block.insts.push(inst);
    return inst;
  }

  /** Emits arithmetic, unless its value is known already. */
  private arithmetic(
    op: Op,
    type: IrType,
    args: readonly Inst[],
    cond?: IntCondition | FloatCondition,
  ): Inst {
    const [a, b] = args.map((arg) => this.resolve(arg));
    const x = constantValue(a);
    const y = b ? constantValue(b) : 0;
    if (x !== undefined && y !== undefined) {
      const value = evaluate(op, cond, x, y, 0);
      if (value !== undefined && type !== 'ref') return this.constant(type, value);
    }
    if (a && b && y !== undefined && leavesFirst(op, y)) return a;
    return this.append(op, type, args, cond ? { cond } : {});
  }

  private terminate(
    op: Op,
    args: readonly Inst[],
    fields: Fields,
    targets: readonly { readonly block: Block; readonly args: readonly Inst[] }[],
  ): void {
    const inst = this.append(op, 'void', args, fields);
    const from = this.current;
    from.terminated = true;
    if (targets.length === 0) return;
    inst.targets = targets.map(({ block, args }) => {
      const to = this.stateOf(block);
      if (to.sealed) throw new Error(`${this.fn.symbol}: edge into sealed block ${block.id}`);
      if (args.length !== block.params.length) {
        throw new Error(`${this.fn.symbol}: ${args.length} arguments for block ${block.id}`);
      }
      const edge: Edge = { block, args: args.map((arg) => this.resolve(arg)) };
      to.incoming.push({ from, edge });
      return edge;
    });
  }

  private readAt(variable: Variable, state: BlockState): Inst {
    const known = state.values[variable.index];
    if (known) {
      const value = this.resolve(known);
      state.values[variable.index] = value;
      return value;
    }
    const value = this.readFromPredecessors(variable, state);
    state.values[variable.index] = value;
    return value;
  }

  private readFromPredecessors(variable: Variable, state: BlockState): Inst {
    if (state.sealed) {
      if (state.incoming.length === 0) return this.zero(variable.type, state);
      if (state.incoming.length === 1) return this.readAt(variable, state.incoming[0]!.from);
    }
    const param = newInst(this.fn, 'param', variable.type);
    const phi: Phi = { param, variable, state, operands: [], complete: false, users: [] };
    state.phis.push(phi);
    this.phiOf.set(param, phi);
    if (!state.sealed) return param;
    // Set before reading further, so that a loop finds the parameter and ends.
    state.values[variable.index] = param;
    return this.complete(phi);
  }

  /** Finds the operands of a parameter; returns what stands for it. */
  private complete(phi: Phi): Inst {
    phi.operands = phi.state.incoming.map(({ from }) => {
      const operand = this.readAt(phi.variable, from);
      this.phiOf.get(operand)?.users.push(phi);
      return operand;
    });
    phi.complete = true;
    return this.removeIfTrivial(phi);
  }

  /** A zero at the start of a block without predecessors: the variable was never written on this way. */
  private zero(type: IrType, state: BlockState): Inst {
    const op = type === 'i32' ? 'iconst' : type === 'f32' ? 'fconst' : type === 'f64' ? 'dconst' : 'null';
    const inst = newInst(this.fn, op, type, [], undefined, type === 'ref' ? {} : { imm: 0 });
    state.block.insts.unshift(inst);
    return inst;
  }

  /** Removes a parameter all of whose operands are one value (or itself); returns what stands for it. */
  private removeIfTrivial(phi: Phi): Inst {
    const { param, state } = phi;
    if (!phi.complete || this.replaced.has(param)) return this.resolve(param);
    let same: Inst | undefined;
    for (const operand of phi.operands) {
      const value = this.resolve(operand);
      if (value === param || value === same) continue;
      if (same) return param;
      same = value;
    }
    const value = same ?? this.zero(phi.variable.type, this.stateOf(this.fn.blocks[0]!));
    state.phis.splice(state.phis.indexOf(phi), 1);
    this.replaced.set(param, value);
    // That may make others trivial, now or when what replaces this one is replaced in turn.
    this.phiOf.get(value)?.users.push(...phi.users);
    for (const user of phi.users) if (user !== phi) this.removeIfTrivial(user);
    return this.resolve(value);
  }
}

/** The value of a constant instruction. */
function constantValue(inst: Inst | undefined): number | undefined {
  switch (inst?.op) {
    case 'iconst':
    case 'fconst':
    case 'dconst':
      return inst.imm;
    default:
      return undefined;
  }
}

/** True if `x op y` is x for every x (x + 0 is not, for doubles: -0 + 0 is 0). */
function leavesFirst(op: Op, y: number): boolean {
  switch (op) {
    case 'iadd':
    case 'isub':
    case 'ior':
    case 'ixor':
    case 'ishl':
    case 'ishr':
    case 'iushr':
      return y === 0;
    case 'imul':
    case 'idiv':
    case 'dmul':
    case 'ddiv':
    case 'fmul':
    case 'fdiv':
      return y === 1;
    case 'iand':
      return y === -1;
    case 'dsub':
    case 'fsub':
      return Object.is(y, 0);
    default:
      return false;
  }
}
