// The connection to boards in a real VS Code: the virtual board with its cable and its firmware, and a board at a serial
// port, which is a virtual Pico behind a pseudo terminal in another process.
import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { ConfigurationTarget, commands, workspace } from 'vscode';
import { present } from '../../src/connection/presentation.ts';
import type { Gnomon } from '../../src/gnomon.ts';
import type { FlashProgress } from '../../src/transports/transport.ts';
import { virtualPico } from '../../src/transports/virtual/virtual-transport.ts';
import { closeAll, openText } from './documents.ts';
import { gnomon } from './gnomon.ts';
import { until } from './until.ts';

suite('connection', () => {
  let extension: Gnomon;

  suiteSetup(async () => {
    extension = await gnomon();
    await extension.connection.connect(virtualPico);
  });

  suiteTeardown(closeAll);

  test('a board that was let go of is connected by the next run', async () => {
    await commands.executeCommand('gnomon.disconnect');
    assert.equal(label(), 'No Board');
    assert.equal(await evaluate('6 * 7;'), '42');
    assert.equal(label(), 'Virtual Pico');
  });

  test('unplugging is shown at once, and plugging in again connects', async () => {
    await extension.virtualBoard.unplug();
    await until('the board is gone', () => label() === 'Virtual Pico: Unplugged');
    await extension.virtualBoard.replug();
    await until('the board is back', () => label() === 'Virtual Pico');
    assert.equal(await evaluate('6 * 7;'), '42');
  });

  test('a reset clears the live program', async () => {
    await evaluate('let kept: int = 1;');
    await commands.executeCommand('gnomon.resetBoard');
    assert.equal(extension.connection.state.kind, 'ready');
    const outcome = await run('kept;');
    assert.equal(outcome?.status, 'rejected');
  });

  test('the virtual board is flashed, with progress, and is connected then', async () => {
    const { connection, firmware } = extension;
    const progress: FlashProgress[] = [];
    const flashing = connection.flash({ kind: 'virtual', board: virtualPico }, firmware, {
      signal: new AbortController().signal,
      onProgress: (step) => progress.push(step),
    });
    assert.match(label(), /^Virtual Pico: Flashing/);
    await assert.rejects(connection.connect(virtualPico), /is being flashed; wait/);
    await flashing;
    assert.equal(progress.at(-1)?.percent, 100);
    assert.equal(label(), 'Virtual Pico');
    assert.equal(await evaluate('6 * 7;'), '42');
  });

  test('a board at a serial port runs cells, and its end is noticed', async function () {
    if (process.platform === 'win32') this.skip();
    const { path, end } = await startSerialPico(extension.context.extensionPath);
    try {
      await setExtraPorts([path]);
      const board = (await extension.connection.listBoards()).find(({ address }) => address === path);
      assert.ok(board, `${path} is not listed`);
      await extension.connection.connect(board);
      assert.equal(await evaluate("['over', 'a', 'wire'].join(' ');"), "'over a wire'");
      end();
      await until('the board is gone', () => /Unplugged|No Answer/.test(label()));
    } finally {
      end();
      await setExtraPorts(undefined);
      await extension.connection.connect(virtualPico);
    }
  });

  /** The status bar's words. */
  function label(): string {
    return present(extension.connection.state).label;
  }

  /** Runs a text as the only cell of a document. */
  async function run(text: string) {
    const { document } = await openText(text);
    await commands.executeCommand('gnomon.runFile', document.uri);
    return extension.results.of(document.uri.toString()).at(-1)?.outcome;
  }

  async function evaluate(text: string): Promise<string | undefined> {
    const outcome = await run(text);
    assert.equal(outcome?.status, 'done', JSON.stringify(outcome));
    return outcome?.status === 'done' ? outcome.value : undefined;
  }
});

function setExtraPorts(ports: string[] | undefined): Thenable<void> {
  return workspace.getConfiguration('gnomon').update('extraPorts', ports, ConfigurationTarget.Global);
}

/** A virtual Pico in a process of its own, at a pseudo terminal. */
async function startSerialPico(root: string): Promise<{ path: string; end(): void }> {
  const child: ChildProcess = fork(join(root, 'cli', 'bin', 'gnomon.mjs'), ['virtual', '--pty'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const end = () => {
    child.kill();
  };
  let said = '';
  const path = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      createInterface({ input: stream }).on('line', (line) => {
        said += `${line}\n`;
        const path = /\/dev\/\S+/.exec(line)?.[0];
        if (path) resolve(path);
      });
    }
    child.on('exit', () => reject(new Error(`the virtual Pico has ended: ${said}`)));
  });
  return { path, end };
}
