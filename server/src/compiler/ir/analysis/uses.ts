// Who uses each value, and what each block parameter is passed.
import type { Inst } from '../ir.ts';
import type { Cfg } from './cfg.ts';

const none: readonly Inst[] = [];

export class Uses {
  private readonly byValue = new Map<Inst, Inst[]>();
  private readonly passedTo = new Map<Inst, Inst[]>();
  private readonly passed = new Map<Inst, readonly Inst[]>();

  /** Looks at reachable blocks. */
  constructor(cfg: Cfg) {
    for (let b = 0; b < cfg.order.length; b++) {
      const block = cfg.order[b]!;
      for (const inst of block.insts) for (const arg of inst.args) append(this.byValue, arg, inst);
      if (b === 0) continue;
      block.params.forEach((param, i) => {
        const args = cfg.incoming[b]!.map((edge) => edge.args[i]!);
        this.passed.set(param, args);
        for (const arg of args) append(this.passedTo, arg, param);
      });
    }
  }

  /** Instructions that have the value as an argument (of theirs, not of an edge), once for each. */
  of(value: Inst): readonly Inst[] {
    return this.byValue.get(value) ?? none;
  }

  /** Block parameters that get the value over some edge, once for each edge. */
  paramsOf(value: Inst): readonly Inst[] {
    return this.passedTo.get(value) ?? none;
  }

  /** What a block parameter is passed, for each incoming edge; undefined for those of the function. */
  argsOf(param: Inst): readonly Inst[] | undefined {
    return this.passed.get(param);
  }
}

function append(map: Map<Inst, Inst[]>, key: Inst, value: Inst): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
