// Tells people of what has happened to their board, where it needs them. Everything else is in the status bar.
import { commands, type Disposable, window } from 'vscode';
import { sentence } from '../sentence.ts';
import type { Connection } from './connection.ts';

export function announceProblems(connection: Connection): Disposable {
  return connection.onDidChange(({ state, before }) => {
    if (state.kind === 'foreignFirmware') {
      void offer(`${state.board.name}: ${sentence(state.message)}`, 'Flash Firmware', 'gnomon.flashFirmware');
    } else if (state.kind === 'crashed' && before.kind !== 'connecting') {
      void offer(
        `${state.board.name} does not answer any more. ${sentence(state.message)}`,
        'Reset Board',
        'gnomon.resetBoard',
      );
    }
  });
}

async function offer(message: string, title: string, command: string): Promise<void> {
  if ((await window.showWarningMessage(message, title)) === title) await commands.executeCommand(command);
}
