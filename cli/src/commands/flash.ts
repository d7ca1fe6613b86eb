// gnomon flash: writes the firmware image to a Pico: into its boot loader, onto its drive, and a check that it answers.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { copyUf2, findUf2Drives, listSerialPorts, openSerial, touch1200 } from '@gnomon/boards/serial';
import { BoardLink } from '@gnomon/server/protocol';
import { firmwareImage, firmwareManifest } from '../assets.ts';
import { connect } from '../connect.ts';
import { UsageError } from '../usage-error.ts';

/** How long to wait for the boot drive, and then for the flashed board, in milliseconds. */
const DRIVE_TIMEOUT = 10_000;
const BOARD_TIMEOUT = 10_000;

export async function run(args: string[]): Promise<number> {
  let board: string | undefined;
  try {
    board = parseArgs({ args, options: { board: { type: 'string' } } }).values.board;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  if (board === 'virtual') return flashVirtual();

  if (board !== undefined) await enterBootLoader(board);
  const drive = await waitForDrive(board === undefined ? 0 : DRIVE_TIMEOUT);
  if (drive === undefined) {
    process.stderr.write(
      'No boot drive of a Pico was found. Hold its BOOTSEL button while plugging it in, then run ' +
        '"gnomon flash" again; or name its port: gnomon flash --board PORT\n',
    );
    return 1;
  }
  process.stdout.write(`Writing the firmware to ${drive}\n`);
  const before = new Set((await listSerialPorts()).map(({ path }) => path));
  await copyUf2(drive, firmwareImage(), (written, total) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${Math.round((written / total) * 100)} %`);
  });
  process.stdout.write('\nWaiting for the board...\n');
  const port = await waitForPort(before);
  if (port === undefined) {
    process.stderr.write(
      'The image was written, but no new serial port appeared. Unplug the board and plug it in again.\n',
    );
    return 1;
  }
  process.stdout.write(`Done: the board answers at ${port}.\n`);
  return 0;
}

/** The virtual board always starts from the shipped image: this checks that it does. */
async function flashVirtual(): Promise<number> {
  const { session, board } = await connect('virtual');
  await session.detach();
  await board.close();
  process.stdout.write(`The virtual Pico runs firmware build ${firmwareManifest().buildHash}.\n`);
  return 0;
}

/** Restarts the board into its boot loader: by message if it runs our firmware, else by the 1200 baud touch. */
async function enterBootLoader(path: string): Promise<void> {
  const stream = await openSerial(path);
  const link = new BoardLink(stream);
  try {
    await link.connect();
    await link.bootloader();
  } catch {
    // Not our firmware (yet): most others understand the touch.
    await link.close();
    await touch1200(path);
    return;
  }
  await link.close();
}

async function waitForDrive(timeout: number): Promise<string | undefined> {
  for (const end = Date.now() + timeout; ; await sleep(250)) {
    const [drive] = await findUf2Drives();
    if (drive !== undefined || Date.now() >= end) return drive;
  }
}

/** The first new port at which the shipped firmware answers. */
async function waitForPort(before: ReadonlySet<string>): Promise<string | undefined> {
  for (const end = Date.now() + BOARD_TIMEOUT; Date.now() < end; await sleep(250)) {
    for (const { path } of await listSerialPorts()) {
      if (before.has(path)) continue;
      try {
        const link = new BoardLink(await openSerial(path));
        const identity = await link.connect();
        await link.close();
        if (identity.buildHash === firmwareManifest().buildHash) return path;
      } catch {
        // Not ready yet, or another device.
      }
    }
  }
  return undefined;
}
