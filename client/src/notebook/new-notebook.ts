// New notebooks: one to begin with, and copies of the examples, which stay as they are.
import { parseCells } from '@gnomon/server/notebook';
import { Uri, window, workspace } from 'vscode';
import type { Gnomon } from '../gnomon.ts';
import { openUnsaved, SUFFIX } from './unsaved.ts';

const starter = `// %% [markdown]
// # A new notebook
// Run the cells one after another with Shift+Enter, on the virtual Raspberry Pi Pico or on your board.

// %% The LED of the Pico
const led = new Pin(25, Pin.OUT);
let blinks: int = 0;

function blink() {
  led.toggle();
  blinks++;
}

// %% It goes on while other cells run: change blink above, and run its cell again
const timer = setInterval(blink, 250);

// %% How often up to now? Run this cell again and again
blinks;
`;

/** Opens an unsaved notebook with a few cells. */
export async function newNotebook(): Promise<void> {
  await openUnsaved('notebook', starter);
}

/** Lets the person choose an example, and opens an unsaved copy of it. */
export async function openExample({ context }: Gnomon): Promise<void> {
  const folder = Uri.joinPath(context.extensionUri, 'examples');
  const files = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  const choices = await Promise.all(
    files
      .filter((name) => name.endsWith(SUFFIX))
      .map(async (name) => {
        const text = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, name)));
        return { ...introduce(text), description: name, text };
      }),
  );
  const choice = await window.showQuickPick(choices, {
    title: 'Open Example',
    placeHolder: 'The copy is yours: change it, run it, save it where you like',
  });
  if (choice) await openUnsaved(choice.description.slice(0, -SUFFIX.length), choice.text);
}

/** The heading of an example's first cell, and the first sentence below it. */
function introduce(file: string): { label: string; detail: string } {
  const [heading = '', ...lines] = parseCells(file)[0]!.text.trim().split('\n');
  const [detail = ''] = lines.join(' ').split(/(?<=[.:;]) /);
  return { label: heading.replace(/^# /, ''), detail: detail.replace(/[.:;]$|`/g, '') };
}
