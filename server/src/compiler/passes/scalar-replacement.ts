// Objects that nobody but the function knows are never made: their properties are values of the function instead. So small
// results, temporary vectors, variables that closures share, and closures themselves cost nothing where all that looks at
// them was inlined.
//
// What may come from several places (`c ? { x, y } : origin()`, or made anew in each round of a loop) is replaced as well,
// if such an object has one name at any time: where a parameter of a block takes it over, its former name is dead. Then
// each name has values of its own for the properties, and parameters of blocks take these over, too.
//
// Best after inline.ts and gvn.ts, which leaves few loads.
import { survivesStore } from '../ir/analysis/bits.ts';
import { buildCfg, type Cfg, removeUnreachableBlocks } from '../ir/analysis/cfg.ts';
import { buildLiveness } from '../ir/analysis/liveness.ts';
import { constantOf, newZero, Replacements } from '../ir/edit.ts';
import type { Block, Inst, IrFunction } from '../ir/ir.ts';
import { newInst, newParam } from '../ir/ir.ts';
import { ReachingDefinitions } from '../ir/ssa-repair.ts';
import { loadedType, type MemoryType, memorySize } from '../ir/types.ts';

/** Objects with more properties that are looked at would push everything else out of the registers. */
const MOST_FIELDS = 12;
/** Where the word is that gn_new is told; all behind it is zero. */
const FIRST_WORD = 4;

export function replaceWithScalars(fn: IrFunction): boolean {
  let changed = false;
  // What an object refers to may be known to nobody without it.
  while (fn.blocks.some(({ insts }) => insts.some(isMaker)) && replaceGroups(fn)) changed = true;
  return changed;
}

function replaceGroups(fn: IrFunction): boolean {
  const cfg = buildCfg(fn);
  removeUnreachableBlocks(fn, cfg);
  const replacements = new Replacements();
  let changed = false;
  for (const group of new Candidates(fn, cfg).groups()) {
    const fields = fieldsOf(cfg, group);
    if (!fields) continue;
    new Replacement(fn, cfg, group, fields, replacements).run();
    changed = true;
  }
  replacements.apply(fn);
  return changed;
}

/** Names of the same objects: results of gn_new, and parameters of blocks that take them over from one another. */
type Group = ReadonlySet<Inst>;

/** Finds objects that only the function knows. */
class Candidates {
  private readonly fn: IrFunction;
  private readonly cfg: Cfg;
  /** By each name that an object may have: the names that it is taken over from, and by. */
  private readonly names = new Map<Inst, Inst[]>();

  constructor(fn: IrFunction, cfg: Cfg) {
    this.fn = fn;
    this.cfg = cfg;
  }

  groups(): Group[] {
    this.findNames();
    this.removeKnown();
    if (this.names.size === 0) return [];
    this.removeShared();
    const seen = new Set<Inst>();
    const groups: Group[] = [];
    for (const name of this.names.keys()) {
      if (seen.has(name)) continue;
      const group = new Set([name]);
      for (const each of group) for (const other of this.names.get(each)!) group.add(other);
      for (const each of group) seen.add(each);
      // Parameters may pass around what never was made.
      if ([...group].some(isMaker)) groups.push(group);
    }
    return groups;
  }

  private findNames(): void {
    for (const block of this.cfg.order) {
      if (block !== this.cfg.order[0]) {
        for (const param of block.params) if (param.type === 'ref') this.names.set(param, []);
      }
      for (const inst of block.insts) if (isMaker(inst)) this.names.set(inst, []);
    }
    const others = new Set<Inst>();
    this.forEachPassed((param, arg) => {
      if (!this.names.has(arg)) others.add(param);
      else if (!this.names.has(param)) others.add(arg);
      else {
        this.names.get(param)!.push(arg);
        this.names.get(arg)!.push(param);
      }
    });
    this.remove(others);
  }

  private forEachPassed(visit: (param: Inst, arg: Inst, block: number) => void): void {
    this.cfg.order.forEach((block, b) => {
      this.cfg.incoming[b]!.forEach(({ args }) => {
        args.forEach((arg, i) => {
          if (arg.type === 'ref') visit(block.params[i]!, arg, b);
        });
      });
    });
  }

