// The virtual Pico in a worker thread: an endless loop on the board never slows the editor. The thread's data is the
// firmware image that the board starts with.
import { parentPort, workerData } from 'node:worker_threads';
import { VirtualPico } from '@gnomon/boards/virtual';
import type { ByteStream } from '@gnomon/server/protocol';
import type { BoardAction, FromBoard, ToBoard } from './messages.ts';

const board = VirtualPico.create({ uf2: workerData as Uint8Array });
let open: { readonly number: number; readonly stream: ByteStream } | undefined;

board.onFault = ({ reason, pc }) => {
  const where = `0x${pc.toString(16).padStart(8, '0')}`;
  send({ type: 'note', text: `the virtual board locked up at ${where}: ${reason}` });
};
board.onBootloader = () => send({ type: 'note', text: 'the virtual board waits for firmware' });

parentPort?.on('message', (message: ToBoard) => {
  switch (message.type) {
    case 'open':
      void openPort(message.stream);
      break;
    case 'data':
      if (open?.number === message.stream) open.stream.write(message.bytes);
      break;
    case 'close':
      if (open?.number === message.stream) void open.stream.close();
      break;
    default:
      send({ type: 'done', request: message.request, error: perform(message) });
  }
});

async function openPort(number: number): Promise<void> {
  const before = open;
  open = undefined;
  await before?.stream.close();
  const { stream } = board;
  open = { number, stream };
  stream.onData((bytes) => send({ type: 'data', stream: number, bytes }));
  stream.onClose((error) => {
    if (open?.number === number) open = undefined;
    send({ type: 'closed', stream: number, error: error?.message });
  });
}

/** Does what is asked for; what went wrong, if anything. */
function perform(action: BoardAction): string | undefined {
  try {
    switch (action.type) {
      case 'switchOn':
        break;
      case 'flash':
        board.flash(action.image);
        break;
      case 'reset':
        board.reset();
        break;
      case 'unplug':
        board.unplug();
        break;
      case 'replug':
        board.replug();
        break;
      case 'drivePin':
        board.pins.setInput(action.pin, action.level);
        break;
    }
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function send(message: FromBoard): void {
  parentPort?.postMessage(message);
}
