// How `gnomon run --cells` shows a notebook: its texts and cells as they run, with their values and costs.
import { inspect } from 'node:util';
import { pico } from '@gnomon/boards/pico';
import type { Cell } from '@gnomon/server/notebook';
import type { CellCost, CellValue } from '@gnomon/server/session';
import { count, formatMs } from '@gnomon/server/wording';
import { highlight, renderMarkdown } from './highlight.ts';
import { formatCost } from './report.ts';
import { hasColors, styleFor, widthOf } from './terminal.ts';

export class CellView {
  private readonly style = styleFor(process.stdout);

  /** How often each output pin of the virtual board has changed. */
  private readonly pinChanges = new Map<number, number>();

  constructor(private readonly clockHz: number) {}

  /** An output pin of the virtual board has changed. */
  pinWritten(pin: number): void {
    this.pinChanges.set(pin, (this.pinChanges.get(pin) ?? 0) + 1);
  }

  /** What is to be read before a cell runs; `number` counts code cells. */
  begin(cell: Cell, number: number): void {
    const { style } = this;
    if (cell.kind === 'markdown') {
      this.write(`\n${renderMarkdown(cell.text, style, widthOf(process.stdout))}\n`);
      return;
    }
    const bar = style.dim('│');
    const code = highlight(cell.text, style)
      .split('\n')
      .map((line) => `${bar} ${line}`.trimEnd())
      .join('\n');
    const title = cell.title && ` ${style.bold(cell.title)}`;
    this.write(`\n${style.bold(style.blue(`[${number}]`))}${title}\n${code}\n`);
  }

  /** A cell's value, if it has one, and what it cost. */
  done(value: CellValue | undefined, cost: CellCost): void {
    if (value && value.value !== undefined) {
      const text = hasColors(process.stdout) ? inspect(value.value, { colors: true }) : value.text;
      this.write(`${this.style.bold('=>')} ${text.replaceAll('\n', '\n   ')}\n`);
    }
    this.write(`   ${this.style.dim(formatCost(cost, this.clockHz))}\n`);
  }

  /** After the last cell, while timers go on. */
  waiting(timers: number): void {
    if (process.stdout.isTTY)
      this.write(`\n${this.style.dim(`${count(timers, 'timer')} running; Ctrl-C stops`)}\n`);
  }

  /** After everything. */
  end(board: string, cells: number, total: CellCost): void {
    const cost = [
      `${count(total.bytesPushed, 'byte')} pushed`,
      count(total.cycles, 'cycle'),
      `${formatMs((total.cycles / this.clockHz) * 1000)} of computing`,
    ];
    this.write(`\n${count(cells, 'cell')} ran on the ${board}: ${cost.join(', ')}.\n`);
    for (const [gpio, changes] of this.pinChanges) {
      const role = pico.pins.find((pin) => pin.gpio === gpio)?.role;
      this.write(`GPIO${gpio}${role ? ` (${role})` : ''} changed ${count(changes, 'time')}.\n`);
    }
  }

  private write(text: string): void {
    process.stdout.write(text);
  }
}
