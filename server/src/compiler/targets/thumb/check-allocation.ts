// Checks a register allocation without trusting anything that made it: it follows which values each location
// holds along all paths, and compares with what the machine IR asks for. In the manner of regalloc2's checker:
// forward data flow over sets of values per location, intersected where paths meet.
import {
  type AItem,
  type Allocation,
  FIRST_SLOT,
  type Location,
  locationName,
  rematOf,
} from './allocation.ts';
import {
  ANYWHERE,
  CALLEE,
  IN_REGISTER,
  isLate,
  type MBlock,
  type MEdge,
  type MInst,
  mopInfo,
  printInst,
  readsHigh,
} from './machine.ts';

type Contents = Map<Location, ReadonlySet<number>>;

/** Registers that a call destroys: r0-r3, r12, lr. */
const DESTROYED = [0, 1, 2, 3, 12, 14];

/** Throws an Error that names function, block and instruction if a location does not hold what it must. */
export function checkAllocation(allocation: Allocation): void {
  const { fn } = allocation;
  if (allocation.highSlots.size > 4) throw new Error(`${fn.symbol}: more high slots than high registers`);
  const entry: (Contents | undefined)[] = new Array<Contents | undefined>(fn.blocks.length).fill(undefined);
  entry[0] = new Map(fn.params.map(({ vreg, register }) => [register, new Set([vreg])]));
  const work = new Set([0]);
  for (const index of work) {
    work.delete(index);
    const block = fn.blocks[index]!;
    const after = runBlock(allocation, block, new Map(entry[index]), false);
    for (const edge of block.succs) {
      const passed = passEdge(edge, after);
      const target = edge.to.index;
      const merged = entry[target] ? intersect(entry[target], passed) : passed;
      if (entry[target] && isSame(entry[target], merged)) continue;
      entry[target] = merged;
      work.add(target);
    }
  }
  for (const block of fn.blocks) {
    const before = entry[block.index];
    if (before) runBlock(allocation, block, new Map(before), true);
  }
}

function intersect(a: Contents, b: Contents): Contents {
  const result: Contents = new Map();
  for (const [location, values] of a) {
    const other = b.get(location);
    if (!other) continue;
    const both = new Set([...values].filter((v) => other.has(v)));
    if (both.size > 0) result.set(location, both);
  }
  return result;
}

function isSame(a: Contents, b: Contents): boolean {
  if (a.size !== b.size) return false;
  for (const [location, values] of a) if (b.get(location)?.size !== values.size) return false;
  return true;
}

/** The parameters of the target take the values of the arguments, all at once. */
function passEdge(edge: MEdge, contents: Contents): Contents {
  const { params } = edge.to;
  if (params.length === 0) return new Map(contents);
  const result: Contents = new Map();
  for (const [location, values] of contents) {
    const passed = new Set([...values].filter((v) => !params.includes(v)));
    for (const [k, param] of params.entries()) if (values.has(edge.args[k]!)) passed.add(param);
    if (passed.size > 0) result.set(location, passed);
  }
  return result;
}

/** Runs a block on `contents`; with `report`, throws at the first mistake. Gives the contents at its end. */
function runBlock(allocation: Allocation, block: MBlock, contents: Contents, report: boolean): Contents {
  const items = allocation.blocks[block.index]!;
  let atStart = true;
  for (const item of items) {
    const fail = (reason: string): never => {
      const what = item.inst
        ? printInst(item.inst, block)
        : `${locationName(item.defs[0]!)} <- ${locationName(item.uses[0]!)}`;
      throw new Error(`${allocation.fn.symbol}: b${block.index}: ${what}: ${reason}`);
    };
    if (!item.inst) {
      runMove(allocation, block, item, contents, atStart, report ? fail : undefined);
      continue;
    }
    atStart = false;
    if (report && allocation.wrapping.early[block.index] && item.defs.some((register) => register >= 4))
      fail('writes a register before it is saved');
    if (report) checkUses(allocation, item.inst, item, contents, fail);
    if (mopInfo(item.inst.op).call) for (const register of DESTROYED) contents.delete(register);
    // A new value makes copies of the last one (of the round before) stale.
    for (const [location, values] of contents) {
      if (!item.inst.defs.some((v) => values.has(v))) continue;
      contents.set(location, new Set([...values].filter((v) => !item.inst!.defs.includes(v))));
    }
    for (const [k, v] of item.inst.defs.entries()) contents.set(item.defs[k]!, new Set([v]));
  }
  return contents;
}

