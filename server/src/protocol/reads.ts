// Reads of the board's memory: long ones are split, and only a few are under way at a time, since the board must
// have room for the answers.
import { type Deferred, deferred } from './deferred.ts';
import type { Fields } from './messages.ts';

/** Bytes of one read; with its fields the answer fits a frame. */
const READ_SIZE = 240;
/** Reads under way; their answers together fit the board's queue. */
const MOST_UNDER_WAY = 2;

interface Piece {
  readonly whole: { readonly bytes: Uint8Array; left: number; readonly done: Deferred<Uint8Array> };
  readonly address: number;
  readonly offset: number;
  readonly length: number;
}

export class Reads {
  private readonly underWay = new Map<number, Piece>();
  private readonly queue: Piece[] = [];
  private lastRequest = 0;

  constructor(private readonly send: (request: Fields<'read'>) => void) {}

  /** Resolves with `length` bytes. Rejects with a RangeError if the board refuses any of them. */
  begin(address: number, length: number): Promise<Uint8Array> {
    const done = deferred<Uint8Array>();
    const whole = { bytes: new Uint8Array(length), left: length, done };
    if (length === 0) done.resolve(whole.bytes);
    for (let offset = 0; offset < length; offset += READ_SIZE) {
      const piece = Math.min(READ_SIZE, length - offset);
      this.queue.push({ whole, address: address + offset, offset, length: piece });
    }
    this.sendMore();
    return done.promise;
  }

  receive(request: number, bytes: Uint8Array): void {
    const piece = this.take(request);
    if (piece === undefined) return;
    const { whole, offset, length } = piece;
    if (bytes.length === length) {
      whole.bytes.set(bytes, offset);
      whole.left -= length;
      if (whole.left === 0) whole.done.resolve(whole.bytes);
    } else {
      this.drop(piece, new Error(`the board answered ${bytes.length} bytes to a read of ${length}`));
    }
    this.sendMore();
  }

  refuse(request: number): void {
    const piece = this.take(request);
    if (piece === undefined) return;
    const address = `0x${piece.address.toString(16)}`;
    this.drop(piece, new RangeError(`the board has no readable memory at ${address}`));
    this.sendMore();
  }

  /** After a reconnection: asks again for everything that was not answered. */
  sendAgain(): void {
    for (const [request, { address, length }] of this.underWay) this.send({ address, request, length });
  }

  fail(error: Error): void {
    for (const { whole } of [...this.underWay.values(), ...this.queue]) whole.done.reject(error);
    this.underWay.clear();
    this.queue.length = 0;
  }

  private take(request: number): Piece | undefined {
    const piece = this.underWay.get(request);
    this.underWay.delete(request);
    return piece;
  }

  /** Rejects a read and forgets its other pieces. */
  private drop({ whole }: Piece, error: Error): void {
    whole.done.reject(error);
    const others = this.queue.filter((piece) => piece.whole !== whole);
    this.queue.splice(0, this.queue.length, ...others);
  }

  private sendMore(): void {
    while (this.underWay.size < MOST_UNDER_WAY) {
      const piece = this.queue.shift();
      if (piece === undefined) return;
      this.lastRequest = (this.lastRequest + 1) & 0xffff;
      this.underWay.set(this.lastRequest, piece);
      this.send({ address: piece.address, request: this.lastRequest, length: piece.length });
    }
  }
}
