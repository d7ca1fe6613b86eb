// A connection on the bench: everything around it is real (the language server's process, the virtual Pico's worker
// thread, serial ports), except the editor.
import { readdirSync, readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SerialTransport } from '../../transports/serial-transport.ts';
import type { Board, Firmware } from '../../transports/transport.ts';
import { startBoardWorker } from '../../transports/virtual/node-worker.ts';
import { type BoardWorker, VirtualBoard } from '../../transports/virtual/virtual-board.ts';
import { VirtualTransport, virtualPico } from '../../transports/virtual/virtual-transport.ts';
import { Connection } from '../connection.ts';
import type { ConnectionState } from '../state.ts';
import { root, ServerProcess } from './server-process.ts';

const read = (path: string) => readFileSync(new URL(path, root));

export const firmware: Firmware = {
  image: read('device-runtime/images/pico.uf2'),
  manifest: JSON.parse(read('device-runtime/images/pico.json').toString()),
};

const library = readdirSync(new URL('lib', root), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: read(`lib/${name}`).toString() }));

/** How long anything may take, in milliseconds: machines are busy at times. */
const PATIENCE = 20_000;

export class Bench {
  readonly virtualBoard: VirtualBoard;
  readonly connection: Connection;
  /** Every state that there was. */
  readonly states: ConnectionState[] = [];
  /** Workers of the virtual board, the newest last. */
  readonly workers: BoardWorker[] = [];
  readonly log: string[] = [];
  lastBoard: Board | undefined;
  /** Paths of ports that no list has. */
  extraPorts: string[] = [];

  static async start(t: TestContext): Promise<Bench> {
    const server = await ServerProcess.start({ library, firmware: firmware.manifest });
    const bench = new Bench(server);
    t.after(async () => {
      bench.connection.dispose();
      await bench.virtualBoard.dispose();
      server.stop();
    });
    return bench;
  }

  private constructor(readonly server: ServerProcess) {
    const add = (text: string) => this.log.push(text);
    this.virtualBoard = new VirtualBoard(() => {
      const file = fileURLToPath(new URL('dist/virtual-board.cjs', root));
      const worker = startBoardWorker(file, firmware.image);
      this.workers.push(worker);
      return worker;
    }, add);
    this.connection = new Connection({
      server: server.connection,
      transports: [new VirtualTransport(this.virtualBoard), new SerialTransport(() => this.extraPorts)],
      fallback: virtualPico,
      lastBoard: {
        get: () => this.lastBoard,
        set: (board) => {
          this.lastBoard = board;
        },
      },
      log: { info: add, warn: add },
    });
    this.connection.onDidChange(({ state }) => this.states.push(state));
  }

  /** What kinds of states there were since the last call. */
  takeKinds(): ConnectionState['kind'][] {
    return this.states.splice(0).map(({ kind }) => kind);
  }

  /** Resolves with the state once it is of this kind. */
  until<K extends ConnectionState['kind']>(kind: K): Promise<ConnectionState & { kind: K }> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const { state } = this.connection;
        if (state.kind !== kind) return;
        clearTimeout(timer);
        subscription.dispose();
        resolve(state as ConnectionState & { kind: K });
      };
      const subscription = this.connection.onDidChange(look);
      const timer = setTimeout(() => {
        subscription.dispose();
        const { state } = this.connection;
        reject(new Error(`still ${JSON.stringify(state)}, not ${kind}\n${this.log.join('\n')}`));
      }, PATIENCE);
      look();
    });
  }
}
