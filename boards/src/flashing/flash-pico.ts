// Writes firmware to a Pico: into its boot loader, onto its drive, and a check that the board comes back with it.
// Knows no user interface: the terminal and the editor show its steps and its errors as they see fit.
import { setTimeout as sleep } from 'node:timers/promises';
import { BoardLink } from '../../../server/src/protocol/index.ts';
import { pico } from '../pico/index.ts';
import { copyUf2, findUf2Drives, openSerial, touch1200 } from '../serial/index.ts';
import { FlashError } from './flash-error.ts';
import { type Surroundings, thisComputer } from './surroundings.ts';

/** How often to look for a drive or a port, in milliseconds. */
const LOOK_EVERY = 250;

export type FlashStep =
  /** The board at this port is told to restart into its boot loader. */
  | { readonly step: 'enterBootLoader'; readonly port: string }
  | { readonly step: 'waitForDrive' }
  /** In bytes. From here on, flashing can't be cancelled. */
  | { readonly step: 'write'; readonly drive: string; readonly written: number; readonly total: number }
  | { readonly step: 'waitForBoard' };

export interface FlashOptions {
  /** The firmware (UF2), and the build that a board with it reports. */
  readonly image: Uint8Array;
  readonly buildHash: string;
  /** The port of a running board, or the folder of a boot drive; by default the boot drive that there is. */
  readonly target?: { readonly port: string } | { readonly drive: string };
  /** How long to wait for the boot drive, in seconds: for the board to restart, or for a person to plug it in. */
  readonly driveTimeout: number;
  /** How long to wait for the board with its new firmware, in seconds. */
  readonly boardTimeout: number;
  readonly onStep?: (step: FlashStep) => void;
  /** Cancels, until the image is being written. */
  readonly signal?: AbortSignal;
  readonly surroundings?: Surroundings;
}

/**
 * Flashes a Pico and returns the path of the port at which it answers. Rejects with a FlashError that says what to
 * do next, a SerialError if the board's port can't be opened, or the signal's reason.
 */
export async function flashPico(options: FlashOptions): Promise<string> {
  const { onStep = () => {}, signal } = options;
  const surroundings = options.surroundings ?? thisComputer();
  const drive = await driveFor(options, surroundings);
  const before = new Set(await surroundings.listPorts());
  signal?.throwIfAborted();
  await write(drive, options.image, onStep);
  onStep({ step: 'waitForBoard' });
  return answeringPort(options, before, surroundings);
}

async function driveFor(options: FlashOptions, surroundings: Surroundings): Promise<string> {
  const { target, signal, onStep = () => {} } = options;
  if (target && 'drive' in target) {
    const [found] = await findUf2Drives(pico.flashing.driveBoardId, [target.drive]);
    if (found !== undefined) return found;
    throw new FlashError(
      'notADrive',
      `${target.drive} is not the boot drive of a Pico: it has no INFO_UF2.TXT with ` +
        `"Board-ID: ${pico.flashing.driveBoardId}"`,
      `${BOOTSEL}; the drive that appears then is named RPI-RP2`,
    );
  }
  if (target) {
    onStep({ step: 'enterBootLoader', port: target.port });
    await enterBootLoader(target.port);
    signal?.throwIfAborted();
  }
  const drive = await waitForDrive(options, surroundings);
  if (drive !== undefined) return drive;
  throw target
    ? new FlashError(
        'driveHidden',
        'the board was asked to restart into its boot loader, but no drive appeared',
        'If the system does not mount it by itself, mount it; else unplug the board, hold BOOTSEL while plugging ' +
          'it in, and flash again',
      )
    : new FlashError('noDrive', 'no boot drive of a Pico was found', `${BOOTSEL} and flash again`);
}

const BOOTSEL = 'Hold BOOTSEL while plugging the board in';

/** Restarts the board into its boot loader: by message if it runs our firmware, else by the 1200 baud touch. */
async function enterBootLoader(port: string): Promise<void> {
  const link = new BoardLink(await openSerial(port));
  try {
    await link.connect();
    await link.bootloader();
    await link.close();
  } catch {
    // Not our firmware (yet): most others understand the touch.
    await link.close();
    await touch1200(port);
  }
}

/** The boot drive, once there is one; undefined if there is none in time. */
async function waitForDrive(
  { driveTimeout, signal, onStep }: FlashOptions,
  { findDrives }: Surroundings,
): Promise<string | undefined> {
  let said = false;
  for (const end = Date.now() + driveTimeout * 1000; ; await sleep(LOOK_EVERY, undefined, { signal })) {
    const [drive] = await findDrives();
    signal?.throwIfAborted();
    if (drive !== undefined || Date.now() >= end) return drive;
    if (!said) onStep?.({ step: 'waitForDrive' });
    said = true;
  }
}

async function write(drive: string, image: Uint8Array, onStep: (step: FlashStep) => void): Promise<void> {
  onStep({ step: 'write', drive, written: 0, total: image.length });
  try {
    await copyUf2(drive, image, (written, total) => onStep({ step: 'write', drive, written, total }));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const mayNot = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
    throw new FlashError(
      mayNot ? 'notWritable' : 'writeFailed',
      `the image could not be written to ${drive} (${message})`,
      mayNot
        ? 'Mount the drive so that your user may write to it, and flash again'
        : 'Unplug the board, hold BOOTSEL while plugging it in, and flash again',
      { cause: error },
    );
  }
}

/** The first new port at which the firmware answers. */
async function answeringPort(
  { buildHash, boardTimeout }: FlashOptions,
  before: ReadonlySet<string>,
  { listPorts }: Surroundings,
): Promise<string> {
  let seen: FlashError | undefined;
  for (const end = Date.now() + boardTimeout * 1000; ; await sleep(LOOK_EVERY)) {
    for (const port of await listPorts()) {
      if (before.has(port)) continue;
      const found = await buildAt(port).catch((error: Error) => error);
      if (found === buildHash) return port;
      seen = notIt(port, found);
    }
    if (Date.now() >= end) break;
  }
  throw (
    seen ??
    new FlashError(
      'noBoard',
      'the image was written, but no new serial port appeared',
      'Unplug the board, plug it in again, and connect to it',
    )
  );
}

function notIt(port: string, found: string | Error): FlashError {
  return found instanceof Error
    ? new FlashError(
        'noBoard',
        `the image was written, but the board at ${port} does not answer`,
        'Unplug the board, plug it in again, and connect to it',
        { cause: found },
      )
    : new FlashError(
        'otherFirmware',
        `the image was written, but the board at ${port} runs another (build ${found})`,
        'Flash it again',
      );
}

async function buildAt(port: string): Promise<string> {
  const link = new BoardLink(await openSerial(port));
  try {
    return (await link.connect()).buildHash;
  } finally {
    await link.close();
  }
}
