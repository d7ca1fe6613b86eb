// Installs the VS Code that tests run in, ahead of the first test, whose time limit is not for that.
import { ensureCodeServer } from './tools.ts';

await ensureCodeServer();
