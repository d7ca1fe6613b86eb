// Proposes a register for each value by coloring: values that are copied into each other share a color where they
// may (coalescing), calls and fixed registers pull towards their registers. The plan of spill.ts has made the
// pressure fit, but coalesced values may still have no color: then there is no proposal. Assignment (assign.ts)
// follows the proposals where it can, and is right without them. After Briggs, Cooper, Torczon, "Improvements to
// Graph Coloring Register Allocation", TOPLAS 1994, and Braun, Mallon, Hack, "Preference-Guided Register
// Assignment", CC 2010.
import type { Liveness } from './liveness.ts';
import { CALLEE, isConstant, isLate, type MBlock, type MFunction, type MInst, mopInfo } from './machine.ts';
import type { SpillPlan } from './spill.ts';

const REGISTERS = 8;
const CALL_DESTROYED = 0x0f;
/** Matrices above this size cost more than they save. */
const MOST_VALUES = 6000;
/** Cycles to save and restore a register that calls preserve, per call of the function. */
const PRESERVED_COST = 3;

interface Affinity {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** For each virtual register the proposed register, or -1. */
export function proposeRegisters(fn: MFunction, liveness: Liveness, plan: SpillPlan): Int8Array {
  if (fn.vregs > MOST_VALUES) return new Int8Array(fn.vregs).fill(-1);
  const graph = new Graph(fn, liveness, plan);
  graph.build();
  graph.coalesce();
  return graph.color();
}

class Graph {
  private readonly fn: MFunction;
  private readonly liveness: Liveness;
  private readonly plan: SpillPlan;
  private readonly words: number;
  /** Row v: what v interferes with. After coalescing the row of a class is that of its representative. */
  private readonly rows: Uint32Array;
  /** Registers that a value can't have. */
  private readonly forbidden: Uint8Array;
  /** By value and register: cycles saved if it has that register. */
  private readonly preference: Float32Array;
  /** Frequency-weighted uses and definitions. */
  private readonly weight: Float32Array;
  private readonly present: Uint8Array;
  private readonly affinities: Affinity[] = [];
  private readonly parent: Int32Array;
  /** Most values in registers at once. */
  private mostLive = 0;
  private readonly classMembers: number[][];

  constructor(fn: MFunction, liveness: Liveness, plan: SpillPlan) {
    this.fn = fn;
    this.liveness = liveness;
    this.plan = plan;
    const count = fn.vregs;
    this.words = (count + 31) >>> 5;
    this.rows = new Uint32Array(count * this.words);
    this.forbidden = new Uint8Array(count);
    this.preference = new Float32Array(count * REGISTERS);
    this.weight = new Float32Array(count);
    this.present = new Uint8Array(count);
    this.parent = new Int32Array(count);
    this.classMembers = new Array<number[]>(count);
    for (let v = 0; v < count; v++) {
      this.parent[v] = v;
      this.classMembers[v] = [v];
    }
  }

  build(): void {
    for (const block of this.fn.blocks) this.walk(block);
    for (const { vreg, register } of this.fn.params) if (register < REGISTERS) this.prefer(vreg, register, 1);
  }

  private interfere(a: number, b: number): void {
    if (a === b) return;
    this.rows[a * this.words + (b >>> 5)]! |= 1 << (b & 31);
    this.rows[b * this.words + (a >>> 5)]! |= 1 << (a & 31);
  }

  private prefer(vreg: number, register: number, weight: number): void {
    this.preference[vreg * REGISTERS + register]! += weight;
  }

  private pull(a: number, b: number, weight: number): void {
    if (a !== b) this.affinities.push({ a, b, weight });
  }

  private walk(block: MBlock): void {
    const plan = this.plan.blocks[block.index]!;
    const { freq } = block;
    let live: number[] = [];
    const enter = (v: number): void => {
      this.present[v] = 1;
      this.mostLive = Math.max(this.mostLive, live.length + 1);
      for (const other of live) this.interfere(v, other);
      live.push(v);
    };
    for (const v of plan.entry) enter(v);
    for (let i = 0; i < block.insts.length; i++) {
      const inst = block.insts[i]!;
      const step = plan.insts.get(i);
      const deaths = this.liveness.deaths[block.index]![i]!;
      if (step) {
        if (step.dropsBefore.length > 0) live = live.filter((v) => !step.dropsBefore.includes(v));
        for (const v of step.reloads) enter(v);
      }
      this.noteHints(inst, deaths, freq);
      for (const v of inst.uses) this.weight[v]! += freq;
      const before = live;
      if (deaths.length > 0) live = live.filter((v) => !deaths.includes(v));
      if (step && step.dropsAfter.length > 0) live = live.filter((v) => !step.dropsAfter.includes(v));
      if (mopInfo(inst.op).call) for (const v of live) this.forbidden[v]! |= CALL_DESTROYED;
      if (inst.defs.length === 0) continue;
      for (let u = 0; u < inst.uses.length; u++) {
        const used = inst.uses[u]!;
        if (!isLate(inst, u) || !before.includes(used)) continue;
        for (const d of inst.defs) this.interfere(d, used);
      }
      for (const d of inst.defs) {
        this.weight[d]! += freq;
        enter(d);
      }
      for (const d of inst.defs) if (deaths.includes(d)) live.splice(live.indexOf(d), 1);
    }
    for (const edge of block.succs) {
      const weight = Math.min(freq, edge.to.freq);
      for (const [k, arg] of edge.args.entries()) {
        const param = edge.to.params[k]!;
        if (!isConstant(this.fn, arg)) this.pull(param, arg, weight);
      }
    }
  }

