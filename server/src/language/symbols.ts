// What a cell declares, as a tree; and what of it can be folded.
import { FoldingRangeKind, SymbolKind } from 'vscode-languageserver-types';
import type { Frontend } from '../compiler/frontend/index.ts';
import { ts } from '../compiler/frontend/typescript.ts';
import type { Span } from './places.ts';

export interface CellSymbol extends Span {
  readonly name: string;
  readonly kind: SymbolKind;
  /** Where the name is. */
  readonly selection: Span;
  readonly children: readonly CellSymbol[];
}

export function symbols(frontend: Frontend, cell: string): CellSymbol[] {
  const { service, path } = frontend.edited(cell);
  return symbolsIn(service.getNavigationTree(path).childItems ?? []);
}

function symbolsIn(items: readonly ts.NavigationTree[]): CellSymbol[] {
  return items.flatMap(({ text, kind, spans, nameSpan, childItems }) => {
    const [first] = spans;
    const last = spans.at(-1);
    const children = symbolsIn(childItems ?? []);
    // Functions without a name are no landmarks, but what they declare may be.
    if (!first || !last || !nameSpan) return children;
    const selection = { start: nameSpan.start, end: ts.textSpanEnd(nameSpan) };
    const range = { start: first.start, end: Math.max(ts.textSpanEnd(last), selection.end) };
    return [
      { name: text, kind: symbolKinds.get(kind) ?? SymbolKind.Variable, ...range, selection, children },
    ];
  });
}

const symbolKinds = new Map<ts.ScriptElementKind, SymbolKind>([
  [ts.ScriptElementKind.functionElement, SymbolKind.Function],
  [ts.ScriptElementKind.localFunctionElement, SymbolKind.Function],
  [ts.ScriptElementKind.classElement, SymbolKind.Class],
  [ts.ScriptElementKind.interfaceElement, SymbolKind.Interface],
  [ts.ScriptElementKind.enumElement, SymbolKind.Enum],
  [ts.ScriptElementKind.enumMemberElement, SymbolKind.EnumMember],
  [ts.ScriptElementKind.typeElement, SymbolKind.TypeParameter],
  [ts.ScriptElementKind.constElement, SymbolKind.Constant],
  [ts.ScriptElementKind.constructorImplementationElement, SymbolKind.Constructor],
  [ts.ScriptElementKind.memberFunctionElement, SymbolKind.Method],
  [ts.ScriptElementKind.memberVariableElement, SymbolKind.Property],
  [ts.ScriptElementKind.memberGetAccessorElement, SymbolKind.Property],
  [ts.ScriptElementKind.memberSetAccessorElement, SymbolKind.Property],
]);

export interface Folding extends Span {
  readonly kind?: FoldingRangeKind;
}

export function foldings(frontend: Frontend, cell: string): Folding[] {
  const { service, path } = frontend.edited(cell);
  return service.getOutliningSpans(path).map(({ textSpan, kind }) => {
    const folding = foldingKinds.get(kind);
    return { start: textSpan.start, end: ts.textSpanEnd(textSpan), ...(folding && { kind: folding }) };
  });
}

const foldingKinds = new Map<ts.OutliningSpanKind, FoldingRangeKind>([
  [ts.OutliningSpanKind.Comment, FoldingRangeKind.Comment],
  [ts.OutliningSpanKind.Region, FoldingRangeKind.Region],
  [ts.OutliningSpanKind.Imports, FoldingRangeKind.Imports],
]);