  private remove(names: ReadonlySet<Inst>): void {
    const gone = new Set(names);
    for (const name of gone) {
      for (const other of this.names.get(name) ?? []) gone.add(other);
      this.names.delete(name);
    }
  }

  /** Removes what others get to know. */
  private removeKnown(): void {
    const known = new Set<Inst>();
    for (const { insts } of this.cfg.order) {
      for (const inst of insts) {
        inst.args.forEach((arg, i) => {
          if (this.names.has(arg) && !isInspection(inst, i)) known.add(arg);
        });
      }
    }
    this.remove(known);
  }

  /** Removes what would have two names. */
  private removeShared(): void {
    const shared = new Set<Inst>();
    if ([...this.names].some(([name]) => name.op === 'param')) {
      const liveness = buildLiveness(this.fn, this.cfg);
      this.forEachPassed((_param, arg, block) => {
        if (this.names.has(arg) && liveness.isLiveIn(block, arg)) shared.add(arg);
      });
      for (const incoming of this.cfg.incoming) {
        for (const { args } of incoming)
          for (const [i, arg] of args.entries()) if (args.indexOf(arg) !== i) shared.add(arg);
      }
    }
    this.remove(shared);
  }
}

function isMaker({ op, symbol }: Inst): boolean {
  return op === 'helper' && symbol === 'gn_new';
}

/** True if the instruction does nothing with the object that is its argument `index` but look at it, or change it. */
export function isInspection({ op, args, imm }: Inst, index: number): boolean {
  switch (op) {
    case 'load':
      return args.length === 1 && imm! >= FIRST_WORD;
    case 'store':
      return index === 1 && args.length === 2 && imm! >= FIRST_WORD;
    default:
      return op === 'rcmp';
  }
}

/** How properties are held that are loaded, by their offsets. */
type Fields = ReadonlyMap<number, MemoryType>;

/** The properties of a group that are loaded; undefined if values can't stand for them. */
function fieldsOf(cfg: Cfg, group: Group): Fields | undefined {
  const fields = new Map<number, MemoryType>();
  const accesses: Inst[] = [];
  for (const { insts } of cfg.order) {
    for (const inst of insts) {
      if (inst.op === 'load' ? group.has(inst.args[0]!) : inst.op === 'store' && group.has(inst.args[1]!))
        accesses.push(inst);
    }
  }
  for (const { op, imm, memory } of accesses) if (op === 'load') fields.set(imm!, memory!);
  if (fields.size > MOST_FIELDS) return undefined;
  for (const access of accesses) {
    const { imm, memory } = access;
    for (const [offset, held] of fields) {
      if (imm! + memorySize[memory!] <= offset || offset + memorySize[held] <= imm!) continue;
      if (imm !== offset || memory !== held) return undefined;
      if (access.op === 'store' && !survivesStore(access)) return undefined;
    }
  }
  const first = fields.get(FIRST_WORD);
  if (first && first !== 'i32' && [...group].some((name) => isMaker(name) && constantOf(name.args[1]!) !== 0))
    return undefined;
  return fields;
}

/** A property of one name: a variable, which has a value wherever the name is one of an object. */
interface Property {
  /** What it is at the end of blocks that define the name, or change it. */
  readonly definitions: Map<Block, Inst>;
  readonly reaching: ReachingDefinitions;
}

/** Replaces the objects of one group. */
class Replacement {
  private readonly fn: IrFunction;
  private readonly cfg: Cfg;
  private readonly group: Group;
  private readonly fields: Fields;
  private readonly replacements: Replacements;
  private readonly properties = new Map<Inst, ReadonlyMap<number, Property>>();
  /** Loads in front of which their block says nothing about the property. */
  private readonly pending: { readonly load: Inst; readonly block: number }[] = [];
  private readonly taken: { readonly name: Inst; readonly offset: number; readonly param: Inst }[] = [];