  /** Which registers would save moves at an instruction. */
  private noteHints(inst: MInst, deaths: readonly number[], freq: number): void {
    const { tie, call } = mopInfo(inst.op);
    if (inst.useRegs !== undefined)
      for (let u = 0; u < inst.uses.length; u++) {
        const register = inst.useRegs[u]!;
        if (register >= 0 && register < REGISTERS) this.prefer(inst.uses[u]!, register, freq);
        if (register === CALLEE) this.avoidArguments(inst, inst.uses[u]!, freq);
      }
    if (call) {
      for (let d = 0; d < inst.defs.length; d++) this.prefer(inst.defs[d]!, inst.defRegs![d]!, freq);
      return;
    }
    if (inst.defs.length === 0) return;
    const pullDying = (use: number): void => {
      if (deaths.includes(inst.uses[use]!)) this.pull(inst.defs[0]!, inst.uses[use]!, freq);
    };
    const big = (inst.op === 'addi' || inst.op === 'addiv') && (inst.imm < -7 || inst.imm > 7);
    if (tie !== 'none' || inst.op === 'copy' || big) pullDying(0);
    if (tie === 'either') pullDying(1);
    if (inst.op === 'select' || inst.op === 'selecti')
      for (let u = inst.compare === 'rr' || inst.compare === 'tst' ? 2 : 1; u < inst.uses.length; u++)
        pullDying(u);
  }

  /** A callee's address has to move if it is where an argument goes. */
  private avoidArguments(inst: MInst, address: number, freq: number): void {
    for (const register of inst.useRegs!)
      if (register >= 0 && register < REGISTERS) this.prefer(address, register, -freq);
  }

  private find(v: number): number {
    let root = v;
    while (this.parent[root] !== root) root = this.parent[root]!;
    while (this.parent[v] !== root) {
      const next = this.parent[v]!;
      this.parent[v] = root;
      v = next;
    }
    return root;
  }

  /** Merges classes along the affinities, heaviest first, where no two members interfere. */
  coalesce(): void {
    this.affinities.sort((x, y) => y.weight - x.weight);
    for (const { a, b } of this.affinities) {
      const x = this.find(a);
      const y = this.find(b);
      if (x === y || !this.present[a] || !this.present[b]) continue;
      const [into, from] = this.classMembers[x]!.length >= this.classMembers[y]!.length ? [x, y] : [y, x];
      if (this.classMembers[from]!.some((v) => this.rows[into * this.words + (v >>> 5)]! & (1 << (v & 31))))
        continue;
      if (this.forbidden[into] !== this.forbidden[from] && this.isCrowded(into, from)) continue;
      for (let w = 0; w < this.words; w++)
        this.rows[into * this.words + w]! |= this.rows[from * this.words + w]!;
      this.forbidden[into]! |= this.forbidden[from]!;
      this.weight[into]! += this.weight[from]!;
      for (let r = 0; r < REGISTERS; r++)
        this.preference[into * REGISTERS + r]! += this.preference[from * REGISTERS + r]!;
      this.parent[from] = into;
      this.classMembers[into]!.push(...this.classMembers[from]!);
      this.classMembers[from] = [];
    }
  }

  /**
   * Whether a class that calls are to preserve has too many such neighbours to find a register: then the part that
   * lives across calls had better be separate.
   */
  private isCrowded(x: number, y: number): boolean {
    const crossing = new Set<number>();
    for (const node of [x, y])
      for (let w = 0; w < this.words; w++)
        for (let bits = this.rows[node * this.words + w]!; bits !== 0; bits &= bits - 1) {
          const other = this.find(w * 32 + 31 - Math.clz32(bits & -bits));
          if (this.forbidden[other]) crossing.add(other);
        }
    return crossing.size >= REGISTERS - 4;
  }

