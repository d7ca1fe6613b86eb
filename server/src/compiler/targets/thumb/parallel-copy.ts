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
  let scratch = R12;
  const pending: Move[] = [];
  for (const move of moves) {
    if (move.to === R12) scratch = LR;
    if (move.to !== move.from) pending.push(move);
  }
  while (pending.length > 0) {
    const ready = findReady(pending);
    if (ready >= 0) {
      const move = pending[ready]!;
      pending.splice(ready, 1);
      usesLr = emitMove(move.to, move.from, move.vreg, free, items) || usesLr;
      // The destination stays as it is now: reading there may open a cycle, and is never slower.
      if (move.from >= 0 && move.to < 8) redirect(pending, move.from, move.to);
      continue;
    }
    // Only cycles (and values made anew, behind them) are left: set one location aside.
    const blocked = pending.find((move) => move.from >= 0)!;
    const aside = blocked.from;
    usesLr = emitMove(scratch, aside, blocked.vreg, free, items) || scratch === LR || usesLr;
    redirect(pending, aside, scratch);
  }
  return usesLr;
}

/** Lets all moves that read one place read another. */
function redirect(pending: Move[], from: Location, instead: Location): void {
  for (let k = 0; k < pending.length; k++) {
    const { to, from: source, vreg } = pending[k]!;
    if (source === from) pending[k] = { to, from: instead, vreg };
  }
}

/**
 * Index of a move whose destination no other one reads, or -1. Values made anew come last: they read nothing, and
 * until then their destination may serve others.
 */
function findReady(pending: readonly Move[]): number {
  let sources = 0;
  for (let k = 0; k < pending.length; k++) {
    if (pending[k]!.from < 0) continue;
    sources++;
    if (!isRead(pending, pending[k]!.to)) return k;
  }
  return sources === 0 ? 0 : -1;
}

function isRead(pending: readonly Move[], location: Location): boolean {
  for (const move of pending) if (move.from === location) return true;
  return false;
}

/** One move, through a low register if no instruction connects the places; true if that took lr. */
function emitMove(to: Location, from: Location, vreg: number, free: number, items: AItem[]): boolean {
  // Loads write low registers, stores read them.
  const toMemory = to >= FIRST_SLOT;
  const fromMemory = from >= FIRST_SLOT || from < 0;
  if (toMemory ? from >= 0 && from < 8 : !fromMemory || to < 8) {
    items.push(moveItem(to, from, vreg));
    return false;
  }
  if (free !== 0) {
    const low = 31 - Math.clz32(free & -free);
    items.push(moveItem(low, from, vreg), moveItem(to, low, vreg));
    return false;
  }
  items.push(moveItem(LR, 0), moveItem(0, from, vreg), moveItem(to, 0, vreg), moveItem(0, LR));
  return true;
}
