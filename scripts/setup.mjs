// Installs what is missing: npm packages, and (for tests) Debian's cross compiler and tools.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command in the root folder with its output shown; ends this process with its code if it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.error) {
    console.error(`${command} could not be started: ${result.error.message}`);
    process.exit(1);
  }
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Installs the npm packages of the lock file unless they are there and newer than it. */
export function ensurePackages() {
  const installed = `${root}node_modules/.package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs)
    return;
  console.log('Installing npm packages (once, some 20 seconds)...');
  // Not `npm ci`, which refuses a lock file without the optional packages of platforms that a mirror does not have.
  run('npm', ['install', '--no-save', '--no-fund', '--no-audit', '--prefer-offline', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const hasCommand = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** Commands that the tests need, and the Debian packages that have them. */
const testTools = {
  'arm-none-eabi-gcc': 'gcc-arm-none-eabi',
  'arm-none-eabi-as': 'binutils-arm-none-eabi',
  cc: 'gcc',
  // Makes pseudo terminals.
  python3: 'python3',
};

/** Installs the tools of the firmware tests through apt where it may; else says what to install, and ends. */
export function ensureTestTools() {
  const missing = Object.entries(testTools).filter(([command]) => !hasCommand(command));
  if (missing.length === 0) return;
  const packages = missing.map(([, name]) => name);
  if (!hasCommand('apt-get') || (process.getuid?.() !== 0 && !hasCommand('sudo'))) {
    console.error(`The tests need these commands: ${missing.map(([command]) => command).join(', ')}.`);
    console.error(`On Debian or Ubuntu: apt-get install ${packages.join(' ')}`);
    process.exit(1);
  }
  console.log(`Installing ${packages.join(' ')}...`);
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  const apt = (...args) =>
    run([...sudo, 'apt-get'][0], [...[...sudo, 'apt-get'].slice(1), '-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}
