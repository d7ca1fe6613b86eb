// Texts that grow in a loop, as in `text += part`, grow in their places if nobody else has them: then each part is copied once,
// not with each part behind it. A text is followed through the parameters of blocks; it must be given away on each way
// once, after its last use, and start as what was made for it. What is only read (its length, its units) is read before.
//
// The very last step before code is selected, for a copy of the function: other passes take it for granted that texts never
// change, and could move what reads them.
import { TEXT_PART_BITS, TEXT_PART_MASK, TextPart } from '../abi/objects.ts';
import { buildCfg, type Cfg } from '../ir/analysis/cfg.ts';
import { buildDominators, type Dominators } from '../ir/analysis/dominators.ts';
import { buildLiveness, type Liveness } from '../ir/analysis/liveness.ts';
import { cloneFunction } from '../ir/clone.ts';
import { constantOf } from '../ir/edit.ts';
import type { Edge, Inst, IrFunction } from '../ir/ir.ts';
import { newInst } from '../ir/ir.ts';

const TWO_STRINGS = TextPart.string | (TextPart.string << TEXT_PART_BITS);

/** The function, or a copy in which texts grow in their places. */
export function appendTexts(fn: IrFunction): IrFunction {
  const grows = fn.blocks.some(({ insts }) => insts.some((inst) => firstText(inst)?.op === 'param'));
  if (!grows) return fn;
  const copy = cloneFunction(fn);
  new Ownership(copy).apply();
  return copy;
}

/** The text that a call puts others behind. */
function firstText({ op, symbol, args }: Inst): Inst | undefined {
  if (op !== 'helper') return undefined;
  if (symbol === 'gn_str_concat') return args[0];
  if (symbol !== 'gn_str_join') return undefined;
  const isString = (args[0]!.imm! & TEXT_PART_MASK) === TextPart.string;
  return isString && args[1]!.type === 'ref' ? args[1] : undefined;
}

interface Use {
  readonly inst: Inst;
  readonly block: number;
  readonly index: number;
  /** Where it is passed to a block. */
  readonly edge: Edge | undefined;
}

/** Which texts a function is alone to have. */
class Ownership {
  private readonly fn: IrFunction;
  private readonly cfg: Cfg;
  private readonly dominators: Dominators;
  private readonly liveness: Liveness;
  private readonly uses = new Map<Inst, Use[]>();
  /** Position of the block of a parameter. */
  private readonly home = new Map<Inst, number>();
  private readonly owned = new Set<Inst>();

  constructor(fn: IrFunction) {
    this.fn = fn;
    this.cfg = buildCfg(fn);
    this.dominators = buildDominators(this.cfg);
    this.liveness = buildLiveness(fn, this.cfg);
    this.cfg.order.forEach((block, b) => {
      for (const param of block.params) this.home.set(param, b);
      block.insts.forEach((inst, index) => {
        for (const arg of new Set(inst.args)) this.addUse(arg, { inst, block: b, index, edge: undefined });
        for (const edge of inst.targets ?? [])
          for (const arg of new Set(edge.args)) this.addUse(arg, { inst, block: b, index, edge });
      });
    });
    this.find();
  }

  private addUse(value: Inst, use: Use): void {
    if (value.type !== 'ref') return;
    const uses = this.uses.get(value);
    if (uses) uses.push(use);
    else this.uses.set(value, [use]);
  }

  /** Takes all texts for owned, then removes those that are not, until no other follows from that. */
  private find(): void {
    const { owned } = this;
    for (const [param, b] of this.home) if (b > 0 && param.type === 'ref') owned.add(param);
    for (const { insts } of this.cfg.order) for (const inst of insts) if (firstText(inst)) owned.add(inst);
    for (const value of [...owned]) if (!this.isGivenAwayOnce(value)) owned.delete(value);
    for (let removed = true; removed; ) {
      removed = false;
      for (const value of [...owned]) {
        if (this.startsOwned(value)) continue;
        owned.delete(value);
        removed = true;
      }
    }
  }

  /** True if nothing has the value after a use that gives it to somebody. */
  private isGivenAwayOnce(value: Inst): boolean {
    const uses = this.uses.get(value) ?? [];
    return uses.every(({ inst, block, index, edge }) => {
      if (edge) {
        const to = this.cfg.position[edge.block.id]!;
        return !this.liveness.isLiveIn(to, value) && edge.args.filter((arg) => arg === value).length === 1;
      }
      if (isRead(inst, value)) return true;
      const usedLater = uses.some((other) => other.block === block && other.index > index);
      const isUsedOnce = inst.args.filter((arg) => arg === value).length === 1;
      return isUsedOnce && !usedLater && !this.liveness.isLiveOut(block, value);
    });
  }

  private startsOwned(value: Inst): boolean {
    const first = firstText(value);
    // Of two strings, one may be given back as it is, unless the first one grows.
    if (first) return value.symbol === 'gn_str_join' || this.owned.has(first);
    const to = this.home.get(value)!;
    return this.ways(value).every(({ edge, from }) => {
      const text = edge.args[this.numberOf(value)]!;
      return this.owned.has(text) || text.op === 'object' || this.canCopy(from, to);
    });
  }

