// Boards at serial ports. For Node; `serialport` is loaded when a port is first opened.
import { access } from 'node:fs/promises';
import { pico } from '@gnomon/boards/pico';
import { listSerialPorts, openSerial, type SerialPortInfo } from '@gnomon/boards/serial';
import type { ByteStream } from '@gnomon/server/protocol';
import type { Board, Transport } from './transport.ts';

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
