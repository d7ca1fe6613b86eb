// npm start: installs what is missing, builds, runs the sample notebook on the virtual board, and opens it in VS Code;
// without a terminal it ends after the run, and says how to open the rest.
// npm run repl: a prompt in place of all that.
import { ensurePackages, run } from './setup.mjs';

const repl = process.argv.includes('--repl');
ensurePackages();
run(process.execPath, ['scripts/build.mjs']);
const gnomon = (...args) => run(process.execPath, ['cli/bin/gnomon.mjs', ...args]);
if (repl) gnomon('repl');
else {
  gnomon('run', '--cells', 'examples/blink.mcu.ts');
  console.log('\nThe same as a notebook: in VS Code, with the extension.');
  if (process.stdin.isTTY && process.stdout.isTTY) {
    // This process gets Ctrl-C too, and must not end before what it has started.
    process.on('SIGINT', () => {});
    run(process.execPath, ['--import', 'tsx', 'scripts/vscode/open.ts']);
  } else {
    console.log('"npm start" in a terminal opens it (without a VS Code of your own, one in the browser).');
    console.log('"npm run repl" is for typing cells in the terminal, "npx gnomon help" for everything else.');
  }
}
