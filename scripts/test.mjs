// npm test: sets up, builds, lints, and runs every test; the last line is "N passed, N failed". What runs in a real VS
// Code comes last and alone, because it measures time.
// Arguments choose test files by a part of their path: npm test -- linker
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { bundleTests } from './bundle-tests.mjs';
import { ensureChromium, ensurePackages, ensureTestTools, root, run } from './setup.mjs';

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

const inEditor = (file) => file.startsWith('client/test/');
const groups = [
  { name: 'plain', files: files.filter((file) => !inEditor(file)), concurrency: 2 },
  { name: 'vscode', files: files.filter(inEditor), concurrency: 1 },
].filter(({ files }) => files.length > 0);
if (files.some(inEditor)) {
  ensureChromium();
  run(process.execPath, ['--import', 'tsx', 'scripts/vscode/install.ts']);
}

// Of this process alone: another run may have other sources.
const bundles = `build/tests-${process.pid}`;
let passed = 0;
let failed = 0;
let ended = true;
for (const { name, files, concurrency } of groups) {
  const tap = `${root}build/test-${name}.tap`;
  const args = ['--enable-source-maps', '--test', `--test-concurrency=${concurrency}`];
  args.push('--test-reporter=spec', '--test-reporter-destination=stdout');
  args.push('--test-reporter=tap', `--test-reporter-destination=${tap}`);
  args.push(...(await bundleTests(files, bundles)));
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const status = await new Promise((resolve) => child.on('close', resolve));
  const results = readFileSync(tap, 'utf8');
  const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(results)?.[1] ?? 0);
  passed += count('pass');
  failed += count('fail') + count('cancelled');
  ended &&= status === 0 && count('pass') > 0;
}
rmSync(`${root}${bundles}`, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(ended && failed === 0 ? 0 : 1);