  constructor(fn: IrFunction, cfg: Cfg, group: Group, fields: Fields, replacements: Replacements) {
    this.fn = fn;
    this.cfg = cfg;
    this.group = group;
    this.fields = fields;
    this.replacements = replacements;
    for (const name of group) {
      const properties = new Map<number, Property>();
      for (const [offset, memory] of fields) {
        const definitions = new Map<Block, Inst>();
        const typical = newZero(fn, loadedType(memory));
        properties.set(offset, {
          definitions,
          reaching: new ReachingDefinitions(fn, cfg, typical, definitions),
        });
      }
      this.properties.set(name, properties);
    }
  }

  run(): void {
    const homes = new Map<Inst, number>();
    this.cfg.order.forEach((block, b) => {
      for (const param of block.params) if (this.group.has(param)) homes.set(param, b);
      this.rewrite(block, b);
    });
    for (const { load, block } of this.pending) {
      const { reaching } = this.properties.get(load.args[0]!)!.get(load.imm!)!;
      this.replacements.set(load, reaching.atStart(block));
    }
    for (const { name, offset, param } of this.taken) this.pass(name, homes.get(name)!, offset, param);
    for (const properties of this.properties.values())
      for (const { reaching } of properties.values()) reaching.finish(this.replacements);
    for (const [name, home] of homes) this.removeParam(name, home);
  }

  /** Takes out of a block what makes objects of the group, and what looks at them. */
  private rewrite(block: Block, b: number): void {
    const values = new Map<Property, Inst>();
    const define = (name: Inst, offset: number, value: Inst): void => {
      const property = this.properties.get(name)!.get(offset);
      if (!property) return;
      values.set(property, value);
      property.definitions.set(block, value);
    };
    for (const name of block.params.filter((param) => this.group.has(param))) {
      for (const [offset, memory] of this.fields) {
        const param = newParam(this.fn, block, loadedType(memory));
        this.taken.push({ name, offset, param });
        define(name, offset, param);
      }
    }
    block.insts = block.insts.flatMap((inst) => {
      if (this.group.has(inst)) {
        const made: Inst[] = [];
        for (const [offset, memory] of this.fields) {
          const isTold = offset === FIRST_WORD && memory === 'i32';
          const value = isTold ? inst.args[1]! : newZero(this.fn, loadedType(memory));
          if (!isTold) made.push(value);
          define(inst, offset, value);
        }
        return made;
      }
      const { op, args } = inst;
      if (op === 'load' && this.group.has(args[0]!)) {
        const value = values.get(this.properties.get(args[0]!)!.get(inst.imm!)!);
        if (value) this.replacements.set(inst, value);
        else this.pending.push({ load: inst, block: b });
        return [];
      }
      if (op === 'store' && this.group.has(args[1]!)) {
        define(args[1]!, inst.imm!, args[0]!);
        return [];
      }
      if (op === 'rcmp' && args.some((arg) => this.group.has(arg))) {
        const isTrue = (args[0] === args[1]) === (inst.cond === 'eq');
        const known = newInst(this.fn, 'iconst', 'i32', [], inst.position, { imm: isTrue ? 1 : 0 });
        this.replacements.set(inst, known);
        return [known];
      }
      return [inst];
    });
  }

  /** Passes the value of a property along with the name that takes it over. */
  private pass(name: Inst, home: number, offset: number, param: Inst): void {
    const { params } = this.cfg.order[home]!;
    const [from, to] = [params.indexOf(name), params.indexOf(param)];
    this.cfg.incoming[home]!.forEach(({ args }, e) => {
      const predecessor = this.cfg.predecessors[home]![e]!;
      const { definitions, reaching } = this.properties.get(args[from]!)!.get(offset)!;
      args[to] = definitions.get(this.cfg.order[predecessor]!) ?? reaching.atStart(predecessor);
    });
  }

  private removeParam(name: Inst, home: number): void {
    const { params } = this.cfg.order[home]!;
    const index = params.indexOf(name);
    params.splice(index, 1);
    for (const { args } of this.cfg.incoming[home]!) args.splice(index, 1);
  }
}
