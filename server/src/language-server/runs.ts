// Runs of cells: one at a time, in the order in which the client asks for them.
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { type RunParams, type RunResult, runCell } from '../editor-protocol/index.ts';
import { type CellResult, newCost, type Session } from '../session/index.ts';
import type { Documents, OpenCell } from './documents.ts';
import { cancelled, failure, orFail } from './failures.ts';
import type { RunLocations, RunSource } from './run-locations.ts';

/** A run that has not begun. */
interface Waiting {
  dropped: boolean;
}

export class Runs {
  /** The client's number of the run whose turn it is. */
  active: number | undefined;
  private readonly waiting = new Set<Waiting>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    connection: Connection,
    private readonly session: Session,
    private readonly documents: Documents,
    private readonly locations: RunLocations,
  ) {
    connection.onRequest(runCell, (params, token) => orFail(this.run(params, token)));
  }

  /** Runs that wait for their turn end as `stopped`. */
  dropWaiting(): void {
    for (const waiting of this.waiting) waiting.dropped = true;
  }

  /** A run that is cancelled is not begun; if it has, it is stopped. */
  private async run(params: RunParams, token: CancellationToken): Promise<RunResult> {
    // The text is that of the moment at which the run was asked for.
    const source = this.sourceOf(params);
    const waiting: Waiting = { dropped: false };
    this.waiting.add(waiting);
    const run = this.turn.then(async (): Promise<RunResult> => {
      this.waiting.delete(waiting);
      if (token.isCancellationRequested) throw cancelled();
      if (waiting.dropped)
        return this.resultOf({ status: 'stopped', cost: newCost(), diagnostics: [] }, source);
      const cancelling = token.onCancellationRequested(() => {
        // If the board is lost meanwhile, the run itself says so.
        this.session.stop().catch(() => {});
      });
      this.active = params.run;
      try {
        return this.resultOf(await this.session.runCell(source.id, source.text), source);
      } finally {
        this.active = undefined;
        cancelling.dispose();
      }
    });
    this.turn = run.catch(() => undefined);
    return run;
  }

  private resultOf(result: CellResult, source: RunSource): RunResult {
    if (result.status !== 'rejected') this.locations.remember(source);
    const clockHz = this.session.identity?.clockHz ?? Number.POSITIVE_INFINITY;
    const common = {
      cost: { ...result.cost, boardMicros: (result.cost.cycles / clockHz) * 1e6 },
      problems: result.diagnostics.map((diagnostic) => this.locations.problem(diagnostic, source)),
    };
    switch (result.status) {
      case 'done': {
        const { value } = result;
        const isShown = value !== undefined && value.value !== undefined;
        return { ...common, status: 'done', ...(isShown && { value: value.text }) };
      }
      case 'rejected':
        return {
          ...common,
          status: 'rejected',
          ...(result.message !== undefined && { message: result.message }),
        };
      case 'failed':
        return { ...common, status: 'failed', error: this.locations.error(result.error) };
      case 'stopped':
        return { ...common, status: 'stopped' };
    }
  }

  private sourceOf({ uri, cell: id, selection }: RunParams): RunSource {
    const document = this.documents.text(uri);
    if (!document) throw failure(`${uri} is not open; open it and run the cell again`);
    if (selection) {
      const begin = document.offsetAt(selection.start);
      const cell = this.documents.cellsIn(uri).find(({ start, end }) => start <= begin && begin <= end);
      if (!cell) throw failure('there is no cell here');
      const text = document.getText(selection);
      return { id: this.documents.freshId(), text, uri, begin: selection.start, cell: placeOf(cell) };
    }
    const cells = this.documents.cellsIn(uri);
    const cell =
      this.documents.ownerOf(uri)?.kind === 'notebook' ? cells[0] : cells.find((cell) => cell.id === id);
    if (!cell) throw failure('the cell is no longer there');
    if (cell.kind !== 'code') throw failure('this cell holds text, which does not run');
    const begin = document.positionAt(cell.textStart);
    return { id: cell.id, text: cell.text, uri, begin, cell: placeOf(cell) };
  }
}

function placeOf({ id, text, document, textStart }: OpenCell): RunSource['cell'] {
  return { id, text, line: document.positionAt(textStart).line };
}