  /** Briggs: takes nodes away that are sure to find a color, then colors them in the opposite order. */
  color(): Int8Array {
    const colors = new Int8Array(this.fn.vregs).fill(-1);
    const nodes: number[] = [];
    for (let v = 0; v < this.fn.vregs; v++) if (this.present[v] && this.parent[v] === v) nodes.push(v);
    const neighbours = this.neighbourLists(nodes);
    const order = this.simplify(nodes, neighbours);
    const pulls = this.openAffinities();
    // What the pressure needs anyway costs nothing more.
    let preservedUsed = 0;
    for (let r = 4; r < this.mostLive; r++) preservedUsed |= 1 << r;
    for (let k = order.length - 1; k >= 0; k--) {
      const node = order[k]!;
      const register = this.pickColor(node, neighbours[node]!, pulls.get(node), colors, preservedUsed);
      colors[node] = register;
      if (register >= 4) preservedUsed |= 1 << register;
    }
    for (let v = 0; v < this.fn.vregs; v++) if (this.present[v]) colors[v] = colors[this.find(v)]!;
    return colors;
  }

  private neighbourLists(nodes: number[]): number[][] {
    const lists: number[][] = new Array<number[]>(this.fn.vregs);
    const seen = new Int32Array(this.fn.vregs).fill(-1);
    for (const node of nodes) {
      const list: number[] = [];
      for (let w = 0; w < this.words; w++)
        for (let bits = this.rows[node * this.words + w]!; bits !== 0; bits &= bits - 1) {
          const other = this.find(w * 32 + 31 - Math.clz32(bits & -bits));
          if (seen[other] === node) continue;
          seen[other] = node;
          list.push(other);
        }
      lists[node] = list;
    }
    return lists;
  }

  private simplify(nodes: number[], neighbours: number[][]): number[] {
    const degree = new Int32Array(this.fn.vregs);
    const room = (node: number): number => (this.forbidden[node] === CALL_DESTROYED ? 4 : REGISTERS);
    for (const node of nodes) degree[node] = neighbours[node]!.length;
    const removed = new Uint8Array(this.fn.vregs);
    const order: number[] = [];
    // Light nodes first, so that the heavy ones choose first among the colors.
    const waiting = [...nodes].sort((a, b) => this.weight[a]! - this.weight[b]!);
    while (order.length < nodes.length) {
      let taken = false;
      for (const node of waiting) {
        if (removed[node] || degree[node]! >= room(node)) continue;
        removed[node] = 1;
        order.push(node);
        for (const other of neighbours[node]!) degree[other]!--;
        taken = true;
      }
      if (taken) continue;
      const stuck = waiting.find((node) => !removed[node])!;
      removed[stuck] = 1;
      order.push(stuck);
      for (const other of neighbours[stuck]!) degree[other]!--;
    }
    return order;
  }

  /** Affinities between classes that could not be merged: the same color would still save a move sometimes. */
  private openAffinities(): Map<number, Affinity[]> {
    const result = new Map<number, Affinity[]>();
    const add = (node: number, affinity: Affinity): void => {
      const list = result.get(node);
      if (list) list.push(affinity);
      else result.set(node, [affinity]);
    };
    for (const { a, b, weight } of this.affinities) {
      const x = this.find(a);
      const y = this.find(b);
      if (x === y) continue;
      add(x, { a: x, b: y, weight });
      add(y, { a: y, b: x, weight });
    }
    return result;
  }

  private pickColor(
    node: number,
    neighbours: readonly number[],
    pulls: readonly Affinity[] | undefined,
    colors: Int8Array,
    preservedUsed: number,
  ): number {
    let taken = this.forbidden[node]!;
    for (const other of neighbours) if (colors[other]! >= 0) taken |= 1 << colors[other]!;
    let best = -1;
    let bestScore = -Infinity;
    for (let r = 0; r < REGISTERS; r++) {
      if (taken & (1 << r)) continue;
      let score = this.preference[node * REGISTERS + r]!;
      if (r >= 4 && !(preservedUsed & (1 << r))) score -= PRESERVED_COST;
      for (const { b, weight } of pulls ?? []) if (colors[b] === r) score += weight;
      // Leave registers to neighbours that want them and have no color yet.
      for (const other of neighbours)
        if (colors[other]! < 0 && !(this.forbidden[other]! & (1 << r)))
          score -= this.preference[other * REGISTERS + r]! * 0.9;
      if (score > bestScore) {
        best = r;
        bestScore = score;
      }
    }
    return best;
  }
}
