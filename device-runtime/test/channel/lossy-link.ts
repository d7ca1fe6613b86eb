// A link that loses, repeats, damages, cuts and reorders what it carries, by a seed, in virtual time.

/** Probabilities per chunk, 0..1. */
export interface Impairment {
  readonly drop: number;
  readonly duplicate: number;
  readonly corrupt: number;
  readonly truncate: number;
  /** A chunk is held up for up to `maxDelay` milliseconds, and so overtaken by others. */
  readonly delay: number;
  readonly maxDelay: number;
}

/** Numbers in [0, 1) from a seed: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Carried {
  readonly due: number;
  readonly bytes: Uint8Array;
}

/** One direction of the link. */
export class LossyLine {
  private carried: Carried[] = [];

  constructor(
    private readonly impairment: Impairment,
    private readonly random: () => number,
  ) {}

  /** Puts bytes on the line at a moment (milliseconds). They travel in chunks of random size. */
  put(bytes: Uint8Array, now: number): void {
    for (let from = 0; from < bytes.length; ) {
      const length = 1 + Math.floor(this.random() * 300);
      this.putChunk(bytes.slice(from, from + length), now);
      from += length;
    }
  }

  /** What has arrived by a moment, in order of arrival. */
  take(now: number): Uint8Array[] {
    const arrived = this.carried.filter(({ due }) => due <= now).sort((a, b) => a.due - b.due);
    this.carried = this.carried.filter(({ due }) => due > now);
    return arrived.map(({ bytes }) => bytes);
  }

  private putChunk(chunk: Uint8Array, now: number): void {
    const { impairment, random } = this;
    if (random() < impairment.drop) return;
    let bytes = chunk;
    if (random() < impairment.truncate) bytes = bytes.slice(0, Math.floor(random() * bytes.length));
    if (random() < impairment.corrupt && bytes.length > 0) {
      const at = Math.floor(random() * bytes.length);
      bytes[at] = Math.floor(random() * 256);
    }
    const copies = random() < impairment.duplicate ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      const delay = random() < impairment.delay ? random() * impairment.maxDelay : 0;
      this.carried.push({ due: now + 1 + delay, bytes });
    }
  }
}
