// npm test: sets up, builds, lints, and runs every test; the last line is "N passed, N failed".
// Arguments choose test files by a part of their path: npm test -- linker
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { ensurePackages, ensureTestTools, root, run } from './setup.mjs';

const wanted = process.argv.slice(2);
ensurePackages();
ensureTestTools();
run(process.execPath, ['scripts/build.mjs']);
if (wanted.length === 0) run(process.execPath, ['scripts/lint.mjs']);

/** Test files below a folder, as paths relative to the root. */
async function testFiles(folder) {
  const entries = await readdir(`${root}${folder}`, { recursive: true });
  return entries
    .filter((path) => path.endsWith('.test.ts') && !path.includes('node_modules'))
    .map((path) => `${folder}/${path}`);
}

const folders = ['boards', 'server', 'client', 'cli', 'device-runtime', 'benchmarks', 'test-fixtures'];
const files = (await Promise.all(folders.map(testFiles)))
  .flat()
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();
if (files.length === 0) {
  console.error(`no test file has ${wanted.join(' or ')} in its path`);
  process.exit(1);
}

mkdirSync(`${root}build`, { recursive: true });
const tap = `${root}build/test.tap`;
const args = ['--import', 'tsx', '--test', '--test-concurrency=2'];
args.push('--test-reporter=spec', '--test-reporter-destination=stdout');
args.push('--test-reporter=tap', `--test-reporter-destination=${tap}`);
const child = spawn(process.execPath, [...args, ...files], { cwd: root, stdio: 'inherit' });
const status = await new Promise((resolve) => child.on('close', resolve));
const count = (name) =>
  Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(readFileSync(tap, 'utf8'))?.[1] ?? 0);
const failed = count('fail') + count('cancelled');
console.log(`${count('pass')} passed, ${failed} failed`);
process.exit(status === 0 && failed === 0 && count('pass') > 0 ? 0 : 1);
