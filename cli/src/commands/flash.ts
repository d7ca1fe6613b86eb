// gnomon flash: writes the firmware image to a Pico: into its boot loader, onto its drive, and a check that it answers.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { copyUf2, findUf2Drives, listSerialPorts, openSerial, touch1200 } from '@gnomon/boards/serial';
import { BoardLink } from '@gnomon/server/protocol';
import { firmwareImage, firmwareManifest } from '../assets.ts';
import { connect } from '../connect.ts';
import { withProgress } from '../progress.ts';
import { parseUsage, UsageError } from '../usage-error.ts';

/** How often to look for a drive or a port, in milliseconds. */
const LOOK_EVERY = 250;
/** How long a person may take to plug a board in, in seconds. */
const PLUG_IN_TIME = 60;

interface FlashOptions {
  readonly board: string | undefined;
  /** Folder of the boot drive, if it is not to be looked for. */
  readonly drive: string | undefined;
  /** How long to wait for the drive, and then for the flashed board, in seconds. */
  readonly timeout: number;
}

function parseOptions(args: string[]): FlashOptions {
  const { values } = parseUsage(() =>
    parseArgs({
      args,
      options: { board: { type: 'string' }, drive: { type: 'string' }, timeout: { type: 'string' } },
    }),
  );
  const timeout = Number(values.timeout ?? 10);
  if (!(timeout >= 0)) throw new UsageError('--timeout takes a number of seconds');
  return { board: values.board, drive: values.drive, timeout };
}

export async function run(args: string[]): Promise<number> {
  const options = parseOptions(args);
  if (options.board === 'virtual') return flashVirtual();
  const image = firmwareImage();
  const drive = await driveFor(options);
  const before = new Set((await listSerialPorts()).map(({ path }) => path));
  await write(drive, image);
  const port = await withProgress(
    'Waiting for the board to start...',
    answeringPort(before, options.timeout),
  );
  process.stdout.write(
    `Done: the board answers at ${port}. Try: gnomon run --board ${port} examples/blink.mcu.ts\n`,
  );
  return 0;
}

/** The virtual board always starts from the shipped image: this checks that it does. */
async function flashVirtual(): Promise<number> {
  const { session, board } = await connect('virtual');
  await session.detach();
  await board.close();
  process.stdout.write(
    `The virtual Pico always runs the shipped firmware (build ${firmwareManifest().buildHash}).\n`,
  );
  return 0;
}

/** Finds the boot drive, after asking the board or the person for it. Throws an Error that says what to do. */
async function driveFor({ board, drive, timeout }: FlashOptions): Promise<string> {
  if (drive !== undefined) {
    const [found] = await findUf2Drives(undefined, [drive]);
    if (found !== undefined) return found;
    throw new Error(
      `${drive} is not the boot drive of a Pico: it has no INFO_UF2.TXT with "Board-ID: RPI-RP2". Hold BOOTSEL ` +
        'while plugging the board in; the drive that appears then is named RPI-RP2',
    );
  }
  if (board !== undefined) {
    process.stdout.write(`Restarting the board at ${board} into its boot loader\n`);
    await enterBootLoader(board);
    const found = await withProgress('Waiting for the boot drive...', waitForDrive(timeout));
    if (found !== undefined) return found;
    throw new Error(
      'the board was asked to restart into its boot loader, but no drive appeared. If one is there under another ' +
        'name, mount it and run "gnomon flash --drive FOLDER"; else unplug the board, hold BOOTSEL while plugging ' +
        'it in, and run "gnomon flash"',
    );
  }
  let found = await waitForDrive(0);
  if (found === undefined && process.stderr.isTTY) {
    process.stderr.write('Hold the BOOTSEL button of the Pico while plugging it in (Ctrl-C gives up).\n');
    found = await withProgress('Waiting for the boot drive...', waitForDrive(PLUG_IN_TIME));
  }
  if (found !== undefined) return found;
  const [port] = await listSerialPorts();
  throw new Error(
    'no boot drive of a Pico was found. Hold its BOOTSEL button while plugging it in and run "gnomon flash" again' +
      (port ? `; a board that runs Gnomon needs no button: gnomon flash --board ${port.path}` : '') +
      '; a drive that is mounted at an unusual place: gnomon flash --drive FOLDER',
  );
}

/** Restarts the board into its boot loader: by message if it runs our firmware, else by the 1200 baud touch. */
async function enterBootLoader(path: string): Promise<void> {
  const link = new BoardLink(await openSerial(path));
  try {
    await link.connect();
    await link.bootloader();
    await link.close();
  } catch {
    // Not our firmware (yet): most others understand the touch.
    await link.close();
    await touch1200(path);
  }
}

async function waitForDrive(seconds: number): Promise<string | undefined> {
  for (const end = Date.now() + seconds * 1000; ; await sleep(LOOK_EVERY)) {
    const [drive] = await findUf2Drives();
    if (drive !== undefined || Date.now() >= end) return drive;
  }
}

async function write(drive: string, image: Uint8Array): Promise<void> {
  const what = `Writing ${Math.ceil(image.length / 1024)} KB of firmware to ${drive}`;
  process.stdout.write(what);
  try {
    await copyUf2(drive, image, (written, total) => {
      if (process.stdout.isTTY) process.stdout.write(`\r${what} ${Math.round((written / total) * 100)} %`);
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const advice =
      code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
        ? 'you may not write there; mount the drive for your user, or drag device-runtime/images/pico.uf2 onto it'
        : 'unplug the board, hold BOOTSEL while plugging it in, and run "gnomon flash" again';
    throw new Error(`the image could not be written (${message}): ${advice}`);
  } finally {
    process.stdout.write('\n');
  }
}

/** The first new port at which the shipped firmware answers. Throws an Error that says what was seen instead. */
async function answeringPort(before: ReadonlySet<string>, seconds: number): Promise<string> {
  const { buildHash } = firmwareManifest();
  let seen: string | undefined;
  for (const end = Date.now() + seconds * 1000; ; await sleep(LOOK_EVERY)) {
    for (const { path } of await listSerialPorts()) {
      if (before.has(path)) continue;
      const found = await buildAt(path).catch((error: Error) => error);
      if (found === buildHash) return path;
      seen =
        found instanceof Error
          ? `a new port ${path} appeared, but ${found.message}`
          : `the board at ${path} runs other firmware (build ${found}); flash it again`;
    }
    if (Date.now() >= end) break;
  }
  throw new Error(
    `the image was written, but ${seen ?? 'no new serial port appeared. Unplug the board and plug it in again, then look with "gnomon boards"'}`,
  );
}

async function buildAt(path: string): Promise<string> {
  const link = new BoardLink(await openSerial(path));
  try {
    return (await link.connect()).buildHash;
  } finally {
    await link.close();
  }
}
