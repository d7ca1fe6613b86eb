// Boards as items of a list to choose from.
import { basename } from 'node:path';
import { ThemeIcon } from 'vscode';
import type { Connection } from '../connection/connection.ts';
import { boardOf, linkOf } from '../connection/state.ts';
import { type Board, type FlashTarget, isSameBoard } from '../transports/transport.ts';
import type { Choice } from './pick.ts';

const icons = { virtual: new ThemeIcon('vm'), serial: new ThemeIcon('circuit-board') };

/** The boards that are there, each as what `toValue` makes of it; the one in use comes first and is marked. */
export async function boardChoices<T>(
  connection: Connection,
  toValue: (board: Board) => T,
): Promise<Choice<T>[]> {
  const { state } = connection;
  const inUse = boardOf(state);
  const isInUse = (board: Board) => inUse !== undefined && isSameBoard(board, inUse);
  const boards = await connection.listBoards();
  return [...boards.filter(isInUse), ...boards.filter((board) => !isInUse(board))].map((board) => ({
    label: board.name,
    description: isInUse(board) && linkOf(state) ? `${board.detail} (connected)` : board.detail,
    iconPath: isInUse(board) && linkOf(state) ? new ThemeIcon('check') : icons[board.kind],
    value: toValue(board),
  }));
}

/** What waits for firmware, or will once it is plugged in. */
export async function waitingChoices<T>(
  connection: Connection,
  toValue: (target: FlashTarget) => T,
): Promise<Choice<T>[]> {
  const drives = await connection.listDrives();
  return [
    ...drives.map(({ kind, drive }) => ({
      label: `Flash the Pico at ${basename(drive) || drive}`,
      description: drive,
      iconPath: new ThemeIcon('zap'),
      value: toValue({ kind, drive }),
    })),
    {
      label: 'Flash a New Pico...',
      description: 'Hold BOOTSEL while plugging it in',
      iconPath: new ThemeIcon('add'),
      value: toValue({ kind: 'serial', isNew: true }),
    },
  ];
}
