// Makes the commands of the table known to the editor, and shows people what went wrong in one of them.
import { Disposable, commands as editorCommands, window } from 'vscode';
import type { Gnomon } from '../gnomon.ts';
import { type Command, commands } from './commands.ts';

export function registerCommands(gnomon: Gnomon): Disposable {
  const table: Readonly<Record<string, Command>> = commands;
  return Disposable.from(
    ...Object.entries(table).map(([id, command]) =>
      editorCommands.registerCommand(id, async (...args: never[]) => {
        try {
          return await command(gnomon, ...args);
        } catch (error) {
          void showFailure(gnomon, id, error as Error);
          return undefined;
        }
      }),
    ),
  );
}

async function showFailure({ log }: Gnomon, id: string, error: Error): Promise<void> {
  log.error(`${id}: ${error.stack ?? error.message}`);
  const showLog = 'Show Log';
  const chosen = await window.showErrorMessage(`Gnomon: ${error.message}`, showLog);
  if (chosen === showLog) log.show();
}
