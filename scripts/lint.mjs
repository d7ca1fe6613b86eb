// npm run lint: format and lint rules (biome), types (tsc), the dependency rule, generated headers.
import { ensurePackages, run } from './setup.mjs';

ensurePackages();
const bin = (name, ...args) => run(process.execPath, [`node_modules/.bin/${name}`, ...args]);
run('npx', ['--no-install', 'biome', 'check', '--error-on-warnings', '.']);
bin('tsc', '--noEmit', '-p', '.');
bin('tsc', '--noEmit', '-p', 'client/src/views/board/page');
bin(
  'depcruise',
  '--config',
  '.dependency-cruiser.cjs',
  'boards',
  'server',
  'client',
  'cli',
  'benchmarks',
  'scripts',
  '--output-type',
  'err',
);
