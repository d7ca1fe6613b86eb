// Runs the cells of notebooks: execution order, output, value, errors and cost, shown as notebooks show them.
import { LANGUAGE_ID, NOTEBOOK_TYPE } from '@gnomon/server/editor-protocol';
import {
  type Disposable,
  type NotebookCell,
  NotebookCellKind,
  NotebookCellOutput,
  NotebookCellOutputItem,
  type NotebookController,
  type NotebookDocument,
  notebooks,
  workspace,
} from 'vscode';
import type { Connection } from '../connection/connection.ts';
import { boardOf } from '../connection/state.ts';
import { failuresOf } from '../runs/failure.ts';
import type { CellRun, Runner, RunOutcome } from '../runs/runner.ts';
import { CellStream } from './cell-stream.ts';
import type { CostItems } from './cost-items.ts';
import { errorOutput, type NumberedCell } from './error-output.ts';

export class Kernel implements Disposable {
  private readonly controller: NotebookController;
  private readonly subscriptions: readonly Disposable[];
  /** Cells that have run in the live program, or wait to, by the URI of their document. */
  private readonly numbered = new Map<string, NumberedCell>();
  private readonly active = new Set<NotebookCell>();
  private nextOrder = 1;

  constructor(
    private readonly runner: Runner,
    connection: Connection,
    private readonly costs: CostItems,
    private readonly log: { warn(text: string): void },
  ) {
    this.controller = notebooks.createNotebookController('gnomon', NOTEBOOK_TYPE, 'Gnomon');
    this.controller.supportedLanguages = [LANGUAGE_ID];
    this.controller.supportsExecutionOrder = true;
    this.controller.executeHandler = (cells) => this.execute(cells);
    this.controller.interruptHandler = () => this.runner.stop();
    const showBoard = () => {
      this.controller.description = boardOf(connection.state)?.name ?? '';
    };
    showBoard();
    this.subscriptions = [
      this.controller,
      connection.onDidChange(showBoard),
      runner.onDidEndProgram(() => this.forget()),
      workspace.onDidCloseNotebookDocument((notebook) => this.forgetCellsOf(notebook)),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private execute(cells: readonly NotebookCell[]): Promise<void> {
    return this.runner.run(cells.map((cell) => this.runOf(cell)));
  }

  private runOf(cell: NotebookCell): CellRun {
    const execution = this.controller.createNotebookCellExecution(cell);
    const refused = (error: Error) => this.log.warn(`output is not shown: ${error.message}`);
    const stream = new CellStream(execution, refused);
    const uri = cell.document.uri.toString();
    this.active.add(cell);
    return {
      target: { uri },
      started: () => {
        const executionOrder = this.nextOrder++;
        this.numbered.set(uri, { cell, executionOrder });
        execution.executionOrder = executionOrder;
        execution.start(Date.now());
        execution.clearOutput().then(undefined, refused);
        this.costs.set(cell, undefined);
      },
      output: (output) => stream.write(output),
      ended: (outcome) => {
        stream.flush();
        const outputs = this.outputsOf(outcome, cell);
        if (outputs.length > 0) execution.appendOutput(outputs).then(undefined, refused);
        if ('cost' in outcome && outcome.status !== 'rejected') this.costs.set(cell, outcome);
        execution.end(successOf(outcome), Date.now());
        this.active.delete(cell);
      },
    };
  }

  private outputsOf(outcome: RunOutcome, { notebook }: NotebookCell): NotebookCellOutput[] {
    if (outcome.status === 'done') {
      if (outcome.value === undefined) return [];
      return [new NotebookCellOutput([NotebookCellOutputItem.text(outcome.value, 'text/plain')])];
    }
    if (outcome.status === 'stopped') {
      return [new NotebookCellOutput([NotebookCellOutputItem.stderr('Stopped.\n')])];
    }
    const find = (uri: string) => {
      const found = this.numbered.get(uri);
      return found?.cell.notebook === notebook ? found : undefined;
    };
    return failuresOf(outcome).map((failure) => errorOutput(failure, find));
  }

  /** The live program is another one: no cell counts as run any more. */
  private forget(): void {
    this.nextOrder = 1;
    this.numbered.clear();
    for (const notebook of workspace.notebookDocuments) {
      if (notebook.notebookType !== NOTEBOOK_TYPE) continue;
      for (const cell of notebook.getCells()) {
        if (cell.kind === NotebookCellKind.Code && !this.active.has(cell)) this.clear(cell);
      }
    }
  }

  private clear(cell: NotebookCell): void {
    this.costs.set(cell, undefined);
    if (cell.outputs.length === 0 && cell.executionSummary?.executionOrder === undefined) return;
    // Only an execution can take back what executions have shown.
    const execution = this.controller.createNotebookCellExecution(cell);
    execution.start();
    execution.clearOutput();
    execution.executionOrder = undefined;
    execution.end(undefined);
  }

  private forgetCellsOf(notebook: NotebookDocument): void {
    for (const [uri, { cell }] of this.numbered) {
      if (cell.notebook === notebook) this.numbered.delete(uri);
    }
  }
}

/** As the check mark and the cross beside a cell show it. */
function successOf({ status }: RunOutcome): boolean | undefined {
  return status === 'skipped' ? undefined : status === 'done';
}
