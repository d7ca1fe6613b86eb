// Tells the process that started VS Code what each test does, as lines of JSON over a local socket.
import { channel } from 'node:diagnostics_channel';
import { connect, type Socket } from 'node:net';
import type { Runner, Test } from 'mocha';

export type TestEvent =
  /** What happened to a test, named by the titles of its suites and its own. */
  | { readonly type: 'start' | 'pass' | 'skip'; readonly path: readonly string[] }
  | {
      readonly type: 'fail';
      readonly path: readonly string[];
      readonly message: string;
      readonly stack: string | undefined;
    }
  /** A line for the reader: what a test measured. */
  | { readonly type: 'note'; readonly text: string };

/** From the suites, which are bundled one by one, to the one who has the socket. */
const notes = channel('gnomon:test-notes');

/** Shows a line beside the results of the tests. */
export function note(text: string): void {
  notes.publish(text);
}

/** Sends events; see `follow`. */
export class TestEvents {
  private constructor(private readonly socket: Socket) {}

  /** Connects to whoever listens on this machine's port. Rejects if nobody does. */
  static async connect(port: number): Promise<TestEvents> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    // Nobody to tell any more: VS Code is being closed.
    socket.on('error', () => {});
    return new TestEvents(socket);
  }

  /** Sends what Mocha's runner reports, and notes. */
  follow(runner: Runner): void {
    const path = (test: { titlePath(): string[] }) => test.titlePath();
    runner.on('test', (test: Test) => this.send({ type: 'start', path: path(test) }));
    runner.on('pass', (test: Test) => this.send({ type: 'pass', path: path(test) }));
    runner.on('pending', (test: Test) => this.send({ type: 'skip', path: path(test) }));
    // Hooks fail too.
    runner.on('fail', (test, { message, stack }: Error) =>
      this.send({ type: 'fail', path: path(test), message, stack }),
    );
    notes.subscribe((text) => this.send({ type: 'note', text: String(text) }));
  }

  /** Flushes and closes. */
  async end(): Promise<void> {
    await new Promise<void>((resolve) => this.socket.end(resolve));
  }

  private send(event: TestEvent): void {
    this.socket.write(`${JSON.stringify(event)}\n`);
  }
}
