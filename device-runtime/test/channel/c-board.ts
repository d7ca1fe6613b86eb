// The test board (board.c): the real C channel in a child process, driven step by step, and as a byte stream.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { ByteStream } from '../../../server/src/protocol/index.ts';
import { buildForHost } from '../host-build.ts';

export const channelSources = ['core/channel.c', 'core/frame_in.c', 'core/frame_out.c', 'core/crc32.c'];

/** Addresses and entries that board.c knows. */
export const testMemory = 0x20000000;
export const testEntry = {
  return: testMemory,
  loop: testMemory + 2,
  trap: testMemory + 4,
  print: testMemory + 6,
} as const;

let program: string | undefined;

export interface BoardState {
  readonly stops: number;
  readonly attached: boolean;
  readonly idle: boolean;
  readonly link: number;
}

export class CBoard {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting: { resolve(answer: Uint8Array): void; reject(error: Error): void }[] = [];
  private arrived: Uint8Array = new Uint8Array(0);
  private errors = '';
  private readonly exited: Promise<number | null>;

  constructor() {
    program ??= buildForHost('board', ['test/channel/board.c', 'test/channel/port.c', ...channelSources]);
    this.child = spawn(program);
    this.child.stdout.on('data', (bytes: Uint8Array) => this.receive(bytes));
    this.child.stderr.on('data', (bytes: Uint8Array) => {
      this.errors += new TextDecoder().decode(bytes);
    });
    // Writing to a board that has crashed: the exit code tells.
    this.child.stdin.on('error', () => undefined);
    this.exited = new Promise((resolve) => {
      this.child.on('close', (code) => {
        resolve(code);
        for (const { resolve: end, reject } of this.waiting) {
          if (code === 0) end(new Uint8Array(0));
          else reject(this.crash(code));
        }
      });
    });
  }

  /** One command (see board.c); resolves with its answer. Commands are carried out in order. */
  command(letter: string, argument = 0, bytes: Uint8Array = new Uint8Array(0)): Promise<Uint8Array> {
    const head = Uint8Array.of(letter.charCodeAt(0), argument, bytes.length & 0xff, bytes.length >> 8);
    this.child.stdin.write(Buffer.concat([head, bytes]));
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  async state(): Promise<BoardState> {
    const words = new DataView((await this.command('s')).buffer);
    const word = (index: number) => words.getUint32(4 * index, true);
    return { stops: word(0), attached: word(1) === 1, idle: word(2) === 1, link: word(3) };
  }

  /** Ends the process; throws if it has not ended well (a sanitizer's report). */
  async end(): Promise<void> {
    this.child.stdin.end();
    const code = await this.exited;
    if (code !== 0) throw this.crash(code);
  }

  private crash(code: number | null): Error {
    return new Error(`the board's process ended with ${code}:\n${this.errors}`);
  }

  private receive(bytes: Uint8Array): void {
    this.arrived = Buffer.concat([this.arrived, bytes]);
    while (this.arrived.length >= 2) {
      const length = this.arrived[0]! | (this.arrived[1]! << 8);
      if (this.arrived.length < 2 + length) return;
      const answer = Uint8Array.from(this.arrived.subarray(2, 2 + length));
      this.arrived = this.arrived.subarray(2 + length);
      this.waiting.shift()?.resolve(answer);
    }
  }
}

/** A stream to a board, without losses, in real time. `unplug` ends it from the board's side. */
export class CBoardStream implements ByteStream {
  private listener: (bytes: Uint8Array) => void = () => undefined;
  private closed: (error?: Error) => void = () => undefined;
  private open = true;
  private readonly clock: ReturnType<typeof setInterval>;
  /** Bytes of each `write`. */
  readonly writes: number[] = [];
  /** Drops what the host writes. */
  mute = false;

  constructor(
    readonly board: CBoard,
    private readonly link = 0,
  ) {
    this.clock = setInterval(() => void this.carry('t', 5), 5);
  }

  write(bytes: Uint8Array): void {
    if (!this.open) return;
    this.writes.push(bytes.length);
    if (!this.mute) void this.carry('r', this.link, bytes);
  }

  /** Has the program print a record. */
  print(bytes: Uint8Array): void {
    void this.carry('o', 0, bytes);
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.listener = listener;
  }

  onClose(listener: (error?: Error) => void): void {
    this.closed = listener;
  }

  unplug(): void {
    if (!this.open) return;
    this.open = false;
    clearInterval(this.clock);
    void this.board.command('d', this.link);
    this.closed(new Error('unplugged'));
  }

  async close(): Promise<void> {
    this.open = false;
    clearInterval(this.clock);
  }

  private async carry(letter: string, argument: number, bytes?: Uint8Array): Promise<void> {
    const answer = await this.board.command(letter, argument, bytes);
    if (this.open && answer.length > 0) this.listener(answer);
  }
}
