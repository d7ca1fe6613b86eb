// Runs extension tests as VS Code's desktop application does (same command line, output and exit code), but in VS
// Code's server with Chromium as its screen. GNOMON_VSCODE_LOG is the file for VS Code's log; default: the output.
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, parseArgs } from 'node:util';
import { openBrowser } from './browser.ts';
import { startServer } from './server.ts';
import { ensureCodeServer } from './tools.ts';

const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
  },
  // The desktop has many more, which mean nothing here.
  strict: false,
  allowPositionals: true,
});

process.exitCode = await runExtensionTests(
  required('extensionDevelopmentPath'),
  required('extensionTestsPath'),
  positionals[0],
);

function required(name: keyof typeof values): string {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`--${name}=PATH is missing`);
  return value;
}

/** Runs the tests in a window with `folder` open; returns their exit code. */
async function runExtensionTests(extension: string, tests: string, folder?: string): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'gnomon-vscode-'));
  const server = await startServer({
    codeServer: await ensureCodeServer(),
    data,
    settings: await userSettings(),
    testDriver: true,
  });
  const browser = await openBrowser();
  const log = openLog();
  const printLog = (type: string, args: unknown[]) => log.write(`${type}: ${format(...args)}\n`);
  try {
    const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${path}`;
    const url = server.url(folder, [
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(tests)],
    ]);
    return await new Promise<number>((resolve, reject) => {
      // What VS Code's page calls when it runs tests: https://github.com/microsoft/vscode-test-web does the same.
      const expose = async () => {
        await browser.page.exposeFunction('codeAutomationLog', printLog);
        await browser.page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
        await browser.page.goto(url);
      };
      expose().catch(reject);
      browser.page.on('crash', () => reject(new Error('the page with VS Code crashed')));
      server.ended.then(() => reject(new Error(`VS Code's server ended. Its log:\n${server.log()}`)));
    });
  } finally {
    await browser.close();
    await server.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/** The settings of the profile that was given, as the desktop reads them. */
async function userSettings(): Promise<Record<string, unknown>> {
  const folder = values['user-data-dir'];
  if (typeof folder !== 'string') return {};
  const text = await readFile(join(folder, 'User', 'settings.json'), 'utf8').catch(() => '{}');
  return JSON.parse(text);
}

/** Where VS Code's log goes; it has much to say about services that tests don't have. */
function openLog(): NodeJS.WritableStream {
  const path = process.env.GNOMON_VSCODE_LOG;
  return path ? createWriteStream(path) : process.stdout;
}
