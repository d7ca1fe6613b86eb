// Looking up a member by name, where nothing is known of the object's class, as the loop over its list of members that
// it is. Requires nothing; leaves no `findMember`.
import { CLASS_MEMBERS, MEMBER_NAME_SHIFT } from '../abi/objects.ts';
import { Replacements } from '../ir/edit.ts';
import type { Block, Inst, IrFunction } from '../ir/ir.ts';
import { newBlock, newInst, newParam } from '../ir/ir.ts';
import { parseQuery } from '../ir/member-query.ts';

export function expandLookups(fn: IrFunction): boolean {
  const words = new Replacements();
  for (const block of fn.blocks.slice()) {
    // From the last on, so that the earlier ones stay in the block that is split.
    const found = block.insts.filter(({ op }) => op === 'findMember').reverse();
    for (const inst of found) words.set(inst, expand(fn, block, inst));
  }
  if (words.empty) return false;
  words.apply(fn);
  return true;
}

/** Puts the loop in the place of a look-up, the block's last one; gives the word that it finds. */
function expand(fn: IrFunction, block: Block, lookup: Inst): Inst {
  const { position } = lookup;
  const make = (op: Inst['op'], args: Inst[], fields: Parameters<typeof newInst>[5] = {}) =>
    newInst(fn, op, op === 'branch' || op === 'jump' ? 'void' : 'i32', args, position, fields);
  const index = block.insts.indexOf(lookup);
  const [loop, other, next, after] = [newBlock(fn), newBlock(fn), newBlock(fn), newBlock(fn)];
  after.insts = block.insts.splice(index).slice(1);
  const result = newParam(fn, after, 'i32');

  const first = make('load', [lookup.args[0]!], { memory: 'i32', alias: 'constant', imm: CLASS_MEMBERS });
  const wanted = make('iconst', [], { imm: parseQuery(lookup.symbol!).number });
  block.insts.push(first, wanted, make('jump', [], { targets: [{ block: loop, args: [first] }] }));

  const at = newParam(fn, loop, 'i32');
  const word = make('load', [at], { memory: 'i32', alias: 'constant', imm: 0 });
  const shift = make('iconst', [], { imm: MEMBER_NAME_SHIFT });
  const name = make('iushr', [word, shift]);
  const isFound = make('icmp', [name, wanted], { cond: 'eq' });
  const leave = { block: after, args: [word] };
  const goOn = make('branch', [isFound], { targets: [leave, { block: other, args: [] }] });
  loop.insts.push(word, shift, name, isFound, goOn);

  const zero = make('iconst', [], { imm: 0 });
  const isEnd = make('icmp', [word, zero], { cond: 'eq' });
  const end = make('branch', [isEnd], {
    targets: [
      { block: after, args: [word] },
      { block: next, args: [] },
    ],
  });
  other.insts.push(zero, isEnd, end);

  const four = make('iconst', [], { imm: 4 });
  const following = make('iadd', [at, four]);
  next.insts.push(four, following, make('jump', [], { targets: [{ block: loop, args: [following] }] }));
  return result;
}
