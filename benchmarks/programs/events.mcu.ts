// Pin changes go through a table of callbacks into a ring buffer, which the main loop empties: an interrupt handler's
// work. The changes come from a pattern, not from an interrupt.
type Handler = (pin: int, isHigh: boolean, time: int) => void;
const handlers: (Handler | null)[] = [];
for (let pin: int = 0; pin < 8; pin++) handlers.push(null);
/** Calls the handlers of all pins that changed. */
function dispatch(before: int, now: int, time: int): void {
  let changed: int = before ^ now;
  for (let pin: int = 0; changed !== 0; pin++) {
    if ((changed & 1) !== 0) {
      const handler = handlers[pin];
      if (handler !== null) handler(pin, ((now >> pin) & 1) !== 0, time);
    }
    changed >>= 1;
  }
}
class Ring {
  lost: int = 0;
  readonly #words = new Int32Array(16);
  #head: int = 0;
  #tail: int = 0;
  put(word: int): void {
    const next: int = (this.#head + 1) & 15;
    if (next === this.#tail) {
      this.lost++;
      return;
    }
    this.#words[this.#head] = word;
    this.#head = next;
  }
  /** The oldest word; -1 if there is none. */
  take(): int {
    if (this.#head === this.#tail) return -1;
    const word = this.#words[this.#tail];
    this.#tail = (this.#tail + 1) & 15;
    return word;
  }
}
const ring = new Ring();
let position: int = 0;
/** A button or encoder: its changes are put aside. */
function record(pin: int, isHigh: boolean, time: int): void {
  ring.put((time << 4) | (pin << 1) | (isHigh ? 1 : 0));
}
/** A counting input: the handler does all the work. */
function count(pin: int, isHigh: boolean): void {
  if (isHigh) position += pin;
}
for (let pin: int = 0; pin < 3; pin++) handlers[pin] = record;
handlers[4] = count;
handlers[5] = count;

// %%
let sum: int = 0;
let before: int = 0;
let seed: int = 74755;
for (let time: int = 0; time < 600; time++) {
  seed = (seed * 1309 + 13849) & 65535;
  const now: int = before ^ (seed & (seed >> 8) & 255);
  dispatch(before, now, time);
  before = now;
  if ((time & 15) === 15) for (let word = ring.take(); word >= 0; word = ring.take()) sum = (sum * 3 + word) & 0xffff;
}
sum * 16384 + position * 16 + (ring.lost & 15);
