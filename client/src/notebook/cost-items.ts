// The footer of a notebook's cell: its title, and what its last run cost.
import {
  type Disposable,
  EventEmitter,
  type NotebookCell,
  NotebookCellStatusBarAlignment,
  NotebookCellStatusBarItem,
  type NotebookCellStatusBarItemProvider,
} from 'vscode';
import { costLine, costTable, type Measured } from '../runs/cost.ts';
import type { CellMetadata } from './serializer.ts';

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
    const items: NotebookCellStatusBarItem[] = [];
    const { title }: CellMetadata = cell.metadata;
    if (title) items.push(new NotebookCellStatusBarItem(title, NotebookCellStatusBarAlignment.Right));
    const measured = this.costs.get(cell);
    if (measured) items.push(costItem(measured));
    return items;
  }

  dispose(): void {
    this.changes.dispose();
  }
}

function costItem(measured: Measured): NotebookCellStatusBarItem {
  const text = costLine(measured);
  const item = new NotebookCellStatusBarItem(text, NotebookCellStatusBarAlignment.Left);
  item.tooltip = costTable(measured)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
  item.accessibilityInformation = { label: `Cost of the run: ${text}` };
  return item;
}