  /** True for the way into a loop, whose end has room for a copy of what the loop starts with. */
  private canCopy(from: number, to: number): boolean {
    const { predecessors, order } = this.cfg;
    const isLoop = predecessors[to]!.some((each) => this.dominators.dominates(to, each));
    return isLoop && !this.dominators.dominates(to, from) && order[from]!.insts.at(-1)!.op === 'jump';
  }

  apply(): void {
    const possible = this.cfg.order.flatMap(({ insts }) => insts.filter((inst) => this.mayAppend(inst)));
    const leading = this.leadingTo(possible);
    const grown = new Set(possible.map(firstText));
    // Two strings that nothing is put behind are better joined: if one is empty, nothing is copied.
    const appends = new Set(
      possible.filter(
        (call) =>
          call.symbol === 'gn_str_join' ||
          grown.has(call) ||
          this.paramsOf(call).some((param) => leading.has(param)),
      ),
    );
    for (const param of this.leadingTo(appends)) this.copyAtStart(param);
    for (const { insts } of this.cfg.order)
      for (const inst of [...insts]) if (appends.has(inst)) this.append(insts, inst);
  }

  private mayAppend(inst: Inst): boolean {
    const first = firstText(inst);
    return first !== undefined && this.owned.has(first);
  }

  /** The parameters that a value is passed to. */
  private paramsOf(value: Inst): Inst[] {
    return (this.uses.get(value) ?? []).flatMap(({ edge }) =>
      edge ? [edge.block.params[edge.args.indexOf(value)]!] : [],
    );
  }

  /** The owned parameters from which a text may come to one of the places where it grows. */
  private leadingTo(appends: Iterable<Inst>): Set<Inst> {
    const found = new Set<Inst>();
    const seen = new Set<Inst>();
    const add = (text: Inst): void => {
      if (!this.owned.has(text) || seen.has(text)) return;
      seen.add(text);
      const first = firstText(text);
      if (first) add(first);
      if (text.op !== 'param') return;
      found.add(text);
      for (const { edge } of this.ways(text)) add(edge.args[this.numberOf(text)]!);
    };
    for (const call of appends) add(firstText(call)!);
    return found;
  }

  /** The edges to the block of a parameter, with the blocks that they come from. */
  private ways(param: Inst): { edge: Edge; from: number }[] {
    const b = this.home.get(param)!;
    return this.cfg.incoming[b]!.map((edge, e) => ({ edge, from: this.cfg.predecessors[b]![e]! }));
  }

  private numberOf(param: Inst): number {
    return this.cfg.order[this.home.get(param)!]!.params.indexOf(param);
  }

  private copyAtStart(param: Inst): void {
    const number = this.numberOf(param);
    for (const { edge, from } of this.ways(param)) {
      const text = edge.args[number]!;
      if (this.owned.has(text) || text.op === 'object') continue;
      const kinds = newInst(this.fn, 'iconst', 'i32', [], undefined, { imm: TextPart.string });
      const copy = newInst(this.fn, 'helper', 'ref', [kinds, text], undefined, { symbol: 'gn_str_join' });
      this.cfg.order[from]!.insts.splice(-1, 0, kinds, copy);
      edge.args[number] = copy;
    }
  }

  private append(insts: Inst[], call: Inst): void {
    const make = (op: Inst['op'], args: Inst[], imm?: number): Inst => {
      const inst = newInst(this.fn, op, 'i32', args, call.position, imm === undefined ? {} : { imm });
      insts.splice(insts.indexOf(call), 0, inst);
      return inst;
    };
    if (call.symbol === 'gn_str_concat') call.args.unshift(make('iconst', [], TWO_STRINGS));
    const [kinds, text, part] = call.args as [Inst, Inst, Inst];
    call.symbol = 'gn_str_append';
    if (kinds.imm !== TWO_STRINGS) return;
    const unit = unitOf(part, make);
    if (!unit) return;
    call.symbol = 'gn_str_append_unit';
    call.args = [text, unit];
  }
}

/** The unit that is put behind a text; undefined if it is a string. */
function unitOf(part: Inst, make: (op: Inst['op'], args: Inst[], imm?: number) => Inst): Inst | undefined {
  if (part.op === 'object') return part.imm === undefined ? undefined : make('iconst', [], part.imm);
  return part.type === 'ref' ? undefined : (encoded(part) ?? make('iushr', [part, make('iconst', [], 1)]));
}

/** The unit x in 2 * x + 1, as join-texts.ts passes it. */
function encoded({ op, args }: Inst): Inst | undefined {
  const [twice, one] = args;
  if (op !== 'ior' || twice!.op !== 'ishl') return undefined;
  return constantOf(one!) === 1 && constantOf(twice!.args[1]!) === 1 ? twice!.args[0] : undefined;
}

/** Helpers that only look at the texts they are given. */
const readers: ReadonlySet<string | undefined> = new Set(['gn_str_unit', 'gn_str_eq', 'gn_str_cmp']);

/** True if the instruction only reads the text, and nothing that it gives has it. */
function isRead(inst: Inst, text: Inst): boolean {
  if (inst.op === 'load') return true;
  if (inst.op !== 'helper') return false;
  if (readers.has(inst.symbol)) return true;
  const first = firstText(inst);
  // What is copied behind another text. With two strings, it may be given back as it is.
  return inst.symbol === 'gn_str_join' && first !== text;
}
