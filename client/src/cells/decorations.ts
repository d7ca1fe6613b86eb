// Results in the text editor: the value behind the last line of a cell with what it cost, and a mark at its first.
import {
  type DecorationOptions,
  Disposable,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
} from 'vscode';
import { briefCost } from '../runs/cost.ts';
import { failuresOf, headline } from '../runs/failure.ts';
import type { CellResult } from './cell-result.ts';
import type { Results } from './results.ts';

/** Characters of a result that are shown beside the code; the hover has all. */
const MOST_CHARACTERS = 100;

const marks = ['running', 'done', 'failed', 'edited'] as const;
type Mark = (typeof marks)[number];

const colors = {
  value: 'editorInfo.foreground',
  error: 'editorError.foreground',
  stopped: 'editorWarning.foreground',
  cost: 'editorCodeLens.foreground',
} as const;
type Role = keyof typeof colors;

/** Shows results in all visible editors until it is disposed of. */
export function showResults(results: Results, extension: Uri): Disposable {
  const markTypes = new Map(marks.map((mark) => [mark, markType(mark, extension)]));
  // The cost stands behind the value, because its type is created after it.
  const roles: readonly Role[] = ['value', 'error', 'stopped', 'cost'];
  const textTypes = new Map(roles.map((role) => [role, textType(role)]));

  const show = (editor: TextEditor) => {
    const shown = results.of(editor.document.uri.toString());
    for (const [mark, type] of markTypes) {
      const marked = shown.filter((result) => markOf(result) === mark);
      editor.setDecorations(
        type,
        marked.map(({ firstLine }) => lineStart(firstLine, editor)),
      );
    }
    for (const [role, type] of textTypes) {
      const texts = shown.flatMap((result) => {
        const text = textsOf(result)[role];
        return text ? [behind(result.lastLine, text, editor)] : [];
      });
      editor.setDecorations(type, texts);
    }
  };
  const showAll = (editors: readonly TextEditor[]) => editors.forEach(show);
  showAll(window.visibleTextEditors);
  return Disposable.from(
    ...markTypes.values(),
    ...textTypes.values(),
    window.onDidChangeVisibleTextEditors(showAll),
    results.onDidChange((uri) =>
      showAll(window.visibleTextEditors.filter(({ document }) => document.uri.toString() === uri)),
    ),
  );
}

function markOf({ state, outcome, isEdited }: CellResult): Mark {
  if (state !== 'ended') return 'running';
  if (outcome?.status !== 'done') return 'failed';
  return isEdited ? 'edited' : 'done';
}

/** What stands behind the code, by its colour. */
function textsOf({ outcome, output }: CellResult): Partial<Record<Role, string>> {
  const printed = output[0];
  if (!outcome) return printed === undefined ? {} : { value: brief(printed) };
  const cost = 'cost' in outcome && outcome.cost.bytesPushed > 0 ? { cost: briefCost(outcome) } : {};
  const [failure] = failuresOf(outcome);
  if (failure) return { error: brief(headline(failure)), ...cost };
  if (outcome.status === 'stopped') return { stopped: 'stopped', ...cost };
  if (outcome.status !== 'done') return {};
  const value = outcome.value === undefined ? printed : `= ${outcome.value}`;
  return value === undefined ? cost : { value: brief(value), ...cost };
}

/** The first line, cut where it is long. */
function brief(text: string): string {
  const [first = '', ...more] = text.split('\n');
  const isCut = more.length > 0 || first.length > MOST_CHARACTERS;
  return isCut ? `${first.slice(0, MOST_CHARACTERS)} …` : first;
}

function lineStart(line: number, { document }: TextEditor): Range {
  return document.validateRange(new Range(line, 0, line, 0));
}

function behind(line: number, text: string, { document }: TextEditor): DecorationOptions {
  const { end } = document.lineAt(Math.min(line, document.lineCount - 1)).range;
  // Spaces that the editor does not fold.
  const contentText = text.replaceAll(' ', '\u00A0');
  return { range: new Range(end, end), renderOptions: { after: { contentText } } };
}

function textType(role: Role): TextEditorDecorationType {
  return window.createTextEditorDecorationType({
    after: { color: new ThemeColor(colors[role]), margin: '0 0 0 2ch' },
  });
}

function markType(mark: Mark, extension: Uri): TextEditorDecorationType {
  const icon = (theme: string) => Uri.joinPath(extension, 'media', 'marks', theme, `${mark}.svg`);
  return window.createTextEditorDecorationType({
    light: { gutterIconPath: icon('light') },
    dark: { gutterIconPath: icon('dark') },
    gutterIconSize: 'contain',
  });
}
