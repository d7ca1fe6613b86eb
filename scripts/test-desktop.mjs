// npm run test:desktop: the tests of the extension host in VS Code's desktop application: the one that GNOMON_VSCODE
// names, else the current release, which is downloaded.
import { run } from './setup.mjs';

const { GNOMON_VSCODE = 'download' } = process.env;
run(process.execPath, ['scripts/test.mjs', 'client/test/extension.test.ts'], {
  env: { ...process.env, GNOMON_VSCODE },
});
