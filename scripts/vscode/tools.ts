// What it takes to run VS Code without its desktop application: code-server, which has VS Code's own server in it, and
// the Node that it wants. Installed from npm on first use, into a folder that git ignores, and kept there.
import { spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../setup.mjs';

/** VS Code 1.139.1. */
const CODE_SERVER_VERSION = '4.139.1';
/** The only major version of Node that it runs on. */
const NODE_VERSION = '24';

const tools = join(root, '.cache', 'tools');
const home = join(tools, `code-server-${CODE_SERVER_VERSION}`);

export interface CodeServer {
  /** Path of the Node executable that it runs on. */
  readonly node: string;
  /** Folder of the VS Code in it. */
  readonly vscode: string;
}

/** The installed code-server, installed now if it is not yet. Throws an error that says what to do if it can't be. */
export async function ensureCodeServer(): Promise<CodeServer> {
  if (!(await exists(home))) await installCodeServer();
  return {
    node: join(home, 'node_modules', nodePackage(), 'bin', 'node'),
    vscode: join(home, 'node_modules', 'code-server', 'lib', 'vscode'),
  };
}

async function installCodeServer(): Promise<void> {
  if (process.platform === 'win32') {
    throw new Error('code-server does not run on Windows; install VS Code, and see CONTRIBUTING.md.');
  }
  console.log(
    `Fetching VS Code for the browser (code-server ${CODE_SERVER_VERSION}; once, 700 MB, half a minute)...`,
  );
  await mkdir(tools, { recursive: true });
  // In place at once when it is complete, so that an interrupted installation is never taken for one.
  const folder = await mkdtemp(join(tools, 'new-'));
  try {
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    await npmInstall(folder, `${nodePackage()}@${NODE_VERSION}`, `code-server@${CODE_SERVER_VERSION}`);
    // VS Code's own packages, which code-server's install script would fetch together with a compiler's tools. What
    // has native code comes prebuilt.
    await npmInstall(join(folder, 'node_modules', 'code-server', 'lib', 'vscode'), '--omit=dev');
    await rename(folder, home);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    // Another process may have been faster.
    if (!(await exists(home))) throw error;
  }
}

/** The npm package that has Node's executable for this machine, as the package `node` chooses it. */
function nodePackage(): string {
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${process.platform}-${process.arch}`;
}

async function npmInstall(cwd: string, ...args: string[]): Promise<void> {
  const common = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--prefer-offline',
  ];
  const npm = spawn('npm', [...common, ...args], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((resolve, reject) =>
    npm.on('close', resolve).on('error', reject),
  );
  if (code !== 0) {
    throw new Error(
      `npm could not install ${args.join(' ')} (exit code ${code}; its message is above). ` +
        'Check the connection to the npm registry and try again.',
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The folder of a path in this repository's build output, made if it is missing. */
export async function buildPath(...parts: string[]): Promise<string> {
  const path = join(root, 'build', ...parts);
  await mkdir(dirname(path), { recursive: true });
  return path;
}