function runMove(
  allocation: Allocation,
  block: MBlock,
  item: AItem,
  contents: Contents,
  atStart: boolean,
  fail: ((reason: string) => never) | undefined,
): void {
  const to = item.defs[0]!;
  const from = item.uses[0]!;
  if (fail) {
    if (allocation.wrapping.early[block.index] && to >= 4 && to !== 12) fail('there is no frame yet');
    if (to < 0 || to === 13 || to === 15) fail('not a place to move to');
    if (from < 0 && to >= 8) fail('only low registers can be loaded');
    if (from >= FIRST_SLOT && to >= 8) fail('slots are loaded to low registers');
    if (to >= FIRST_SLOT && from >= 8) fail('slots are stored from low registers');
    if (to === 14 && !allocation.usesLr && !hasCall(allocation)) fail('lr is not saved');
  }
  if (from >= 0) {
    const values = contents.get(from);
    if (values) contents.set(to, values);
    else contents.delete(to);
    return;
  }
  const vreg = rematOf(from);
  if (fail && !allocation.fn.remat[vreg]) fail('this value can not be made anew');
  const values = new Set([vreg]);
  // Copies of the only edge into a block may stand at its start: there the value is that of parameters too.
  const [edge] = block.preds;
  if (atStart && edge && block.preds.length === 1)
    for (const [k, param] of block.params.entries()) if (edge.args[k] === vreg) values.add(param);
  contents.set(to, values);
}

function hasCall(allocation: Allocation): boolean {
  return allocation.fn.blocks.some((block) => block.insts.some((inst) => mopInfo(inst.op).call));
}

function checkUses(
  allocation: Allocation,
  inst: MInst,
  item: AItem,
  contents: Contents,
  fail: (reason: string) => never,
): void {
  if (item.uses.length !== inst.uses.length || item.defs.length !== inst.defs.length)
    fail('operands are missing');
  for (const [k, v] of inst.uses.entries()) {
    const location = item.uses[k]!;
    const wanted = inst.useRegs?.[k] ?? IN_REGISTER;
    const isFree = wanted === IN_REGISTER || wanted === CALLEE;
    const isHigh = readsHigh(inst, k) && allocation.highSlots.has(location - FIRST_SLOT);
    if (isFree && !isHigh && (location < 0 || location >= 8)) fail(`v${v} is not in a low register`);
    if (wanted >= 0 && location !== wanted) fail(`v${v} is in ${locationName(location)}`);
    if (location < 0) {
      if (wanted !== ANYWHERE || rematOf(location) !== v || !allocation.fn.remat[v])
        fail(`v${v} can't be made anew here`);
    } else if (!contents.get(location)?.has(v)) {
      const held = [...(contents.get(location) ?? [])].map((x) => `v${x}`).join(', ');
      fail(`${locationName(location)} should hold v${v}, and holds ${held || 'nothing'}`);
    }
    if (isLate(inst, k) && location >= 0 && item.defs.includes(location))
      fail(`v${v} is overwritten before it is read`);
  }
  for (const [k] of inst.defs.entries()) {
    const register = item.defs[k]!;
    if (register < 0 || register >= 8) fail('results are in low registers');
    if (inst.defRegs && register !== inst.defRegs[k]) fail(`result is in ${locationName(register)}`);
    if (item.defs.indexOf(register) !== k) fail('two results in one register');
  }
}
