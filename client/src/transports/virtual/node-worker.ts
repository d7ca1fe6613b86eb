// Starts the virtual board's worker in Node.
import { Worker } from 'node:worker_threads';
import type { FromBoard } from './messages.ts';
import type { BoardWorker } from './virtual-board.ts';

/** `file` is the bundled worker.ts; `image` (UF2) is what the board starts with. */
export function startBoardWorker(file: string, image: Uint8Array): BoardWorker {
  const worker = new Worker(file, { workerData: image, name: 'virtual board' });
  let failure: Error | undefined;
  worker.on('error', (error: Error) => {
    failure = error;
  });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on('message', (message: FromBoard) => listener(message)),
    onExit: (listener) => {
      worker.once('exit', (code) => listener(failure?.message ?? `exit code ${code}`));
    },
    terminate: async () => {
      await worker.terminate();
    },
  };
}
