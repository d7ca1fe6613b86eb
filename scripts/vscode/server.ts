// Starts VS Code's server, to be shown in a browser: with settings and extensions of its own, on this machine only.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodeServer } from './tools.ts';

export interface ServerOptions {
  readonly codeServer: CodeServer;
  /** Folder for all that VS Code stores: settings, extensions, logs. Two running servers never share one. */
  readonly data: string;
  /** User settings. Those that the folder has are replaced. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Lets a page start extensions in development mode and report the result of their tests. */
  readonly testDriver?: boolean;
  /** Environment of the extension host; default: this process's. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface VsCodeServer {
  readonly port: number;
  /** Address of a window with a folder or, if `folder` is undefined, an empty one. */
  url(folder?: string, payload?: readonly (readonly [string, string])[]): string;
  /** The server's log up to now. */
  log(): string;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends the server and all that it started. */
  stop(): Promise<void>;
}

/** Time to the server's first word, in milliseconds. It is ready in one second on an idle machine. */
const START_TIMEOUT = 60_000;

/** Starts a server on a free port. Throws with the server's log if it doesn't come up. */
export async function startServer(options: ServerOptions): Promise<VsCodeServer> {
  const { data, settings } = options;
  await mkdir(join(data, 'User'), { recursive: true });
  if (settings !== undefined) {
    await writeFile(join(data, 'User', 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
  }
  const server = spawnServer(
    options,
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
  );
  let log = '';
  const ended = new Promise<void>((resolve) => server.on('close', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`VS Code's server ${what}. Its log:\n${log}`));
    const timer = setTimeout(() => fail('did not start in time'), START_TIMEOUT);
    const read = (chunk: Buffer) => {
      log += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('error', (error) => fail(`could not be started: ${error.message}`));
    ended.then(() => fail('ended'));
  });
  return {
    port,
    url: (folder, payload) => {
      const query = new URLSearchParams(folder === undefined ? { ew: 'true' } : { folder });
      if (payload !== undefined) query.set('payload', JSON.stringify(payload));
      return `http://127.0.0.1:${port}/?${query}`;
    },
    log: () => log,
    ended,
    stop: async () => {
      endGroup(server);
      await ended;
    },
  };
}

/** Installs a packed extension (.vsix) into a server's folder. Throws with the installer's words if it fails. */
export async function installExtension(options: ServerOptions, vsix: string): Promise<void> {
  await mkdir(options.data, { recursive: true });
  const installer = spawnServer(
    options,
    '--install-extension',
    vsix,
    '--force',
    '--accept-server-license-terms',
  );
  let log = '';
  installer.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  installer.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) =>
    installer.on('close', resolve).on('error', reject),
  );
  if (code !== 0 || !/successfully installed/.test(log)) {
    throw new Error(`${vsix} could not be installed (exit code ${code}):\n${log}`);
  }
}

function spawnServer({ codeServer, data, env }: ServerOptions, ...args: string[]): ChildProcess {
  const common = [
    ...['--server-data-dir', data, '--user-data-dir', data, '--extensions-dir', join(data, 'extensions')],
    ...['--telemetry-level', 'off'],
  ];
  return spawn(codeServer.node, [join(codeServer.vscode, 'out', 'server-main.js'), ...args, ...common], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...(env ?? process.env) },
    // A process group, to end it together with the extension hosts that it starts.
    detached: true,
  });
}

function endGroup(server: ChildProcess): void {
  if (server.pid === undefined) return;
  try {
    process.kill(-server.pid, 'SIGKILL');
  } catch (error) {
    // Ended already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
