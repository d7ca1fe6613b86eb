// Checks that a function is well formed: structure, types, dominance, and the fields that each operation needs.
// The compiler runs it in tests after every pass that changed a function, so that a broken pass is named by its own failure.
import { type Helper, helpers } from '../abi/helpers.ts';
import { TrapKind } from '../abi/objects.ts';
import { buildCfg } from './analysis/cfg.ts';
import { buildDominators } from './analysis/dominators.ts';
import type { Block, Edge, Inst, IrFunction } from './ir.ts';
import type { Op, OpInfo } from './ops.ts';
import { opInfo } from './ops.ts';
import { printFunction, printInst } from './print.ts';
import { loadedType, memorySize } from './types.ts';

/** Throws an Error that names function, block, instruction and rule, followed by the whole function as text. */
export function verify(fn: IrFunction): void {
  const message = findFault(fn);
  if (message) throw new Error(`${fn.symbol}: ${message}\n${printFunction(fn, { ids: true })}`);
}

/** The first rule that the function breaks, or undefined. */
export function findFault(fn: IrFunction): string | undefined {
  try {
    new Verifier(fn).run();
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

class Fault extends Error {}

const intConditions = new Set(['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'ult', 'ule', 'ugt', 'uge']);
const floatConditions = new Set(['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'nlt', 'nle', 'ngt', 'nge']);
/** Operations on what has a symbol. */
const named: ReadonlySet<Op> = new Set(['address', 'object', 'call', 'helper', 'findMember']);

class Verifier {
  private readonly fn: IrFunction;
  private block: Block | undefined;
  private inst: Inst | undefined;
  /** By id of a value: its block, and its place in it (parameters: -1). */
  private readonly definedIn = new Map<Inst, { readonly block: Block; readonly index: number }>();

  constructor(fn: IrFunction) {
    this.fn = fn;
  }

  run(): void {
    this.structure();
    for (const block of this.fn.blocks) {
      this.block = block;
      for (const inst of block.insts) {
        this.inst = inst;
        this.types(inst);
        this.fields(inst);
      }
    }
    this.ownership();
    this.dominance();
  }

  /** Blocks end with their only terminator, values are defined once, edges lead to blocks of the function. */
  private structure(): void {
    const { fn } = this;
    const entry = fn.blocks[0];
    if (!entry) this.fail('has no blocks');
    const ids = new Set<number>();
    const blockIds = new Set<number>();
    const blocks = new Set(fn.blocks);
    const take = (id: number, taken: Set<number>, next: number): void => {
      if (taken.has(id)) this.fail(`id ${id} is used twice`);
      if (id < 0 || id >= next) this.fail(`id ${id} is not below ${next}`);
      taken.add(id);
    };
    for (const block of fn.blocks) {
      this.block = block;
      this.inst = undefined;
      take(block.id, blockIds, fn.nextBlockId);
      if (block.insts.length === 0) this.fail('is empty');
      for (const param of block.params) {
        this.inst = param;
        take(param.id, ids, fn.nextId);
        if (param.op !== 'param' || param.type === 'void') this.fail('is no parameter of a value type');
        this.definedIn.set(param, { block, index: -1 });
      }
      block.insts.forEach((inst, index) => {
        this.inst = inst;
        take(inst.id, ids, fn.nextId);
        this.definedIn.set(inst, { block, index });
        if (inst.op === 'param') this.fail('is a parameter among instructions');
        const last = index === block.insts.length - 1;
        if ((opInfo(inst.op).effect === 'end') !== last) {
          this.fail(last ? 'ends the block and is no terminator' : 'is a terminator inside the block');
        }
        const edges = inst.op === 'jump' ? 1 : inst.op === 'branch' ? 2 : 0;
        if ((inst.targets?.length ?? 0) !== edges) this.fail(`has not ${edges} targets`);
        for (const edge of inst.targets ?? []) {
          if (!blocks.has(edge.block)) this.fail(`leads to block b${edge.block.id} outside of the function`);
          if (edge.block === entry) this.fail('leads to the entry block');
          this.edge(edge);
        }
        if (inst.op === 'self' && block !== entry) this.fail('is outside of the entry block');
      });
    }
  }

  private edge(edge: Edge): void {
    const { params } = edge.block;
    if (edge.args.length !== params.length) {
      this.fail(`passes ${edge.args.length} arguments to b${edge.block.id} with ${params.length} parameters`);
    }
    for (let i = 0; i < params.length; i++) {
      if (edge.args[i]!.type !== params[i]!.type) {
        this.fail(
          `passes ${edge.args[i]!.type} v${edge.args[i]!.id} to ${params[i]!.type} v${params[i]!.id}`,
        );
      }
    }
  }

  private types(inst: Inst): void {
    const info: OpInfo = opInfo(inst.op);
    if (info.result !== 'own' && inst.type !== info.result) this.fail(`has type ${inst.type}`);
    const open = info.args[info.args.length - 1] === '...';
    const fixed = open ? info.args.length - 1 : info.args.length;
    if (inst.args.length < fixed || (!open && inst.args.length > fixed)) {
      this.fail(`has ${inst.args.length} arguments instead of ${fixed}`);
    }
    for (const [i, arg] of inst.args.entries()) {
      if (arg.type === 'void') this.fail(`uses v${arg.id}, which has no value`);
      const expected = i < fixed ? info.args[i] : 'any';
      if (expected !== 'any' && arg.type !== expected) {
        this.fail(`has argument ${i} of type ${arg.type} instead of ${expected}`);
      }
    }
    switch (inst.op) {
      case 'select':
        if (inst.args[1]!.type !== inst.type || inst.args[2]!.type !== inst.type) {
          this.fail('selects from values of another type');
        }
        break;
      case 'load':
        this.access(inst, 0);
        if (inst.memory && inst.type !== loadedType(inst.memory)) this.fail(`has type ${inst.type}`);
        break;
      case 'store':
        this.access(inst, 1);
        if (inst.memory && inst.args[0]!.type !== loadedType(inst.memory)) {
          this.fail(`stores a value of type ${inst.args[0]!.type}`);
        }
        break;
      case 'helper':
        this.helper(inst);
        break;
      case 'return': {
        const type = inst.args[0]?.type ?? 'void';
        if (type !== this.fn.result || inst.args.length > 1)
          this.fail(`returns ${type}, not ${this.fn.result}`);
        break;
      }
      case 'check':
        if (inst.args.length > 3) this.fail('reports more than two values');
        break;
      case 'trap':
        if (inst.args.length > 2) this.fail('reports more than two values');
        break;
      default:
    }
  }

  private access(inst: Inst, first: number): void {
    const [base, index, more] = inst.args.slice(first);
    if (base?.type !== 'i32' && base?.type !== 'ref') this.fail('has no base address');
    if (index && index.type !== 'i32') this.fail('has an index that is no i32');
    if (more) this.fail('has too many arguments');
  }

  private helper(inst: Inst): void {
    const name = inst.symbol ?? '';
    if (!Object.hasOwn(helpers, name)) this.fail(`calls the unknown helper ${name}`);
    const { params, rest, result }: Helper = helpers[name as keyof typeof helpers];
    const passed = rest ? inst.args.slice(0, params.length) : inst.args;
    if (passed.length !== params.length || passed.some((arg, i) => arg.type !== params[i])) {
      const actual = passed.map((arg) => arg.type).join(', ');
      this.fail(`passes (${actual}) to a helper of (${params.join(', ')})`);
    }
    if (inst.type !== result) this.fail(`has type ${inst.type}, the helper ${result}`);
  }

  /** The fields beside op, type and args are there where they mean something, and only there. */
  private fields(inst: Inst): void {
    const { op } = inst;
    const integer = op === 'icmp' || op === 'rcmp';
    const floating = op === 'fcmp' || op === 'dcmp';
    const access = op === 'load' || op === 'store';
    const constant = op === 'iconst' || op === 'fconst' || op === 'dconst';
    const shift = op === 'ishl' || op === 'ishr' || op === 'iushr';
    if (op !== 'object' && !shift) this.has(inst, 'imm', constant || access || op === 'address');
    if (shift && inst.imm !== undefined && inst.imm !== 31) this.fail('is within other limits than a count');
    if (op !== 'callRef') this.has(inst, 'symbol', named.has(op));
    this.has(inst, 'cond', integer || floating);
    this.has(inst, 'memory', access);
    this.has(inst, 'alias', access);
    this.has(inst, 'trap', op === 'check' || op === 'trap');
    if (op === 'iconst' && !Object.is(inst.imm, inst.imm! | 0)) this.fail('is no int32');
    if (op === 'fconst' && !Object.is(inst.imm, Math.fround(inst.imm!))) this.fail('is no single');
    if ((access || op === 'address') && !Number.isInteger(inst.imm)) this.fail('has a fractional offset');
    if (integer && !intConditions.has(inst.cond!)) this.fail('has a floating condition');
    if (floating && !floatConditions.has(inst.cond!)) this.fail('has an integer condition');
    if (op === 'rcmp' && inst.cond !== 'eq' && inst.cond !== 'ne') this.fail('orders references');
    if (inst.memory && !Object.hasOwn(memorySize, inst.memory)) this.fail('has an unknown memory type');
    if (inst.trap && !Object.hasOwn(TrapKind, inst.trap)) this.fail('has an unknown trap kind');
    if (op === 'store' && (inst.alias === 'constant' || inst.alias === 'stringLength'))
      this.fail('stores to constant memory');
  }

  /** A field is there if it is wanted, and only then. */
  private has(inst: Inst, field: keyof Inst, wanted: boolean): void {
    if ((inst[field] !== undefined) !== wanted) this.fail(wanted ? `lacks ${field}` : `has ${field}`);
  }

  /** Passes change edges and lists of arguments in their place: each belongs to one instruction. */
  private ownership(): void {
    const owned = new Set<readonly Inst[] | Edge>();
    const own = (part: readonly Inst[] | Edge): void => {
      if (owned.has(part)) this.fail('shares arguments or edges with another instruction');
      owned.add(part);
    };
    for (const block of this.fn.blocks) {
      this.block = block;
      for (const inst of block.insts) {
        this.inst = inst;
        own(inst.args);
        for (const edge of inst.targets ?? []) {
          own(edge);
          own(edge.args);
        }
      }
    }
  }

  /** Every use is dominated by the definition. Uses in unreachable blocks need only exist. */
  private dominance(): void {
    const cfg = buildCfg(this.fn);
    const dominators = buildDominators(cfg);
    const use = (value: Inst, index: number): void => {
      const definition = this.definedIn.get(value);
      if (!definition) this.fail(`uses v${value.id}, which is nowhere in the function`);
      const to = cfg.position[this.block!.id]!;
      if (to < 0) return;
      const from = cfg.position[definition.block.id]!;
      const before = from === to ? definition.index < index : from >= 0 && dominators.dominates(from, to);
      if (!before) this.fail(`uses v${value.id}, which does not dominate it`);
    };
    for (const block of this.fn.blocks) {
      this.block = block;
      block.insts.forEach((inst, index) => {
        this.inst = inst;
        for (const arg of inst.args) use(arg, index);
        for (const edge of inst.targets ?? []) for (const arg of edge.args) use(arg, index);
      });
    }
  }

  private fail(message: string): never {
    const where = this.block ? `b${this.block.id}` : 'function';
    throw new Fault(`${where}${this.inst ? `: ${printInst(this.inst)}` : ''}: ${message}`);
  }
}
