// The committed firmware image on a virtual Pico, a link to it, and all that it says.

import { readFileSync } from 'node:fs';
import { after } from 'node:test';
import { VirtualPico } from '../../boards/src/virtual/index.ts';
import { BoardLink, type Identity, type Refusal, type Trap } from '../../server/src/protocol/index.ts';
import type { FirmwareManifest } from '../manifest.ts';
import { assemble, type Line } from './thumb.ts';

const images = new URL('../images/', import.meta.url);
const uf2 = new Uint8Array(readFileSync(new URL('pico.uf2', images)));

export const manifest = JSON.parse(readFileSync(new URL('pico.json', images), 'utf8')) as FirmwareManifest;

const { code } = manifest.memory;

export class Bench {
  readonly board: VirtualPico;
  readonly link: BoardLink;
  readonly traps: Trap[] = [];
  readonly refusals: Refusal[] = [];
  readonly outputs: Uint8Array[] = [];
  quiets = 0;
  identity!: Identity;
  #calls = 0;

  constructor(over: 'usb' | 'uart', realTime: boolean) {
    this.board = VirtualPico.create({ uf2, link: over, realTime });
    this.link = new BoardLink(this.board.stream);
    this.link.listen({
      trap: (trap) => this.traps.push(trap),
      refused: (refusal) => this.refusals.push(refusal),
      output: (record) => this.outputs.push(record),
      quiet: () => this.quiets++,
    });
  }

  async connect(): Promise<this> {
    this.identity = await this.link.connect();
    return this;
  }

  /** Loads code to the start of the code arena, or further up, and runs it. */
  run(lines: readonly Line[], at = 0) {
    this.link.write(code.begin + at, assemble(lines));
    return this.link.call(++this.#calls, code.begin + at + 1);
  }

  async word(address: number): Promise<number> {
    const bytes = await this.link.read(address, 4);
    return new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true);
  }

  setWord(address: number, ...values: number[]): void {
    this.link.write(address, new Uint8Array(Int32Array.from(values).buffer));
  }
}

const benches: Bench[] = [];
after(() => {
  for (const { board } of benches) board.dispose();
});

/** A connected board; it is switched off after the last test of the file. */
export async function bench(over: 'usb' | 'uart' = 'usb', realTime = true): Promise<Bench> {
  const made = new Bench(over, realTime);
  benches.push(made);
  return made.connect();
}
