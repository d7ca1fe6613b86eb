// gnomon flash: writes the firmware image to a Pico, and shows in the terminal how that goes.
import { parseArgs } from 'node:util';
import { FlashError, type FlashOptions, type FlashStep, flashPico } from '@gnomon/boards/flashing';
import { listSerialPorts } from '@gnomon/boards/serial';
import { firmwareImage, firmwareManifest } from '../assets.ts';
import { connect } from '../connect.ts';
import { withProgress } from '../progress.ts';
import { parseUsage, UsageError } from '../usage-error.ts';

/** How long a person may take to plug a board in, in seconds. */
const PLUG_IN_TIME = 60;

interface Options {
  readonly board: string | undefined;
  /** Folder of the boot drive, if it is not to be looked for. */
  readonly drive: string | undefined;
  /** How long to wait for the drive, and then for the flashed board, in seconds. */
  readonly timeout: number;
}

function parseOptions(args: string[]): Options {
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
  const port = await flash(options).catch(async (error: unknown) => {
    throw error instanceof FlashError
      ? new Error(error.message + (await hintFor(error)), { cause: error })
      : error;
  });
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

async function flash({ board, drive, timeout }: Options): Promise<string> {
  const target = drive !== undefined ? { drive } : board !== undefined ? { port: board } : undefined;
  const isPersonThere = process.stderr.isTTY === true;
  const options: FlashOptions = {
    image: firmwareImage(),
    buildHash: firmwareManifest().buildHash,
    driveTimeout: target ? timeout : isPersonThere ? PLUG_IN_TIME : 0,
    boardTimeout: timeout,
    ...(target && { target }),
  };
  const display = new StepDisplay(target === undefined);
  try {
    return await flashPico({ ...options, onStep: (step) => display.show(step) });
  } finally {
    display.end();
  }
}

/** Shows the steps of flashing: what is done as lines, what is waited for as a turning wheel. */
class StepDisplay {
  private endWaiting: (() => void) | undefined;
  private isWriting = false;

  constructor(private readonly needsPerson: boolean) {}

  show(step: FlashStep): void {
    switch (step.step) {
      case 'enterBootLoader':
        process.stdout.write(`Restarting the board at ${step.port} into its boot loader\n`);
        break;
      case 'waitForDrive':
        if (this.needsPerson && process.stderr.isTTY) {
          process.stderr.write(
            'Hold the BOOTSEL button of the Pico while plugging it in (Ctrl-C gives up).\n',
          );
        }
        this.wait('Waiting for the boot drive...');
        break;
      case 'write':
        this.write(step);
        break;
      case 'waitForBoard':
        this.end();
        this.wait('Waiting for the board to start...');
        break;
    }
  }

  end(): void {
    this.endWaiting?.();
    this.endWaiting = undefined;
    if (this.isWriting) process.stdout.write('\n');
    this.isWriting = false;
  }

  private wait(what: string): void {
    void withProgress(
      what,
      new Promise<void>((resolve) => {
        this.endWaiting = resolve;
      }),
    );
  }

  private write({ drive, written, total }: FlashStep & { step: 'write' }): void {
    const what = `Writing ${Math.ceil(total / 1024)} KB of firmware to ${drive}`;
    if (!this.isWriting) {
      this.end();
      this.isWriting = true;
      process.stdout.write(what);
    } else if (process.stdout.isTTY) {
      process.stdout.write(`\r${what} ${Math.round((written / total) * 100)} %`);
    }
  }
}

/** What only somebody at a terminal can do. */
async function hintFor({ failure }: FlashError): Promise<string> {
  switch (failure) {
    case 'noDrive': {
      const [port] = await listSerialPorts();
      return (
        (port ? `; a board that runs Gnomon needs no button: gnomon flash --board ${port.path}` : '') +
        '; a drive that is mounted at an unusual place: gnomon flash --drive FOLDER'
      );
    }
    case 'driveHidden':
      return '; a drive that is mounted at an unusual place: gnomon flash --drive FOLDER';
    case 'notWritable':
      return ', or drag device-runtime/images/pico.uf2 onto it';
    case 'noBoard':
      return '; "gnomon boards" lists what is there';
    default:
      return '';
  }
}
