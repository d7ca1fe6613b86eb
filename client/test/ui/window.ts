// A window of VS Code with the extension in it, operated as a person does: by mouse and keyboard. What is seen at each
// step is kept as a screenshot in build/screenshots/.
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Frame, Locator, Page } from 'playwright-core';
import { root } from '../../../scripts/setup.mjs';
import { openBrowser } from '../../../scripts/vscode/browser.ts';
import { startServer } from '../../../scripts/vscode/server.ts';
import { buildPath, ensureCodeServer } from '../../../scripts/vscode/tools.ts';
import { testSettings } from '../settings.ts';

/** How long anything may take, in milliseconds: machines are busy at times. */
const PATIENCE = 90_000;

export class Window {
  private steps = 0;

  private constructor(
    readonly page: Page,
    private readonly name: string,
  ) {}

  /**
   * Opens a window on a folder with copies of the examples, and one of them as a notebook if it is named. It is closed
   * with the test. `name` is what the screenshots' names begin with.
   */
  static async open(t: TestContext, name: string, example?: string): Promise<Window> {
    await removeScreenshots(name);
    const scratch = await mkdtemp(join(tmpdir(), 'gnomon-ui-'));
    t.after(() => rm(scratch, { recursive: true, force: true }));
    const folder = join(scratch, 'notebooks');
    await cp(join(root, 'examples'), folder, { recursive: true });
    const server = await startServer({
      codeServer: await ensureCodeServer(),
      data: join(scratch, 'vscode'),
      settings: {
        ...testSettings,
        'workbench.editorAssociations': { '*.mcu.ts': 'gnomon' },
        'workbench.iconTheme': 'vs-seti',
        // Text that can be found in the page.
        'terminal.integrated.gpuAcceleration': 'off',
        // Text that is put in stays as it is.
        'editor.autoIndent': 'none',
      },
      testDriver: true,
    });
    t.after(() => server.stop());
    const browser = await openBrowser();
    t.after(() => browser.close());
    const { page } = browser;
    page.setDefaultTimeout(PATIENCE);
    const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${path}`;
    await page.goto(
      server.url(folder, [
        ['extensionDevelopmentPath', remote(root.replace(/\/$/, ''))],
        ...(example ? [['openFile', remote(join(folder, example))] as const] : []),
      ]),
    );
    return new Window(page, name);
  }

  /** A step of the story: does it, and keeps what is seen then. */
  async step(title: string, work: () => Promise<void>): Promise<void> {
    const number = String(++this.steps).padStart(2, '0');
    try {
      await work();
    } catch (error) {
      await this.screenshot(`${number}-failed`);
      throw new Error(`${title}: ${(error as Error).message}`, { cause: error });
    }
    await this.screenshot(`${number}-${title.replaceAll(' ', '-')}`);
  }

  /** Runs a command by its title in the command palette. */
  async command(title: string): Promise<void> {
    const { page } = this;
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill(`>${title}`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  }

  /** The button of a menu bar, toolbar or view title. */
  button(label: string | RegExp): Locator {
    return this.page.getByRole('button', { name: label }).first();
  }

  /** What the status bar says of the board. */
  status(text: string): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /** A row of the device view. */
  treeRow(label: string): Locator {
    return this.page.locator('.pane-body .monaco-list-row', { hasText: label });
  }

  /** A code cell of the notebook, of those that can be seen. */
  cell(text: string): Locator {
    return this.page.locator('.notebookOverlay .code-cell-row', { hasText: text }).first();
  }

  /** Replaces the text of a cell, and leaves the cursor in it. */
  async type(cell: Locator, text: string): Promise<void> {
    await cell.locator('.monaco-editor .view-lines').click();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(text);
  }

  /** The frame that has something in it: outputs and the board are in frames of their own, which load when they like. */
  async frameWith(selector: string): Promise<Frame> {
    for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
      for (const frame of this.page.frames()) {
        const found = await frame
          .locator(selector)
          .count()
          // A frame that has gone meanwhile.
          .catch(() => 0);
        if (found > 0) return frame;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`no frame has ${selector}`);
  }

  /** Waits until the notebook's outputs show a text. */
  async output(text: string): Promise<Locator> {
    const selector = `.output_container :text(${JSON.stringify(text)})`;
    return (await this.frameWith(selector)).locator(selector).first();
  }

  /** Waits until a text stands behind the code in a text editor, where it is no text of the page but of its style. */
  async resultBesideCode(text: string): Promise<void> {
    const isShown = `(text) => [...document.querySelectorAll('.view-line span')].some((span) =>
      getComputedStyle(span, '::after').content.replaceAll('\u00a0', ' ').includes(text))`;
    await this.page.waitForFunction(`(${isShown})(${JSON.stringify(text)})`);
  }

  private async screenshot(name: string): Promise<void> {
    // The mouse is where nothing is, and animations come to their end.
    await this.page.mouse.move(1000, 18);
    await this.page.waitForTimeout(500);
    await this.page.screenshot({ path: await buildPath('screenshots', `${this.name}-${name}.png`) });
  }
}

/** Removes what an earlier run has left: its steps may have been others. */
async function removeScreenshots(name: string): Promise<void> {
  const folder = dirname(await buildPath('screenshots', name));
  const old = (await readdir(folder)).filter((file) => file.startsWith(`${name}-`));
  await Promise.all(old.map((file) => rm(join(folder, file))));
}
