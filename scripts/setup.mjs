// Installs what is missing: npm packages, and (for tests) Debian's cross compiler, browser and tools.
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

/** Path of a command, or undefined if there is none. */
export function commandPath(command) {
  const result = spawnSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

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
  ensureCommands('The tests', testTools);
}

/** Names under which Chromium or Google Chrome may be installed; GNOMON_CHROMIUM, a path, comes first. */
const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Installs Chromium, in which tests show VS Code, like `ensureTestTools`. */
export function ensureChromium() {
  if (findChromium() === undefined) ensureCommands('The tests in VS Code', { chromium: 'chromium' });
}

/** Path of an installed Chromium, or undefined. */
export function findChromium() {
  if (process.env.GNOMON_CHROMIUM) return process.env.GNOMON_CHROMIUM;
  const paths = chromiumNames.map((name) => commandPath(name));
  return paths.find((path) => path !== undefined);
}

/** Installs missing commands (a record from command to Debian package) for `whose` needs, or says how, and ends. */
function ensureCommands(whose, commands) {
  const missing = Object.entries(commands).filter(([command]) => commandPath(command) === undefined);
  if (missing.length === 0) return;
  const packages = missing.map(([, name]) => name);
  const isRoot = process.getuid?.() === 0;
  if (commandPath('apt-get') === undefined || (!isRoot && commandPath('sudo') === undefined)) {
    console.error(`${whose} need these commands: ${missing.map(([command]) => command).join(', ')}.`);
    console.error(`On Debian or Ubuntu: apt-get install ${packages.join(' ')}`);
    process.exit(1);
  }
  console.log(`Installing ${packages.join(' ')}...`);
  const [command, ...before] = isRoot ? ['apt-get'] : ['sudo', 'apt-get'];
  const apt = (...args) =>
    run(command, [...before, '-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}
