// The owner's side of the virtual Pico in its worker thread: its port as byte streams, and what hands do to a board.
import { LinkStream } from '@gnomon/boards/virtual/link-stream';
import type { ByteStream } from '@gnomon/server/protocol';
import type { BoardAction, FromBoard, ToBoard } from './messages.ts';

/** A running worker; what Node's and the browser's have in common. */
export interface BoardWorker {
  post(message: ToBoard): void;
  onMessage(listener: (message: FromBoard) => void): void;
  /** Called once if the worker ends by itself. */
  onExit(listener: (reason: string) => void): void;
  terminate(): Promise<void>;
}

interface OpenPort {
  readonly number: number;
  readonly stream: LinkStream;
}

export class VirtualBoard {
  private worker: BoardWorker | undefined;
  private port: OpenPort | undefined;
  private nextStream = 1;
  private nextRequest = 1;
  private readonly requests = new Map<number, (error: string | undefined) => void>();
  private plugged = true;

  /**
   * `start` starts a worker whose board runs the firmware that ships; it is called when the board is first needed,
   * and again if the worker should ever end. `note` takes lines for the log.
   */
  constructor(
    private readonly start: () => BoardWorker,
    private readonly note: (text: string) => void,
  ) {}

  get isPlugged(): boolean {
    return this.plugged;
  }

  /** Resolves once the board is on: on a busy machine it takes its worker a while to start. */
  switchOn(): Promise<void> {
    return this.perform({ type: 'switchOn' });
  }

  /** Opens the board's USB port; a stream that was open ends. Throws while the board is unplugged. */
  open(): ByteStream {
    if (!this.plugged) throw new Error('the virtual board is unplugged; plug it in again');
    this.port?.stream.end(new Error('the port was opened anew'));
    const number = this.nextStream++;
    const worker = this.running();
    const stream = new LinkStream(
      (bytes) => worker.post({ type: 'data', stream: number, bytes }),
      () => {
        if (this.port?.number === number) this.port = undefined;
        worker.post({ type: 'close', stream: number });
      },
    );
    this.port = { number, stream };
    worker.post({ type: 'open', stream: number });
    return stream;
  }

  /** Writes firmware and starts it. Rejects if `image` is no UF2 file for this chip; the old firmware stays then. */
  flash(image: Uint8Array): Promise<void> {
    return this.perform({ type: 'flash', image });
  }

  /** Pulls the reset line. */
  reset(): Promise<void> {
    return this.perform({ type: 'reset' });
  }

  /** Pulls the cable: the stream closes with an error; the board stays powered. */
  async unplug(): Promise<void> {
    this.plugged = false;
    await this.perform({ type: 'unplug' });
  }

  async replug(): Promise<void> {
    await this.perform({ type: 'replug' });
    this.plugged = true;
  }

  /** Drives a pin (by GPIO number) from outside; without a level, lets go of it. Rejects if there is no such pin. */
  drivePin(pin: number, level: 0 | 1 | undefined): Promise<void> {
    return this.perform({ type: 'drivePin', pin, level });
  }

  /** Switches the board off for good. */
  async dispose(): Promise<void> {
    const { worker } = this;
    this.forget('the virtual board was switched off');
    await worker?.terminate();
  }

  private perform(action: BoardAction): Promise<void> {
    const worker = this.running();
    const request = this.nextRequest++;
    return new Promise((resolve, reject) => {
      this.requests.set(request, (error) => (error === undefined ? resolve() : reject(new Error(error))));
      worker.post({ ...action, request });
    });
  }

  private running(): BoardWorker {
    if (this.worker) return this.worker;
    const worker = this.start();
    worker.onMessage((message) => this.receive(message));
    worker.onExit((reason) => {
      if (this.worker !== worker) return;
      this.note(`the virtual board has ended: ${reason}`);
      this.forget(`the virtual board has ended: ${reason}`);
    });
    this.worker = worker;
    return worker;
  }

  private receive(message: FromBoard): void {
    switch (message.type) {
      case 'data':
        if (this.port?.number === message.stream) this.port.stream.deliver(message.bytes);
        break;
      case 'closed': {
        if (this.port?.number !== message.stream) break;
        const { port } = this;
        this.port = undefined;
        port.stream.end(message.error === undefined ? undefined : new Error(message.error));
        break;
      }
      case 'done':
        this.requests.get(message.request)?.(message.error);
        this.requests.delete(message.request);
        break;
      case 'note':
        this.note(message.text);
        break;
    }
  }

  /** The worker is gone, and with it all that waits for it. The next use starts a new one. */
  private forget(reason: string): void {
    const { port, requests } = this;
    this.worker = undefined;
    this.port = undefined;
    port?.stream.end(new Error(reason));
    for (const settle of requests.values()) settle(reason);
    requests.clear();
  }
}
