// Drives machine.c: collects operations with the code that checks their answers, then runs them all at once.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

/** Reads a response of the program. */
export class Answer {
  private position = 0;
  private readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  byte(): number {
    return this.bytes.readUInt8(this.position++);
  }

  word(): number {
    this.position += 4;
    return this.bytes.readInt32LE(this.position - 4);
  }

  take(length: number): Buffer {
    this.position += length;
    return this.bytes.subarray(this.position - length, this.position);
  }

  /** A string, which must be of the narrow kind exactly if it can. */
  string(): string {
    const kind = this.word();
    const length = this.word();
    const text = this.take(length * 2).toString('utf16le');
    assert.equal(kind, /^[\0-\xff]*$/.test(text) ? 2 : 3, `kind of ${JSON.stringify(text)}`);
    return text;
  }

  get atEnd(): boolean {
    return this.position === this.bytes.length;
  }
}

/** Operands: a number is a slot (byte), the others say what they are. */
export type Operand =
  | number
  | { word: number }
  | { double: number }
  | { text: string }
  | { bytes: Uint8Array };

export interface Trap {
  kind: number;
  a: number;
  b: number;
}

export class Machine {
  private requests = Buffer.alloc(1 << 16);
  private length = 0;
  private readonly checks: ((answer: Answer) => void)[] = [];
  private readonly program: string;
  private readonly heapBytes: number;

  constructor(program: string, heapBytes = 176128) {
    this.program = program;
    this.heapBytes = heapBytes;
  }

  /** Adds an operation. `check` reads its answer; if it gives `onTrap` too, the operation may trap. */
  do(
    operation: string,
    operands: readonly Operand[],
    check?: (answer: Answer) => void,
    onTrap?: (trap: Trap) => void,
  ): void {
    this.put(Buffer.from(operation));
    for (const operand of operands) this.put(encode(operand));
    this.checks.push((answer) => {
      if (answer.byte() === 0) {
        check?.(answer);
        return;
      }
      const trap = { kind: answer.word(), a: answer.word(), b: answer.word() };
      if (!onTrap) assert.fail(`${operation} trapped: ${JSON.stringify(trap)}`);
      onTrap(trap);
    });
  }

  /** Runs all operations and checks. */
  run(): void {
    const result = spawnSync(this.program, [String(this.heapBytes)], {
      input: this.requests.subarray(0, this.length),
      maxBuffer: 1 << 28,
    });
    assert.equal(result.status, 0, result.stderr.toString());
    const answer = new Answer(result.stdout);
    for (const check of this.checks) check(answer);
    assert.ok(answer.atEnd);
  }

  private put(bytes: Uint8Array): void {
    while (this.length + bytes.length > this.requests.length) {
      this.requests = Buffer.concat([this.requests, Buffer.alloc(this.requests.length)]);
    }
    this.requests.set(bytes, this.length);
    this.length += bytes.length;
  }
}

function encode(operand: Operand): Uint8Array {
  if (typeof operand === 'number') return Uint8Array.of(operand);
  if ('bytes' in operand) return operand.bytes;
  if ('word' in operand) {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(operand.word | 0);
    return bytes;
  }
  if ('double' in operand) {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(operand.double);
    return bytes;
  }
  const bytes = Buffer.alloc(4 + operand.text.length * 2);
  bytes.writeUInt32LE(operand.text.length);
  bytes.write(operand.text, 4, 'utf16le');
  return bytes;
}

/** A generator of pseudo-random numbers (mulberry32), so that a failure can be repeated. */
export function randomFrom(seed: number): { below(limit: number): number; word(): number } {
  let state = seed;
  const word = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return { word, below: (limit) => Math.floor((word() / 4294967296) * limit) };
}
