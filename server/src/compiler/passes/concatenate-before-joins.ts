// Where ways meet and the text that they bring is only put beside another one, as in `out += n > 1 ? n + unit : unit`, each way
// puts its own there: a text that a way has made of parts is not made then, but its parts are joined at once (join-texts.ts), and
// a text that grows in its place gets them one by one (append-texts.ts).
import { buildCfg } from '../ir/analysis/cfg.ts';
import { isPure } from '../ir/analysis/effects.ts';
import { countUses, Replacements, splitEdge } from '../ir/edit.ts';
import type { Block, Edge, Inst, IrFunction } from '../ir/ir.ts';
import { newInst, newParam, terminator } from '../ir/ir.ts';

/** More ways would be too much code. */
const MOST_WAYS = 4;

/** What a text is made by that is better a part of a longer one. */
const makers: ReadonlySet<string | undefined> = new Set([
  'gn_str_concat',
  'gn_str_join',
  'gn_str_from_unit',
  'gn_str_from_i32',
  'gn_str_from_number',
]);

export function concatenateBeforeJoins(fn: IrFunction): boolean {
  if (!fn.blocks.some(({ params, insts }) => params.length > 0 && insts.some(isConcatenation))) return false;
  const cfg = buildCfg(fn);
  const uses = countUses(fn);
  const concatenated = new Replacements();
  for (const [b, block] of cfg.order.entries()) {
    const incoming = cfg.incoming[b]!;
    const sources = cfg.predecessors[b]!.map((from) => cfg.order[from]!);
    const found = findConcatenation(block, incoming, sources, uses);
    if (!found) continue;
    const result = newParam(fn, block, 'ref');
    for (const [e, edge] of incoming.entries()) concatenateOn(fn, edge, sources[e]!, block, found);
    block.params.splice(block.params.indexOf(found.param), 1);
    block.insts.splice(block.insts.indexOf(found.text), 1);
    concatenated.set(found.text, result);
  }
  concatenated.apply(fn);
  return !concatenated.empty;
}

const isConcatenation = ({ op, symbol }: Inst): boolean => op === 'helper' && symbol === 'gn_str_concat';

/** A text that is made of what ways bring, and of what is there before. */
interface Concatenation {
  readonly text: Inst;
  readonly param: Inst;
}

function findConcatenation(
  block: Block,
  incoming: readonly Edge[],
  sources: readonly Block[],
  uses: Int32Array,
): Concatenation | undefined {
  if (incoming.length < 2 || incoming.length > MOST_WAYS) return undefined;
  for (const text of block.insts) {
    if (isConcatenation(text)) {
      const isOnlyThere = (arg: Inst): boolean => block.params.includes(arg) && uses[arg.id] === 1;
      const param = text.args.find((arg) => {
        const index = block.params.indexOf(arg);
        const isMade = ({ args }: Edge, e: number): boolean =>
          makers.has(args[index]!.symbol) &&
          uses[args[index]!.id] === 1 &&
          sources[e]!.insts.includes(args[index]!);
        return isOnlyThere(arg) && incoming.some(isMade);
      });
      const isThere = (arg: Inst): boolean => !block.insts.includes(arg);
      return param && text.args.every(isThere) ? { text, param } : undefined;
    }
    // It is made before what comes first: that must not be something that others see.
    if (!isPure(text) && text.op !== 'load') return undefined;
  }
  return undefined;
}

/** Lets an edge pass the text in the place of its part, as the new last argument. */
function concatenateOn(
  fn: IrFunction,
  edge: Edge,
  source: Block,
  block: Block,
  { text, param }: Concatenation,
): void {
  const given = text.args.map((arg) => edge.args[block.params.indexOf(arg)] ?? arg);
  edge.args.splice(block.params.indexOf(param), 1);
  const whole = newInst(fn, 'helper', 'ref', given, text.position, { symbol: text.symbol });
  const way = terminator(source).op === 'jump' ? source : splitEdge(fn, edge);
  const jump = terminator(way);
  way.insts.splice(-1, 0, whole);
  jump.targets![0]!.args.push(whole);
}
