// What a newcomer does in the first minutes, in a real VS Code by mouse and keyboard, with a screenshot of each step.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Window } from './window.ts';

test('from the first notebook to a flashed board, by mouse and keyboard', { timeout: 300_000 }, async (t) => {
  const window = await Window.open(t, 'newcomer', 'blink.mcu.ts');
  const { page } = window;

  await window.step('the example as a notebook', async () => {
    await window.cell('words.join').waitFor();
    await window.status('Virtual Pico').waitFor();
  });

  await window.step('the board beside the first program', async () => {
    await window.frameWith('.connected .pin.led');
    await window.treeRow('Memory').waitFor();
  });

  await window.step('all cells have run', async () => {
    const board = await window.frameWith('.connected .pin.led');
    // It blinks for two seconds: a busy machine may not have shown all results by then, nor look at the LED at the right
    // times, so the page keeps what its LED has shown.
    const blinks = board.evaluate(`new Promise((resolve) => {
      const led = document.querySelector('.led');
      const isHigh = () => led.ariaLabel.endsWith('output, high');
      let wasHigh = false;
      new MutationObserver(() => {
        if (wasHigh && !isHigh()) resolve();
        wasHigh = isHigh();
      }).observe(led, { attributes: true, attributeFilter: ['aria-label'] });
    })`);
    const shown = (async () => {
      await window.button('Run All').click();
      await window.output("'sun dial gnomon'");
      await window.output('6765');
      await window.treeRow('primes').waitFor();
    })();
    await Promise.all([blinks, shown]);
  });

  await window.step('an input is driven by hand', async () => {
    const board = await window.frameWith('.connected .pin.led');
    const pin = (state: string) =>
      board.locator(`.pin[data-gpio="14"][aria-label="GP14, pin 19: input, ${state}"]`);
    await pin('low').locator('.name').click();
    await pin('high').press('Space');
    await pin('low').press('ArrowUp');
    await board.locator('.pin[data-gpio="13"]:focus').press('Enter');
    await board.locator('.pin[data-gpio="13"][aria-checked="true"]').waitFor();
  });

  await window.step('what a timer prints is in the console', async () => {
    await page.locator('.xterm-rows', { hasText: /blinked \d+ times/ }).waitFor();
  });

  await window.step('an edited cell has run again', async () => {
    await window.command('View: Hide Panel');
    await window.type(window.cell('words.join'), "const words = ['moon', 'dial'];\nwords.join('-');");
    await page.keyboard.press('Control+Enter');
    await window.output("'moon-dial'");
  });

  await window.step('an error with its place', async () => {
    await window.type(
      window.cell('words.join'),
      'const list: int[] = [1, 2, 3];\nlet at: int = 7;\nlist[at] + 1;',
    );
    await page.keyboard.press('Control+Enter');
    await window.output('RangeError');
  });

  await window.step('the error is followed to its line', async () => {
    await window.cell('function fib').locator('.monaco-editor .view-lines').click();
    await (await window.output('line 3')).click();
    // What one types next is there.
    await window.cell('const list').locator('.monaco-editor.focused').waitFor();
    await page.keyboard.insertText('0 + ');
    await window.cell('0 + list[at] + 1;').waitFor();
  });

  await window.step('what is wrong is underlined while typing', async () => {
    await window.type(window.cell('const list'), "let wrong: int = 'text';");
    await page.locator('.squiggly-error').first().waitFor();
  });

  await window.step('an endless loop runs', async () => {
    await window.type(window.cell('let wrong'), 'let count: int = 0;\nwhile (true) count++;');
    await page.keyboard.press('Control+Enter');
    await window.status('Virtual Pico: Running').waitFor();
    await window.treeRow('count').waitFor();
  });

  await window.step('the loop is stopped', async () => {
    await window.button('Interrupt').click();
    await window.output('Stopped.');
    await window.status('Virtual Pico').waitFor();
  });

  await window.step('boards to flash', async () => {
    await window.command('Gnomon: Flash Firmware');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Virtual Pico' }).waitFor();
  });

  await window.step('the virtual board is flashed', async () => {
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Virtual Pico' }).click();
    await page.locator('[id="status.notifications"] a').click();
    await page
      .locator('.notifications-center .notification-list-item', { hasText: 'flashed and connected' })
      .waitFor();
    // Another program: what the old one left is gone.
    await window.treeRow('None yet').waitFor();
  });

  await window.step('the same file as text', async () => {
    await page.keyboard.press('Escape');
    await window.command('File: Revert File');
    await window.button('Open as Text').click();
    await page.locator('.codelens-decoration', { hasText: 'Run Cell' }).first().waitFor();
    await window.command('Gnomon: Run File');
    await window.resultBesideCode("= 'sun dial gnomon'");
  });

  const failed = await page.locator('.notification-list-item .codicon-error').count();
  assert.equal(failed, 0, 'an error is shown');
});

test('from an empty window to a blinking LED and a changed cell', { timeout: 300_000 }, async (t) => {
  const window = await Window.open(t, 'start');
  const { page } = window;
  /** The LED's level, as the board view says it. */
  const led = async (level: 'high' | 'low') => {
    const board = await window.frameWith('.connected .pin.led');
    await board.locator(`.led[aria-label$="output, ${level}"]`).waitFor();
  };

  await window.step('the view says how to begin', async () => {
    await page.locator('.activitybar .action-label[aria-label="Gnomon"]').click();
    await window.button('New Notebook').waitFor();
    await window.treeRow('Memory').waitFor();
  });

  await window.step('the walkthrough', async () => {
    await window.command('Gnomon: Get Started');
    await page.locator('.getting-started-step', { hasText: 'Meet the virtual Pico' }).waitFor();
    await page.locator('.getting-started-step', { hasText: 'Run the first cells' }).click();
    await page.locator('.getting-started-step').getByRole('button', { name: 'New Notebook' }).waitFor();
  });

  await window.step('a new notebook blinks', async () => {
    await page.locator('.getting-started-step').getByRole('button', { name: 'New Notebook' }).click();
    await window.cell('const led').locator('.monaco-editor .view-lines').click();
    await page.keyboard.press('Shift+Enter');
    await window.treeRow('blinks').waitFor();
    await page.keyboard.press('Shift+Enter');
    await led('high');
    await led('low');
    // With a program, there is no need to say how to begin.
    await page.locator('.pane-header', { hasText: 'Start' }).waitFor({ state: 'detached' });
  });

  await window.step('the cell is changed while it runs', async () => {
    const text = `const led = new Pin(25, Pin.OUT);
let blinks: int = 0;

function blink() {
  led.high();
  blinks = -1;
}`;
    await window.type(window.cell('const led'), text);
    await page.keyboard.press('Control+Enter');
    await window.treeRow('= -1').waitFor();
    await led('high');
  });
});
