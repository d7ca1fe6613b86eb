// Texts that are made of several parts, by templates, `+` or `+=`, are made at once: the parts are copied once, and what is
// between them never exists; integers and single units are written where they belong, without a string of their own.
//
// Late: what is inlined into an expression joins in, and what is known of integers was used.
import { MOST_TEXT_PARTS, TEXT_PART_BITS, TEXT_PART_MASK, TextPart } from '../abi/objects.ts';
import { buildCfg, type Cfg } from '../ir/analysis/cfg.ts';
import { buildDominators } from '../ir/analysis/dominators.ts';
import { buildLoops, type Loop } from '../ir/analysis/loops.ts';
import { countUses } from '../ir/edit.ts';
import type { Block, Inst, IrFunction } from '../ir/ir.ts';
import { newInst } from '../ir/ir.ts';
import type { Op } from '../ir/ops.ts';
import { isUnitText } from './fold/texts.ts';
import { findFractions } from './integers/likely.ts';

/** What a text is made of: an argument of gn_str_join. */
interface Part {
  readonly kind: TextPart;
  readonly value: Inst;
  /** True for a unit, which is passed in the place of a string: what is made a text of, or a constant text. */
  readonly isUnit?: true;
}

export function joinTexts(fn: IrFunction): boolean {
  if (!fn.blocks.some(({ insts }) => insts.some((inst) => callee(inst) === 'gn_str_concat'))) return false;
  return new Joining(fn).run();
}

/** The name of the helper that is called, if one is. */
function callee({ op, symbol }: Inst): string | undefined {
  return op === 'helper' ? symbol : undefined;
}

class Joining {
  private readonly cfg: Cfg;
  private readonly uses: Int32Array;
  private readonly fractions: ReadonlySet<Inst>;
  /** By value id: the innermost loop that it is made in. */
  private readonly loops: (Loop | undefined)[] = [];
  /** Calls whose results are parts of something now, or came to nothing else. */
  private readonly absorbed = new Set<Inst>();

  constructor(private readonly fn: IrFunction) {
    this.cfg = buildCfg(fn);
    const { innermost } = buildLoops(this.cfg, buildDominators(this.cfg));
    for (const [b, block] of this.cfg.order.entries())
      for (const inst of block.insts) this.loops[inst.id] = innermost[b];
    this.uses = countUses(fn);
    this.fractions = findFractions(fn);
  }

  run(): boolean {
    // The last ones first: what they are made of comes before them.
    for (const block of [...this.cfg.order].reverse()) {
      for (const inst of [...block.insts].reverse()) {
        if (callee(inst) === 'gn_str_concat' && !this.absorbed.has(inst)) this.join(block, inst);
      }
    }
    if (this.absorbed.size === 0) return false;
    for (const block of this.fn.blocks) block.insts = block.insts.filter((inst) => !this.absorbed.has(inst));
    return true;
  }

  /** Makes a text of all its parts at once, if that are more than two strings. */
  private join(block: Block, text: Inst): void {
    const inner: Inst[] = [];
    const parts = this.partsOfBoth(text, text.args, MOST_TEXT_PARTS, inner);
    if (inner.length === 0) return;
    const added: Inst[] = [];
    const make = (op: Op, args: Inst[], imm?: number) => {
      const inst = newInst(this.fn, op, 'i32', args, text.position, imm === undefined ? {} : { imm });
      added.push(inst);
      return inst;
    };
    const values = parts.map(({ value, isUnit }) => {
      if (!isUnit) return value;
      if (value.op === 'object') return make('iconst', [], 2 * value.imm! + 1);
      return make('ior', [make('ishl', [value, make('iconst', [], 1)]), make('iconst', [], 1)]);
    });
    const kinds = parts.reduceRight((bits, { kind }) => (bits << TEXT_PART_BITS) | kind, 0);
    text.symbol = 'gn_str_join';
    text.args = [make('iconst', [], kinds), ...values];
    block.insts.splice(block.insts.indexOf(text), 0, ...added);
    for (const inst of inner) this.absorbed.add(inst);
  }

  /** The parts of two texts, of which there is room for `most`, and the calls that are not needed for them (`inner`). */
  private partsOfBoth(text: Inst, [left, right]: readonly Inst[], most: number, inner: Inst[]): Part[] {
    const last = this.partsOf(text, right!, most - 1, inner);
    return [...this.partsOf(text, left!, most - last.length, inner), ...last];
  }

  private partsOf(text: Inst, value: Inst, most: number, inner: Inst[]): Part[] {
    if (value.op === 'object' && isUnitText(value)) return [{ kind: TextPart.string, value, isUnit: true }];
    const whole: Part[] = [{ kind: TextPart.string, value }];
    // What is made outside of a loop is made once.
    if (this.uses[value.id] !== 1 || this.loops[value.id] !== this.loops[text.id]) return whole;
    const parts = this.partsOfCall(text, value, most, inner);
    if (!parts) return whole;
    inner.push(value);
    return parts;
  }

  /** The parts of what a call makes, if it is one that need not be made. */
  private partsOfCall(text: Inst, call: Inst, most: number, inner: Inst[]): Part[] | undefined {
    const [value] = call.args as [Inst];
    switch (callee(call)) {
      case 'gn_str_concat':
        return most < 2 ? undefined : this.partsOfBoth(text, call.args, most, inner);
      case 'gn_str_join':
        return call.args.length - 1 > most ? undefined : joined(call);
      case 'gn_str_from_i32':
        return [{ kind: TextPart.i32, value }];
      case 'gn_str_from_unit':
        return [{ kind: TextPart.string, value, isUnit: true }];
      case 'gn_str_from_number':
        if (value.op === 'i2d') return [{ kind: TextPart.i32, value: value.args[0]! }];
        // One with a fraction would keep all the others from being written in one go.
        return this.fractions.has(value) ? undefined : [{ kind: TextPart.number, value }];
      default:
        return undefined;
    }
  }
}

/** What was joined, as in a function that was inlined. */
function joined({ args: [kinds, ...values] }: Inst): Part[] {
  return values.map((value, i) => {
    const kind = ((kinds!.imm! >> (i * TEXT_PART_BITS)) & TEXT_PART_MASK) as TextPart;
    return { kind, value };
  });
}
