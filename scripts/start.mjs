// npm start: installs what is missing, builds, and runs the sample notebook on the virtual board.
// npm run repl: the same, with a prompt in place of the sample.
import { ensurePackages, run } from './setup.mjs';

const repl = process.argv.includes('--repl');
ensurePackages();
run(process.execPath, ['scripts/build.mjs']);
const gnomon = (...args) => run(process.execPath, ['cli/bin/gnomon.mjs', ...args]);
if (repl) gnomon('repl');
else {
  gnomon('run', '--cells', 'examples/blink.mcu.ts');
  console.log('\nNext: "npm run repl" to type cells of your own, "npx gnomon help" for everything else.');
}
