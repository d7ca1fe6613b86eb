// New notebooks: one to begin with, and copies of the examples, which stay as they are.
import { NOTEBOOK_TYPE } from '@gnomon/server/editor-protocol';
import { Uri, window, workspace } from 'vscode';
import type { Gnomon } from '../gnomon.ts';
import { toNotebookData } from './serializer.ts';

const SUFFIX = '.mcu.ts';

const starter = `// %% [markdown]
// # A new notebook
// Run the cells one after another with Shift+Enter. The virtual Raspberry Pi Pico needs no board.

// %% The LED of the Pico
const led = new Pin(25, Pin.OUT);
function blink() {
  led.toggle();
}
const timer = setInterval(blink, 250);

// %% It goes on while other cells run
console.log('running for', millis(), 'ms');

// %% Change a function while it runs, or stop the timer
clearInterval(timer);
`;

/** Opens an unsaved notebook with a few cells. */
export async function newNotebook(): Promise<void> {
  await showCopy(starter);
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
        const title = /^\/\/ # (.*)$/m.exec(text)?.[1];
        return { label: name.slice(0, -SUFFIX.length), ...(title && { description: title }), text };
      }),
  );
  const choice = await window.showQuickPick(choices, {
    title: 'Open Example',
    placeHolder: 'The copy is yours: change it, run it, save it where you like',
  });
  if (choice) await showCopy(choice.text);
}

async function showCopy(text: string): Promise<void> {
  const notebook = await workspace.openNotebookDocument(NOTEBOOK_TYPE, toNotebookData(text));
  await window.showNotebookDocument(notebook);
}
