// A serial port as a byte stream, through the `serialport` package, which is loaded when first used.

import type { SerialPort } from 'serialport';
import type { ByteStream } from '../../../server/src/protocol/byte-stream.ts';

/** A port that can't be opened; the message says why and what to do about it. */
export class SerialError extends Error {
  override readonly name = 'SerialError';
}

export interface SerialOptions {
  /** Bits per second; USB ports ignore it. Default: 115200. */
  readonly baudRate?: number;
}

/** How long DTR stays low before a touched port is closed, in milliseconds. */
const TOUCH_MS = 50;

/**
 * Opens a serial port (`/dev/ttyACM0`, `COM3`, or a pseudo terminal) with DTR and RTS on. Throws `SerialError` if
 * that fails.
 */
export async function openSerial(path: string, options: SerialOptions = {}): Promise<ByteStream> {
  const port = await open(path, options.baudRate ?? 115200);
  await setLines(port, true);
  return new SerialStream(port);
}

/**
 * Opens and closes the port at 1200 baud, by which many boards understand that they shall restart into their boot
 * loader. Throws `SerialError` if the port can't be opened.
 */
export async function touch1200(path: string): Promise<void> {
  const port = await open(path, 1200);
  await setLines(port, false);
  await new Promise((resolve) => setTimeout(resolve, TOUCH_MS));
  // The board may be gone already, which is what was wanted.
  await new Promise<void>((resolve) => port.close(() => resolve()));
}

async function open(path: string, baudRate: number): Promise<SerialPort> {
  const { SerialPort } = await import('serialport');
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  // Without a listener, a late error would end the process.
  port.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    port.open((error) => (error ? reject(explain(path, error)) : resolve()));
  });
  return port;
}

function explain(path: string, error: Error): SerialError {
  const why = error.message;
  const advice = /no such file|file not found|ENOENT/i.test(why)
    ? 'there is no such port; is the board plugged in?'
    : /permission|access denied|EACCES/i.test(why)
      ? 'no permission; on Linux, add yourself to the group that owns the port (often "dialout")'
      : /lock|busy|EBUSY|temporarily unavailable/i.test(why)
        ? 'another program has it open'
        : why.replace(/^Error:? */, '');
  return new SerialError(`can't open ${path}: ${advice}`, { cause: error });
}

/** Sets DTR and RTS. Pseudo terminals have no such lines, so a failure is none. */
async function setLines(port: SerialPort, on: boolean): Promise<void> {
  await new Promise<void>((resolve) => port.set({ dtr: on, rts: on }, () => resolve()));
}

class SerialStream implements ByteStream {
  readonly #port: SerialPort;
  #dataListener: ((bytes: Uint8Array) => void) | undefined;
  #closeListener: ((error?: Error) => void) | undefined;
  /** Data that came before there was a listener. */
  #early: Uint8Array[] = [];
  #writing: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(port: SerialPort) {
    this.#port = port;
    port.on('data', (bytes: Buffer) => {
      // A copy: the buffer belongs to a pool that will be written again.
      const copy = new Uint8Array(bytes);
      if (this.#closed) return;
      if (this.#dataListener === undefined) this.#early.push(copy);
      else this.#dataListener(copy);
    });
    port.on('close', (error: Error | null) => this.#end(error ?? undefined));
    port.on('error', (error: Error) => {
      void this.#shut(error);
    });
  }

  write(bytes: Uint8Array): void {
    if (this.#closed || bytes.length === 0) return;
    // Errors are reported by the 'error' event.
    const written = new Promise<void>((resolve) => {
      this.#port.write(Buffer.from(bytes), () => resolve());
    });
    this.#writing = Promise.all([this.#writing, written]).then(() => {});
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#dataListener = listener;
    const early = this.#early;
    this.#early = [];
    for (const bytes of early) listener(bytes);
  }

  onClose(listener: (error?: Error) => void): void {
    this.#closeListener = listener;
  }

  /** Sends what was written, but does not wait long for a board that takes nothing. */
  async close(): Promise<void> {
    if (this.#closed) return;
    await Promise.race([this.#writing, new Promise((resolve) => setTimeout(resolve, 200).unref())]);
    await this.#shut();
  }

  async #shut(error?: Error): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#port.isOpen) await new Promise<void>((resolve) => this.#port.close(() => resolve()));
    this.#closeListener?.(error);
  }

  #end(error?: Error): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#closeListener?.(error);
  }
}
