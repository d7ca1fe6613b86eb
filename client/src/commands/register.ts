// Makes the commands of the table known to the editor, and shows people what went wrong in one of them, with the next
// step as a button where there is one.
import { Disposable, commands as editorCommands, window } from 'vscode';
import { ConnectionError, type ConnectionProblem } from '../connection/connection-error.ts';
import type { Gnomon } from '../gnomon.ts';
import { sentence } from '../sentence.ts';
import { type Command, type CommandId, commands } from './commands.ts';

export function registerCommands(gnomon: Gnomon): Disposable {
  const table: Readonly<Record<string, Command>> = commands;
  return Disposable.from(
    ...Object.entries(table).map(([id, command]) =>
      editorCommands.registerCommand(id, async (...args: never[]) => {
        try {
          return await command(gnomon, ...args);
        } catch (error) {
          gnomon.log.error(`${id}: ${(error as Error).stack ?? error}`);
          // Shown beside what the command returns, which does not wait for the person.
          void showFailure(error as Error);
          return undefined;
        }
      }),
    ),
  );
}

type Step = readonly [title: string, command: CommandId];

const showLog: Step = ['Show Log', 'gnomon.showLog'];
const select: Step = ['Select Board', 'gnomon.selectBoard'];
const flash: Step = ['Flash Firmware', 'gnomon.flashFirmware'];

/** What to offer; undefined where the person wanted it so, or is told by other means. */
const nextSteps: Readonly<Record<ConnectionProblem, readonly Step[] | undefined>> = {
  noAnswer: [select, flash, showLog],
  // announceProblems offers to flash.
  foreignFirmware: undefined,
  unplugged: [select],
  busy: [],
  givenUp: undefined,
};

async function showFailure(error: Error): Promise<void> {
  const steps = error instanceof ConnectionError ? nextSteps[error.problem] : [showLog];
  if (!steps) return;
  const chosen = await window.showErrorMessage(sentence(error.message), ...steps.map(([title]) => title));
  const step = steps.find(([title]) => title === chosen);
  if (step) await editorCommands.executeCommand(step[1]);
}
