// Opens the example in VS Code with the extension, for trying it: in the application that is installed, else in VS
// Code's server with a browser as its screen, until Ctrl-C. The example is a copy, which may be changed.
import { spawn } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { commandPath, root } from '../setup.mjs';
import { startServer } from './server.ts';
import { ensureCodeServer } from './tools.ts';

const scratch = join(root, 'build', 'try');
const folder = join(scratch, 'notebooks');
const example = join(folder, 'blink.mcu.ts');

await mkdir(folder, { recursive: true });
await cp(join(root, 'examples'), folder, { recursive: true, force: false });
const desktop = ['code', 'codium'].find((name) => commandPath(name) !== undefined);
if (desktop) await openDesktop(desktop);
else await openBrowserVersion();

async function openDesktop(command: string): Promise<void> {
  console.log(`Opening ${example} in ${command}.`);
  const shell = process.platform === 'win32';
  const args = [`--extensionDevelopmentPath=${root}`, folder, example];
  const child = spawn(command, args, { stdio: 'inherit', shell });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  );
  process.exitCode = code ?? 1;
}

async function openBrowserVersion(): Promise<void> {
  const server = await startServer({
    codeServer: await ensureCodeServer(),
    data: join(scratch, 'vscode'),
    settings: {
      'security.workspace.trust.enabled': false,
      'workbench.startupEditor': 'none',
      'workbench.editorAssociations': { '*.mcu.ts': 'gnomon' },
      'chat.disableAIFeatures': true,
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      'telemetry.telemetryLevel': 'off',
    },
    // Without it, pages can't name an extension in development.
    testDriver: true,
  });
  const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const url = server.url(folder, [
    ['extensionDevelopmentPath', remote(root.replace(/\/$/, ''))],
    ['openFile', remote(example)],
  ]);
  console.log(`\nVS Code with Gnomon is at\n\n  ${url}\n\nCtrl-C ends it.`);
  openInBrowser(url);
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  const endedByItself = await Promise.race([ended.then(() => false), server.ended.then(() => true)]);
  await server.stop();
  if (endedByItself) throw new Error(`VS Code's server ended. Its log:\n${server.log()}`);
}

/** Shows a page in the person's browser if there is a screen; the address is printed anyway. */
function openInBrowser(url: string): void {
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  if (commandPath(opener) !== undefined) spawn(opener, [url], { stdio: 'ignore', detached: true }).unref();
}
