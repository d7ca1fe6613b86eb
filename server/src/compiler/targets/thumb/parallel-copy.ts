// Turns moves that happen at the same time into a sequence: no move overwrites what a later one still reads. A
// cycle is broken with r12 (or lr, where r12 is a destination); memory to memory goes through a low register.
import { type AItem, FIRST_SLOT, type Location, moveItem } from './allocation.ts';

export interface Move {
  readonly to: Location;
  readonly from: Location;
  readonly vreg: number;
}

const R12 = 12;
const LR = 14;

/**
 * Appends the moves to `items`. `free` is a bit mask of low registers that hold nothing before the moves and are
 * not written by them. Returns whether lr was used, which then has to be saved by the function.
 */
export function sequenceMoves(moves: readonly Move[], free: number, items: AItem[]): boolean {
  let usesLr = false;
  const scratch = moves.some((move) => move.to === R12) ? LR : R12;
  let pending = moves.filter((move) => move.to !== move.from);
  const emit = (move: Move, from: Location): void => {
    // Only low registers can be stored.
    const isDirect = move.to < FIRST_SLOT || (from >= 0 && from < 8);
    if (isDirect) {
      items.push(moveItem(move.to, from, move.vreg));
      return;
    }
    if (throughLowRegister(move.to, from, move.vreg, free, items)) usesLr = true;
  };
  while (pending.length > 0) {
    // Values made anew come last: they read nothing, and until then their destination may serve others.
    const isRead = (location: Location): boolean => pending.some((move) => move.from === location);
    const isReady = (move: Move): boolean => !isRead(move.to);
    const ready =
      pending.find((move) => move.from >= 0 && isReady(move)) ??
      (pending.every((move) => move.from < 0) ? pending[0] : undefined);
    if (ready) {
      emit(ready, ready.from);
      pending = pending.filter((move) => move !== ready);
      continue;
    }
    // Only cycles (and values made anew, behind them) are left: set one location aside.
    const blocked = pending.find((move) => move.from >= 0)!;
    const aside = blocked.from;
    if (aside >= FIRST_SLOT) {
      if (throughLowRegister(scratch, aside, blocked.vreg, free, items)) usesLr = true;
    } else {
      items.push(moveItem(scratch, aside, blocked.vreg));
    }
    if (scratch === LR) usesLr = true;
    pending = pending.map((move) => (move.from === aside ? { ...move, from: scratch } : move));
  }
  return usesLr;
}

/** Moves between places that no single instruction connects; true if lr had to keep a register meanwhile. */
function throughLowRegister(
  to: Location,
  from: Location,
  vreg: number,
  free: number,
  items: AItem[],
): boolean {
  if (free !== 0) {
    const low = 31 - Math.clz32(free & -free);
    items.push(moveItem(low, from, vreg), moveItem(to, low, vreg));
    return false;
  }
  items.push(moveItem(LR, 0), moveItem(0, from, vreg), moveItem(to, 0, vreg), moveItem(0, LR));
  return true;
}
