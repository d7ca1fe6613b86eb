// For which doubles it can be seen whether a zero is 0 or -0: what only is compared, converted to an integer, or
// added to what is never -0 may be either.
import type { Inst } from '../ir.ts';
import { opInfo } from '../ops.ts';
import type { Cfg } from './cfg.ts';
import type { Uses } from './uses.ts';

/** What is known of zeros among the values. */
export interface Zeros {
  mayBeNegativeZero(value: Inst): boolean;
  mayBeZero(value: Inst): boolean;
}

/** The doubles whose sign of zero can be seen. */
export function visibleZeroSigns(cfg: Cfg, uses: Uses, zeros: Zeros): Set<Inst> {
  const visible = new Set<Inst>();
  const work: Inst[] = [];
  const mark = (value: Inst): void => {
    if (value.type !== 'f64' || visible.has(value)) return;
    visible.add(value);
    work.push(value);
  };
  for (const block of cfg.order) {
    for (const inst of block.insts) for (const arg of inst.args) if (shows(inst, arg)) mark(arg);
  }
  for (let value = work.pop(); value; value = work.pop()) {
    if (value.op === 'param') for (const arg of uses.argsOf(value) ?? []) mark(arg);
    for (const arg of passedOn(value, zeros)) mark(arg);
  }
  return visible;
}

/** True if the user shows the sign of a zero by itself; pure operations on doubles only pass it on. */
function shows(user: Inst, value: Inst): boolean {
  if (value.type !== 'f64') return false;
  switch (user.op) {
    case 'dcmp':
    case 'd2i':
    case 'd2iExact':
      return false;
    case 'ddiv':
      return value === user.args[1];
    default:
      return user.type !== 'f64' || opInfo(user.op).effect !== 'pure';
  }
}

/** The operands whose signs of zero can show in the sign of a zero result. */
function passedOn(value: Inst, zeros: Zeros): Inst[] {
  const [a, b] = value.args;
  switch (value.op) {
    case 'dadd':
      // -0 + y is y, but for y = -0.
      return [...(zeros.mayBeNegativeZero(b!) ? [a!] : []), ...(zeros.mayBeNegativeZero(a!) ? [b!] : [])];
    case 'dsub':
      return [...(zeros.mayBeZero(b!) ? [a!] : []), ...(zeros.mayBeNegativeZero(a!) ? [b!] : [])];
    case 'drem':
      return [a!];
    case 'select':
      return [b!, value.args[2]!];
    case 'dabs':
      return [];
    default:
      return opInfo(value.op).effect === 'pure' ? value.args.filter((arg) => arg.type === 'f64') : [];
  }
}
