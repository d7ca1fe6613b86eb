// From the words of --board to a session that is attached to that board.
import { VirtualPico } from '@gnomon/boards/virtual';
import type { ByteStream, Identity } from '@gnomon/server/protocol';
import { Session } from '@gnomon/server/session';
import { firmwareImage, firmwareManifest, libraryFiles } from './assets.ts';
import { moduleFiles } from './module-files.ts';
import { withProgress } from './progress.ts';

/** An open link to a board, real or virtual. */
export interface OpenBoard {
  readonly name: string;
  readonly stream: ByteStream;
  /** The emulator, if the board is virtual. */
  readonly virtual: VirtualPico | undefined;
  close(): Promise<void>;
}

/** Opens the board that `--board` names: `virtual`, or the path of a serial port. */
export async function openBoard(name: string): Promise<OpenBoard> {
  if (name === 'virtual') {
    const virtual = VirtualPico.create({ uf2: firmwareImage() });
    return {
      name: 'virtual Raspberry Pi Pico',
      stream: virtual.stream,
      virtual,
      close: async () => virtual.dispose(),
    };
  }
  const { openSerial } = await import('@gnomon/boards/serial');
  const stream = await openSerial(name);
  return { name: `board at ${name}`, stream, virtual: undefined, close: () => stream.close() };
}

/** A session with the shipped library and firmware, not attached yet. Imports start from the folder. */
export function newSession(folder = process.cwd()): Session {
  const modules = moduleFiles(folder);
  return new Session({ library: libraryFiles(), firmware: firmwareManifest(), modules });
}

/**
 * A board, what it says of itself, and a session attached to it. `warm`: with a compiler that warms up until the first
 * cell is run, so that it is as fast as the others. Throws an Error that says what to do.
 */
export async function connect(
  name: string,
  options: { warm?: boolean; folder?: string } = {},
): Promise<{ session: Session; board: OpenBoard; identity: Identity }> {
  const session = newSession(options.folder);
  const opening = async () => {
    const board = await openBoard(name);
    try {
      const identity = await session.attach(board.stream);
      // Not before: while it takes its time, nothing could be received.
      if (options.warm) void session.warmUp();
      return { session, board, identity };
    } catch (error) {
      await board.close();
      throw error;
    }
  };
  return withProgress(`Connecting to ${name === 'virtual' ? 'the virtual board' : name}...`, opening());
}
