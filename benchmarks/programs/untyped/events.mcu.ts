// Pin changes go through a table of callbacks into a ring buffer, which the main loop empties: an interrupt handler's
// work. The changes come from a pattern, not from an interrupt.
type Handler = (pin: number, isHigh: boolean, time: number) => void;
const handlers: (Handler | null)[] = [];
for (let pin = 0; pin < 8; pin++) handlers.push(null);
/** Calls the handlers of all pins that changed. */
function dispatch(before: number, now: number, time: number): void {
  let changed = before ^ now;
  for (let pin = 0; changed !== 0; pin++) {
    if ((changed & 1) !== 0) {
      const handler = handlers[pin];
      if (handler !== null) handler(pin, ((now >> pin) & 1) !== 0, time);
    }
    changed >>= 1;
  }
}
class Ring {
  lost = 0;
  readonly #words = new Int32Array(16);
  #head = 0;
  #tail = 0;
  put(word: number): void {
    const next = (this.#head + 1) & 15;
    if (next === this.#tail) {
      this.lost++;
      return;
    }
    this.#words[this.#head] = word;
    this.#head = next;
  }
  /** The oldest word; -1 if there is none. */
  take(): number {
    if (this.#head === this.#tail) return -1;
    const word = this.#words[this.#tail];
    this.#tail = (this.#tail + 1) & 15;
    return word;
  }
}
const ring = new Ring();
let position = 0;
/** A button or encoder: its changes are put aside. */
function record(pin: number, isHigh: boolean, time: number): void {
  ring.put((time << 4) | (pin << 1) | (isHigh ? 1 : 0));
}
/** A counting input: the handler does all the work. */
function count(pin: number, isHigh: boolean): void {
  if (isHigh) position += pin;
}
for (let pin = 0; pin < 3; pin++) handlers[pin] = record;
handlers[4] = count;
handlers[5] = count;

// %%
let sum = 0;
let before = 0;
let seed = 74755;
for (let time = 0; time < 600; time++) {
  seed = (seed * 1309 + 13849) & 65535;
  const now = before ^ (seed & (seed >> 8) & 255);
  dispatch(before, now, time);
  before = now;
  if ((time & 15) === 15) for (let word = ring.take(); word >= 0; word = ring.take()) sum = (sum * 3 + word) & 0xffff;
}
sum * 16384 + position * 16 + (ring.lost & 15);
