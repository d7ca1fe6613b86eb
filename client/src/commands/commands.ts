// The one table of commands: everything that people can ask the extension for. Titles, icons, keys and enablement are
// in package.json, by the same names.
import { runAbove, runBelow, runCell, runCellAndAdvance, runFile } from '../cells/run.ts';
import type { Gnomon } from '../gnomon.ts';
import { newNotebook, openExample } from '../notebook/new-notebook.ts';
import { openAsNotebook, openAsText } from '../notebook/open-as.ts';
import { connect, disconnect, resetBoard, stop } from './board.ts';
import { flashFirmware } from './flash-firmware.ts';
import { selectBoard } from './select-board.ts';
import { copyValue, getStarted, showConsole, showLog } from './show.ts';

/** What a command does. What it throws is shown to the person, so its message says what to do next. */
export type Command = (gnomon: Gnomon, ...args: never[]) => unknown;

export const commands = {
  'gnomon.connect': connect,
  'gnomon.disconnect': disconnect,
  'gnomon.selectBoard': selectBoard,
  'gnomon.flashFirmware': flashFirmware,
  'gnomon.stop': stop,
  'gnomon.resetBoard': resetBoard,
  'gnomon.runCell': runCell,
  'gnomon.runCellAndAdvance': runCellAndAdvance,
  'gnomon.runAbove': runAbove,
  'gnomon.runBelow': runBelow,
  'gnomon.runFile': runFile,
  'gnomon.newNotebook': newNotebook,
  'gnomon.openExample': openExample,
  'gnomon.openAsNotebook': openAsNotebook,
  'gnomon.openAsText': openAsText,
  'gnomon.showLog': showLog,
  'gnomon.showConsole': showConsole,
  'gnomon.getStarted': getStarted,
  'gnomon.copyValue': copyValue,
} satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;
