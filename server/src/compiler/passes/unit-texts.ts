// Texts of single units, as `const c = text[i]`, are held as integers where ways meet: c is a unit there, or undefined behind the
// end of the text, and most often only compared. What needs a text after all makes it where it needs it. So a tokenizer makes
// no string for each unit that it looks at, and its comparisons are of integers.
import { buildCfg, type Cfg } from '../ir/analysis/cfg.ts';
import { buildDominators, type Dominators } from '../ir/analysis/dominators.ts';
import { buildLoops, type LoopForest } from '../ir/analysis/loops.ts';
import { splitEdge } from '../ir/edit.ts';
import type { Block, Edge, Inst, IrFunction } from '../ir/ir.ts';
import { newInst } from '../ir/ir.ts';
import { isUnitText } from './fold/texts.ts';

/** What stands for null: no unit. */
const NONE = -1;
/** Where more places than these need the text, it is made once. */
const MOST_TEXTS = 3;

export function unitTexts(fn: IrFunction): boolean {
  const makesUnits = fn.blocks.some(({ insts }) =>
    insts.some((inst) => inst.op === 'helper' && isUnitText(inst)),
  );
  if (!makesUnits) return false;
  return new UnitTexts(fn).run();
}

/** A place that has a value: an instruction, or an edge of it. */
interface Use {
  readonly block: number;
  readonly inst: Inst;
  readonly edge: Edge | undefined;
}

class UnitTexts {
  private readonly cfg: Cfg;
  private readonly uses = new Map<Inst, Use[]>();
  /** The parameters of blocks that are a unit or null, whatever way leads there, with the positions of their blocks. */
  private readonly webs = new Map<Inst, number>();
  /** What is passed to them, by parameter. */
  private readonly sources = new Map<Inst, Inst[]>();
  /** Those that may be null. */
  private readonly nullable = new Set<Inst>();
  /** The integers in the places of the parameters. */
  private readonly held = new Map<Inst, Inst>();

  constructor(private readonly fn: IrFunction) {
    this.cfg = buildCfg(fn);
  }

  run(): boolean {
    this.findParams();
    if (this.webs.size === 0) return false;
    this.findUses();
    const dominators = buildDominators(this.cfg);
    const loops = buildLoops(this.cfg, dominators);
    this.keep((param, home) => this.comesFromUnit(param) && this.pays(param, home, dominators, loops));
    if (this.webs.size === 0) return false;
    this.keep((param) => this.comesFromUnit(param));
    this.findNullable();
    for (const [param, home] of this.webs) this.hold(param, this.cfg.order[home]!);
    for (const [param, home] of this.webs) this.passUnits(param, home);
    for (const param of this.webs.keys()) for (const use of this.uses.get(param)!) this.rewrite(use, param);
    return true;
  }

  private findParams(): void {
    this.cfg.order.forEach((block, b) => {
      if (b === 0) return;
      block.params.forEach((param, i) => {
        if (param.type !== 'ref') return;
        this.webs.set(param, b);
        this.sources.set(
          param,
          this.cfg.incoming[b]!.map(({ args }) => args[i]!),
        );
      });
    });
    this.keep(() => true);
  }

  /** Removes parameters that are not as they should be, and what is no longer so without them. */
  private keep(isGood: (param: Inst, home: number) => boolean): void {
    for (let removed = true; removed; ) {
      removed = false;
      for (const [param, home] of [...this.webs]) {
        const isWhole = this.sources.get(param)!.every((source) => isHeld(source) || this.webs.has(source));
        if (isWhole && isGood(param, home)) continue;
        this.webs.delete(param);
        removed = true;
      }
    }
  }

  /** True if a unit answers some of what is asked of a text, and no way makes more texts of it than before. */
  private pays(param: Inst, home: number, dominators: Dominators, loops: LoopForest): boolean {
    const depth = (block: number): number => loops.innermost[block]?.depth ?? 0;
    const uses = this.uses.get(param)!;
    const texts = uses.filter((use) => !this.isAnsweredByUnit(use, param));
    if (texts.length === uses.length || texts.length > MOST_TEXTS) return false;
    // Where the way goes on from a use.
    const behind = ({ block, edge }: Use): number => (edge ? this.cfg.position[edge.block.id]! : block);
    return texts.every(
      (text, i) =>
        depth(text.block) <= depth(home) &&
        texts.every((other, k) => k === i || !dominators.dominates(behind(text), other.block)),
    );
  }

  private findNullable(): void {
    for (let before = -1; before < this.nullable.size; ) {
      before = this.nullable.size;
      for (const param of this.webs.keys()) {
        const isNull = (source: Inst): boolean => source.op === 'null' || this.nullable.has(source);
        if (this.sources.get(param)!.some(isNull)) this.nullable.add(param);
      }
    }
  }

  /** True if a unit gets there, and not only constants. */
  private comesFromUnit(param: Inst, seen = new Set<Inst>()): boolean {
    seen.add(param);
    return this.sources
      .get(param)!
      .some((source) =>
        this.webs.has(source)
          ? !seen.has(source) && this.comesFromUnit(source, seen)
          : source.op === 'helper',
      );
  }

