// The virtual Pico as a board that is always there, unless somebody pulls its cable.
import type { ByteStream } from '@gnomon/server/protocol';
import type { Board, Firmware, FlashControl, FlashTarget, Transport } from '../transport.ts';
import type { VirtualBoard } from './virtual-board.ts';

export const virtualPico: Board = {
  kind: 'virtual',
  address: 'pico',
  name: 'Virtual Pico',
  detail: 'Raspberry Pi Pico, emulated on this computer',
};

export class VirtualTransport implements Transport {
  readonly kind = 'virtual';

  constructor(private readonly board: VirtualBoard) {}

  async list(): Promise<Board[]> {
    return this.board.isPlugged ? [virtualPico] : [];
  }

  async find(): Promise<Board | undefined> {
    return this.board.isPlugged ? virtualPico : undefined;
  }

  async open(): Promise<ByteStream> {
    // Who opens a port waits for an answer only so long.
    await this.board.switchOn();
    return this.board.open();
  }

  resetHard(): Promise<void> {
    return this.board.reset();
  }

  async flash(_: FlashTarget, { image }: Firmware, { onProgress, signal }: FlashControl): Promise<Board> {
    signal.throwIfAborted();
    onProgress({ message: 'Writing the firmware', percent: 0 });
    await this.board.flash(image);
    onProgress({ message: 'Waiting for the board to start', percent: 100 });
    return virtualPico;
  }
}
