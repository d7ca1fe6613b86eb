// A Pico as flashing meets it, without the silicon: a virtual Pico behind a pseudo terminal, which in its boot loader
// shows a drive (a folder), takes the UF2 file that is copied there, and comes back with it at a new port.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { offerPty, type Pty } from '../../virtual/pty.ts';
import { VirtualPico } from '../../virtual/virtual-pico.ts';
import type { Surroundings } from '../surroundings.ts';

/** How often the boot loader looks at its drive, in milliseconds. */
const LOOK_EVERY = 10;
const UF2_BLOCK = 512;
/** Where a UF2 block says how many there are. */
const BLOCK_COUNT_AT = 24;

export interface Quirks {
  /** The drive is not mounted by the system. */
  readonly hidesDrive?: boolean;
  /** Does not come back after it was flashed. */
  readonly staysAway?: boolean;
  /** Ends up with another image than the one that was copied. */
  readonly swapsImage?: Uint8Array;
}

export class PicoOnTheDesk {
  readonly drive: string;
  private readonly board: VirtualPico;
  private pty: Pty | undefined;
  private isInBootLoader = false;
  private waiting: Promise<void> = Promise.resolve();
  private isGone = false;

  /** Without an image, the board waits in its boot loader. `folder` is for its drive. */
  constructor(
    folder: string,
    image: Uint8Array | undefined,
    private readonly quirks: Quirks = {},
  ) {
    this.drive = join(folder, 'RPI-RP2');
    this.board = VirtualPico.create(image ? { uf2: image } : {});
    this.board.onBootloader = () => {
      this.waiting = this.beInBootLoader();
    };
  }

  /** What somebody at this desk sees. */
  readonly surroundings: Surroundings = {
    listPorts: async () => (this.pty && !this.isInBootLoader ? [this.pty.path] : []),
    findDrives: async () => (this.isInBootLoader && !this.quirks.hidesDrive ? [this.drive] : []),
  };

  /** The port of the running firmware. */
  async offerPort(): Promise<string> {
    this.pty = await offerPty(this.board.stream);
    return this.pty.path;
  }

  async dispose(): Promise<void> {
    this.isGone = true;
    await this.waiting;
    this.board.dispose();
    await this.pty?.close();
  }

  private async beInBootLoader(): Promise<void> {
    await this.pty?.close();
    this.pty = undefined;
    mkdirSync(this.drive);
    writeFileSync(join(this.drive, 'INFO_UF2.TXT'), 'UF2 Bootloader v3.0\r\nBoard-ID: RPI-RP2\r\n');
    this.isInBootLoader = true;
    while (!this.isGone) {
      const image = this.completeImage();
      if (image) return this.start(image);
      await sleep(LOOK_EVERY);
    }
  }

  private async start(image: Uint8Array): Promise<void> {
    // What copies the image still has its file open; a real drive would be gone under it.
    this.isInBootLoader = false;
    rmSync(this.drive, { recursive: true });
    this.board.flash(this.quirks.swapsImage ?? image);
    if (!this.quirks.staysAway) await this.offerPort();
  }

  private completeImage(): Uint8Array | undefined {
    try {
      const file = join(this.drive, 'GNOMON.UF2');
      // A device in the file's place, as of a test that lets writing fail, may be read without end.
      if (!statSync(file).isFile()) return undefined;
      const bytes = readFileSync(file);
      return bytes.length > 0 && bytes.length === bytes.readUInt32LE(BLOCK_COUNT_AT) * UF2_BLOCK
        ? bytes
        : undefined;
    } catch {
      // Not there yet.
      return undefined;
    }
  }
}
