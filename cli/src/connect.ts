// From the words of --board to a session that is attached to that board.
import { VirtualPico } from '@gnomon/boards/virtual';
import type { ByteStream } from '@gnomon/server/protocol';
import { Session } from '@gnomon/server/session';
import { firmwareImage, firmwareManifest, libraryFiles } from './assets.ts';

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
  return { name, stream, virtual: undefined, close: () => stream.close() };
}

/** A session with the shipped library and firmware, not attached yet. */
export function newSession(): Session {
  return new Session({ library: libraryFiles(), firmware: firmwareManifest() });
}

/** A board and a session attached to it. */
export async function connect(board: string): Promise<{ session: Session; board: OpenBoard }> {
  const opened = await openBoard(board);
  try {
    const session = newSession();
    await session.attach(opened.stream);
    return { session, board: opened };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
