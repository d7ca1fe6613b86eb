// What the parts of the extension share, and its tests see.
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Results } from './cells/results.ts';
import type { Connection } from './connection/connection.ts';
import type { ProgramConsole } from './console/program-console.ts';
import type { Runner } from './runs/runner.ts';
import type { Firmware } from './transports/transport.ts';
import type { VirtualBoard } from './transports/virtual/virtual-board.ts';
import type { Views } from './views/index.ts';

export interface Gnomon {
  readonly context: ExtensionContext;
  /** The language server, started. */
  readonly client: LanguageClient;
  readonly connection: Connection;
  readonly runner: Runner;
  /** Results of cells in text editors. */
  readonly results: Results;
  /** Buttons and cables of the virtual Pico. */
  readonly virtualBoard: VirtualBoard;
  /** What ships with the extension, to flash boards with. */
  readonly firmware: Firmware;
  readonly console: ProgramConsole;
  readonly views: Views;
  readonly log: LogOutputChannel;
}
