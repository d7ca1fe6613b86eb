// The whole of a result, where the editor has room for its beginning only: in a hover behind the last line of a cell.
import { Hover, type HoverProvider, MarkdownString, type Position, type TextDocument, Uri } from 'vscode';
import { costTable } from '../runs/cost.ts';
import { type Failure, failuresOf, headline } from '../runs/failure.ts';
import type { CellResult } from './cell-result.ts';
import type { Results } from './results.ts';

export function resultHover(results: Results): HoverProvider {
  return {
    provideHover(document: TextDocument, position: Position): Hover | undefined {
      // What stands behind the code is at the position of the line's end.
      if (position.character < document.lineAt(position.line).text.length) return undefined;
      const result = results.of(document.uri.toString()).find(({ lastLine }) => lastLine === position.line);
      return result?.outcome ? new Hover(describe(result)) : undefined;
    },
  };
}

function describe(result: CellResult): MarkdownString {
  const { output, outcome, isEdited } = result;
  const text = new MarkdownString();
  if (isEdited) text.appendMarkdown('*Edited since it ran.*\n\n');
  if (output.length > 0) text.appendCodeblock(output.join('\n'), 'text');
  if (outcome?.status === 'done' && outcome.value !== undefined) {
    text.appendCodeblock(outcome.value, 'typescript');
  }
  if (outcome?.status === 'stopped') text.appendMarkdown('Stopped.\n\n');
  for (const failure of outcome ? failuresOf(outcome) : []) appendFailure(text, failure);
  if (outcome && 'cost' in outcome) {
    const rows = costTable(outcome).map(([name, value]) => `| ${name} | ${value} |`);
    text.appendMarkdown(['\n\n| Cost | |', '| :-- | --: |', ...rows].join('\n'));
  }
  return text;
}

function appendFailure(text: MarkdownString, failure: Failure): void {
  text.appendMarkdown('**').appendText(headline(failure)).appendMarkdown('**\n\n');
  for (const { name, location } of failure.places) {
    text.appendMarkdown('- at ').appendText(name ?? 'the cell');
    if (location) {
      const { line, character } = location.range.start;
      const label = `${baseName(location.uri)}:${line + 1}:${character + 1}`;
      text.appendMarkdown(` ([${label}](${location.uri}#L${line + 1},${character + 1}))`);
    } else {
      text.appendMarkdown(' (library)');
    }
    text.appendMarkdown('\n');
  }
}

function baseName(uri: string): string {
  return Uri.parse(uri).path.split('/').pop() ?? uri;
}
