// The language server: a connection to an editor's client, and a session with all that the client can ask of it. It
// reads no files, and knows no Node: an entry for any host makes the connection.
import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { LANGUAGE_ID, LIBRARY_SCHEME, NOTEBOOK_TYPE, type ServerOptions } from '../editor-protocol/index.ts';
import { completionTriggers, semanticTokensLegend, signatureTriggers } from '../language/index.ts';
import { Session } from '../session/index.ts';
import { Board } from './board.ts';
import { listenForCells } from './cell-list.ts';
import { Diagnostics } from './diagnostics.ts';
import { DocumentFeatures } from './document-features.ts';
import { Documents } from './documents.ts';
import { Features } from './features.ts';
import { Library } from './library.ts';
import { ModuleFiles, type ReadFile } from './module-files.ts';
import { notifierFor } from './notify.ts';
import { Preparation } from './preparation.ts';
import { RunLocations } from './run-locations.ts';
import { Runs } from './runs.ts';
import { listenForViews } from './views.ts';

/** How long after a board was connected the compiler warms up, if nothing is run. */
const WARM_UP_DELAY_MS = 3000;

/** Serves a client over a connection, until the connection ends. `readFile` reads the files that cells import. */
export function serve(connection: Connection, readFile: ReadFile = () => undefined): void {
  connection.onInitialize(({ initializationOptions }: InitializeParams) => {
    begin(connection, initializationOptions as ServerOptions, readFile);
    return initializeResult;
  });
  connection.listen();
}

const initializeResult: InitializeResult = {
  serverInfo: { name: 'Gnomon' },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    notebookDocumentSync: {
      notebookSelector: [{ notebook: { notebookType: NOTEBOOK_TYPE }, cells: [{ language: LANGUAGE_ID }] }],
    },
    codeLensProvider: {},
    completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: [...signatureTriggers] },
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    semanticTokensProvider: { legend: semanticTokensLegend, full: true },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    workspace: { textDocumentContent: { schemes: [LIBRARY_SCHEME] } },
  },
};

function begin(
  connection: Connection,
  { library: files, firmware }: ServerOptions,
  readFile: ReadFile,
): void {
  const documents = new Documents();
  const modules = new ModuleFiles(documents, readFile);
  const session = new Session({ library: files, firmware, modules });
  const notify = notifierFor(connection);
  const library = new Library(files);
  const locations = new RunLocations(documents, library);
  const runs = new Runs(connection, session, documents, locations);
  new Board(connection, session, notify, runs, locations);
  // Before all who ask about the cells.
  documents.onDidChange(({ key, cells }) => {
    session.setDocument(
      key,
      cells.filter(({ kind }) => kind === 'code'),
    );
  });
  new Diagnostics(connection, session, documents);
  new Preparation(session, documents);
  new Features(session.language, documents, library, modules).listen(connection);
  new DocumentFeatures(session.language, documents).listen(connection);
  documents.listen(connection);
  library.listen(connection);
  listenForCells(connection, documents);
  listenForViews(connection, session, locations);
  warmUpWhenIdle(session);
}

/** Not while a board is being connected, whose answers are waited for: its first part takes a while at once. */
function warmUpWhenIdle(session: Session): void {
  const remove = session.listen({
    state: (state) => {
      if (state !== 'ready') return;
      remove();
      setTimeout(() => void session.warmUp(), WARM_UP_DELAY_MS);
    },
  });
}
