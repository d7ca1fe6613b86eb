// Boards at serial ports. For Node; `serialport` is loaded when a port is first opened.
import { access } from 'node:fs/promises';
import { type FlashStep, flashPico, thisComputer } from '@gnomon/boards/flashing';
import { pico } from '@gnomon/boards/pico';
import { findUf2Drives, listSerialPorts, openSerial, type SerialPortInfo } from '@gnomon/boards/serial';
import type { ByteStream } from '@gnomon/server/protocol';
import type { Board, Firmware, FlashControl, FlashProgress, FlashTarget, Transport } from './transport.ts';

/** How long a board may take to show its boot drive, and to come back from being flashed, in seconds. */
const RESTART_TIME = 15;
/** How long a person may take to plug a board in, in seconds. */
const PLUG_IN_TIME = 300;

export class SerialTransport implements Transport {
  readonly kind = 'serial';

  /** `extraPorts` are the paths of ports that no list has, such as pseudo terminals. */
  constructor(private readonly extraPorts: () => readonly string[]) {}

  async list(): Promise<Board[]> {
    const ports = (await listSerialPorts()).sort((a, b) => Number(isPico(b)) - Number(isPico(a)));
    const extra = await Promise.all(
      this.extraPorts()
        .filter((path) => ports.every((port) => port.path !== path))
        .map(async (path) => ((await exists(path)) ? [path] : [])),
    );
    return [...ports.map(boardAt), ...extra.flat().map((path) => boardAt({ path }))];
  }

  async find(board: Board): Promise<Board | undefined> {
    const boards = await this.list();
    const { address, serialNumber } = board;
    const candidates = boards.filter((found) => found.serialNumber === serialNumber);
    const atItsPlace = candidates.find((found) => found.address === address);
    return atItsPlace ?? (serialNumber === undefined ? undefined : candidates[0]);
  }

  open(board: Board): Promise<ByteStream> {
    return openSerial(board.address);
  }

  listDrives(): Promise<string[]> {
    return findUf2Drives();
  }

  async flash(target: FlashTarget, firmware: Firmware, control: FlashControl): Promise<Board> {
    const { image, manifest } = firmware;
    const isNew = 'isNew' in target;
    const port = await flashPico({
      image,
      buildHash: manifest.buildHash,
      ...(!isNew && {
        target: 'board' in target ? { port: target.board.address } : { drive: target.drive },
      }),
      driveTimeout: isNew ? PLUG_IN_TIME : RESTART_TIME,
      boardTimeout: RESTART_TIME,
      onStep: (step) => control.onProgress(progressOf(step, isNew)),
      signal: control.signal,
      surroundings: thisComputer(this.extraPorts()),
    });
    const boards = await this.list();
    return boards.find(({ address }) => address === port) ?? boardAt({ path: port });
  }
}

function progressOf(step: FlashStep, isNew: boolean): FlashProgress {
  switch (step.step) {
    case 'enterBootLoader':
      return { message: 'Restarting the board into its boot loader' };
    case 'waitForDrive':
      return { message: isNew ? 'Hold BOOTSEL while plugging the board in' : 'Waiting for the boot drive' };
    case 'write':
      return { message: 'Writing the firmware', percent: (100 * step.written) / step.total };
    case 'waitForBoard':
      return { message: 'Waiting for the board to start', percent: 100 };
  }
}

function isPico({ vendor, product }: SerialPortInfo): boolean {
  return vendor === pico.usb.firmware.vendor && product === pico.usb.firmware.product;
}

function boardAt(port: SerialPortInfo): Board {
  const { path, description, serialNumber } = port;
  return {
    kind: 'serial',
    address: path,
    name: isPico(port) ? pico.name : (description ?? 'Serial Port'),
    detail: path,
    ...(serialNumber === undefined ? {} : { serialNumber }),
  };
}

/** On Windows, ports are no files: there the person's word is taken for it. */
async function exists(path: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  return access(path).then(
    () => true,
    () => false,
  );
}
