// The packed extension installs in a clean VS Code, and works there: the language server speaks, a board connects.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/setup.mjs';
import { openBrowser } from '../../scripts/vscode/browser.ts';
import { installExtension, startServer } from '../../scripts/vscode/server.ts';
import { buildPath, ensureCodeServer } from '../../scripts/vscode/tools.ts';
import { testSettings } from './settings.ts';

test('the package is made, is under 5 MB, and works where it is installed', async (t) => {
  const made = spawnSync(process.execPath, ['scripts/package.mjs'], { cwd: root, encoding: 'utf8' });
  assert.equal(made.status, 0, made.stdout + made.stderr);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const vsix = join(root, 'build', `gnomon-${version}.vsix`);
  const { size } = await stat(vsix);
  assert.ok(size < 5_000_000, `${size} bytes`);

  const scratch = await mkdtemp(join(tmpdir(), 'gnomon-package-'));
  t.after(() => rm(scratch, { recursive: true, force: true }));
  const folder = join(scratch, 'workspace');
  await cp(join(root, 'examples'), folder, { recursive: true });
  const options = {
    codeServer: await ensureCodeServer(),
    data: join(scratch, 'vscode'),
    settings: testSettings,
    testDriver: true,
  };
  await installExtension(options, vsix);
  const server = await startServer(options);
  const browser = await openBrowser();
  const { page } = browser;
  try {
    await page.goto(server.url(folder));
    // Before the extension's language is known, a file would open as plain text.
    await page.locator('.explorer-folders-view .mcu-typescript-lang-file-icon').first().waitFor();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'blink.mcu.ts' }).dblclick();
    await page.locator('.codelens-decoration', { hasText: 'Run Cell' }).first().waitFor();
    await page.locator('.statusbar-item', { hasText: 'Virtual Pico' }).waitFor();
    t.diagnostic(`${(size / 1e6).toFixed(2)} MB`);
  } finally {
    await page.screenshot({ path: await buildPath('screenshots', 'package.png') });
    await browser.close();
    await server.stop();
  }
});
