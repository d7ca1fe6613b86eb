// The footer of a notebook's cell: its title, and what its last run cost.
import {
  type Disposable,
  EventEmitter,
  type NotebookCell,
  NotebookCellStatusBarAlignment,
  NotebookCellStatusBarItem,
  type NotebookCellStatusBarItemProvider,
} from 'vscode';
import { costParts, costTable, type Measured } from '../runs/cost.ts';
import type { CellMetadata } from './serializer.ts';

/** Of a title; the footer has one line. */
const MOST_CHARACTERS = 32;

export class CostItems implements NotebookCellStatusBarItemProvider, Disposable {
  private readonly costs = new WeakMap<NotebookCell, Measured>();
  private readonly changes = new EventEmitter<void>();
  readonly onDidChangeCellStatusBarItems = this.changes.event;

  /** Shows what a run of the cell cost; nothing without `measured`. */
  set(cell: NotebookCell, measured: Measured | undefined): void {
    if (measured) this.costs.set(cell, measured);
    else if (!this.costs.delete(cell)) return;
    this.changes.fire();
  }

  provideCellStatusBarItems(cell: NotebookCell): NotebookCellStatusBarItem[] {
    const measured = this.costs.get(cell);
    return [...titleItems(cell), ...(measured ? costItems(measured) : [])];
  }

  dispose(): void {
    this.changes.dispose();
  }
}

function titleItems({ metadata }: NotebookCell): NotebookCellStatusBarItem[] {
  const { title }: CellMetadata = metadata;
  if (!title) return [];
  const isCut = title.length > MOST_CHARACTERS;
  const text = isCut ? `${title.slice(0, MOST_CHARACTERS).trimEnd()}…` : title;
  const item = new NotebookCellStatusBarItem(text, NotebookCellStatusBarAlignment.Right);
  item.tooltip = title;
  return [item];
}

/** One item a figure: where there is no room for all, the editor leaves out the last ones. */
function costItems(measured: Measured): NotebookCellStatusBarItem[] {
  const tooltip = costTable(measured)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
  return costParts(measured).map((text, i) => {
    const item = new NotebookCellStatusBarItem(text, NotebookCellStatusBarAlignment.Left);
    item.tooltip = tooltip;
    item.priority = -i;
    return item;
  });
}
