// Runs the suites of client/test/extension in the extension host of a real VS Code, and reports each of their tests
// as one of this file. GNOMON_VSCODE chooses the VS Code: the path of an executable, or `download` for the current
// release; by default VS Code's server with a headless browser (scripts/vscode/headless.mjs), whose log goes to build/.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { runTests } from '@vscode/test-electron';
import { root } from '../../scripts/setup.mjs';
import { buildPath } from '../../scripts/vscode/tools.ts';
import type { TestEvent } from './extension/events.ts';
import { testSettings } from './settings.ts';

test('in the extension host', async (context) => {
  const scratch = await mkdtemp(join(tmpdir(), 'gnomon-extension-'));
  const results = new Results(context);
  const log = await buildPath('vscode', 'extension-tests.log');
  const events = createServer((socket) => {
    createInterface({ input: socket }).on('line', (line) => results.take(JSON.parse(line)));
  });
  try {
    await new Promise<void>((resolve) => events.listen(0, '127.0.0.1', resolve));
    const address = events.address();
    if (address === null || typeof address === 'string') throw new Error('no port to hear events at');
    await runTests({
      ...vscode(),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'dist', 'test', 'index.cjs'),
      extensionTestsEnv: { GNOMON_TEST_EVENTS: String(address.port), GNOMON_VSCODE_LOG: log },
      launchArgs: [await copyWorkspace(scratch), '--user-data-dir', await writeProfile(scratch)],
    });
  } finally {
    events.close();
    await results.end();
    await rm(scratch, { recursive: true, force: true });
  }
  if (results.count === 0) throw new Error('VS Code ended without having run a test');
});

function vscode(): { vscodeExecutablePath?: string } {
  switch (process.env.GNOMON_VSCODE) {
    case 'download':
      return {};
    case undefined:
      return { vscodeExecutablePath: join(root, 'scripts', 'vscode', 'headless.mjs') };
    default:
      return { vscodeExecutablePath: process.env.GNOMON_VSCODE };
  }
}

/** A copy of the fixtures and examples, which tests may change. */
async function copyWorkspace(scratch: string): Promise<string> {
  const folder = join(scratch, 'workspace');
  await cp(join(root, 'client', 'test', 'fixtures'), folder, { recursive: true });
  await cp(join(root, 'examples'), folder, { recursive: true });
  return folder;
}

async function writeProfile(scratch: string): Promise<string> {
  const folder = join(scratch, 'user');
  await mkdir(join(folder, 'User'), { recursive: true });
  await writeFile(join(folder, 'User', 'settings.json'), JSON.stringify(testSettings));
  return folder;
}

/** Tests of the extension host as subtests of this one, while they run. */
class Results {
  #running = new Map<string, (error?: Error) => void>();
  #reported: Promise<void>[] = [];

  constructor(private readonly context: TestContext) {}

  get count(): number {
    return this.#reported.length;
  }

  take(event: TestEvent): void {
    if (event.type === 'note') {
      this.context.diagnostic(event.text);
      return;
    }
    const name = event.path.join(' › ');
    switch (event.type) {
      case 'start':
        this.#start(name);
        break;
      case 'pass':
        this.#running.get(name)?.();
        break;
      case 'skip':
        this.#reported.push(this.context.test(name, { skip: true }));
        break;
      case 'fail': {
        const error = new Error(event.message);
        if (event.stack !== undefined) error.stack = event.stack;
        if (!this.#running.has(name)) this.#start(name);
        this.#running.get(name)?.(error);
        break;
      }
    }
    if (event.type === 'pass' || event.type === 'fail') this.#running.delete(name);
  }

  /** Fails what has not ended, and waits until all is reported. */
  async end(): Promise<void> {
    for (const settle of this.#running.values()) settle(new Error('VS Code ended while this test ran'));
    await Promise.all(this.#reported);
  }

  #start(name: string): void {
    const result = new Promise<void>((resolve, reject) => {
      this.#running.set(name, (error) => (error === undefined ? resolve() : reject(error)));
    });
    this.#reported.push(this.context.test(name, () => result));
  }
}