  private findUses(): void {
    for (const param of this.webs.keys()) this.uses.set(param, []);
    this.cfg.order.forEach(({ insts }, block) => {
      for (const inst of insts) {
        for (const arg of new Set(inst.args)) this.uses.get(arg)?.push({ block, inst, edge: undefined });
        for (const edge of inst.targets ?? [])
          for (const arg of new Set(edge.args)) this.uses.get(arg)?.push({ block, inst, edge });
      }
    });
  }

  /** True if the unit is all that a use needs. */
  private isAnsweredByUnit({ inst, edge }: Use, param: Inst): boolean {
    if (edge) {
      return edge.args.every((arg, i) => arg !== param || this.webs.has(edge.block.params[i]!));
    }
    switch (inst.op) {
      case 'rcmp':
        return inst.args.some(({ op }) => op === 'null');
      case 'load':
        return inst.alias === 'stringLength';
      case 'helper':
        if (inst.symbol === 'gn_str_unit') return true;
        if (inst.symbol !== 'gn_str_eq' && inst.symbol !== 'gn_str_cmp') return false;
        return inst.args.every((arg) => isUnitText(arg) || this.webs.has(arg));
      default:
        return false;
    }
  }

  private hold(param: Inst, block: Block): void {
    const unit = newInst(this.fn, 'param', 'i32');
    block.params[block.params.indexOf(param)] = unit;
    this.held.set(param, unit);
  }

  private passUnits(param: Inst, home: number): void {
    const index = this.cfg.order[home]!.params.indexOf(this.held.get(param)!);
    this.cfg.incoming[home]!.forEach((edge, e) => {
      const from = this.cfg.order[this.cfg.predecessors[home]![e]!]!;
      edge.args[index] = this.unitOf(edge.args[index]!, (unit) => from.insts.splice(-1, 0, unit));
    });
  }

  /** The unit of a text, or NONE of null; constants are placed. */
  private unitOf(text: Inst, place: (...made: Inst[]) => void): Inst {
    const held = this.held.get(text);
    if (held) return held;
    if (text.op === 'helper') return text.args[0]!;
    return this.constant(text.op === 'null' ? NONE : text.imm!, place);
  }

  private rewrite(use: Use, param: Inst): void {
    const { inst, edge } = use;
    if (edge) {
      // What is passed as a unit has been replaced already, as have the texts of a split edge.
      if (edge.args.includes(param)) this.passTexts(edge);
      return;
    }
    // Two of them in one comparison are replaced together.
    if (!inst.args.includes(param)) return;
    const unit = this.held.get(param)!;
    const { insts } = this.cfg.order[use.block]!;
    const place = (...made: Inst[]): void => void insts.splice(insts.indexOf(inst), 0, ...made);
    if (!this.isAnsweredByUnit(use, param)) {
      const text = this.textOf(param, place);
      inst.args = inst.args.map((arg) => (arg === param ? text : arg));
      return;
    }
    // What is loaded as a property of the text gets its operands anew.
    const become = (op: Inst['op'], args: Inst[], fields: Pick<Partial<Inst>, 'imm' | 'cond'> = {}): void => {
      inst.symbol = inst.memory = inst.alias = inst.cond = inst.imm = undefined;
      inst.type = 'i32';
      Object.assign(inst, { op, args, ...fields });
    };
    if (inst.op === 'load') become('iconst', [], { imm: 1 });
    else if (inst.op === 'rcmp') become('icmp', [unit, this.constant(NONE, place)], { cond: inst.cond });
    else if (inst.symbol === 'gn_str_unit') become('iadd', [unit, this.constant(0, place)]);
    else {
      const [a, b] = inst.args.map((text) => this.unitOf(text, place)) as [Inst, Inst];
      if (inst.symbol === 'gn_str_eq') become('icmp', [a, b], { cond: 'eq' });
      else become('isub', [a, b]);
    }
  }

  /** Makes the texts that an edge passes, in a block of its own. */
  private passTexts(edge: Edge): void {
    const { insts } = splitEdge(this.fn, edge);
    const { args } = insts.at(-1)!.targets![0]!;
    args.forEach((arg, i) => {
      if (this.held.has(arg)) args[i] = this.textOf(arg, (...made) => insts.splice(-1, 0, ...made));
    });
  }

  /** The text of a parameter's unit, or null. */
  private textOf(param: Inst, place: (...made: Inst[]) => void): Inst {
    const unit = this.held.get(param)!;
    const text = newInst(this.fn, 'helper', 'ref', [unit], undefined, { symbol: 'gn_str_from_unit' });
    place(text);
    if (!this.nullable.has(param)) return text;
    const isNone = newInst(this.fn, 'icmp', 'i32', [unit, this.constant(NONE, place)], undefined, {
      cond: 'eq',
    });
    const nothing = newInst(this.fn, 'null', 'ref');
    const chosen = newInst(this.fn, 'select', 'ref', [isNone, nothing, text]);
    place(isNone, nothing, chosen);
    return chosen;
  }

  private constant(value: number, place: (...made: Inst[]) => void): Inst {
    const constant = newInst(this.fn, 'iconst', 'i32', [], undefined, { imm: value });
    place(constant);
    return constant;
  }
}

/** True for what is a unit, or null, by itself. */
function isHeld(value: Inst): boolean {
  return value.op === 'null' || isUnitText(value);
}
