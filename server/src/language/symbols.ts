// The symbols that a cell declares, as a tree.
import { SymbolKind } from 'vscode-languageserver-types';
import { ts } from '../compiler/frontend/typescript.ts';
import type { View } from './edited-program.ts';

/** A declaration; offsets into the cell's text. */
export interface CellSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly start: number;
  readonly end: number;
  readonly children: readonly CellSymbol[];
}

const K = ts.ScriptElementKind;
const kinds = new Map<ts.ScriptElementKind, SymbolKind>([
  [K.functionElement, SymbolKind.Function],
  [K.memberFunctionElement, SymbolKind.Method],
  [K.constElement, SymbolKind.Constant],
  [K.classElement, SymbolKind.Class],
  [K.interfaceElement, SymbolKind.Interface],
  [K.typeElement, SymbolKind.TypeParameter],
  [K.enumElement, SymbolKind.Enum],
  [K.enumMemberElement, SymbolKind.EnumMember],
  [K.memberVariableElement, SymbolKind.Field],
]);

export function symbols({ service, path }: View): CellSymbol[] {
  return (service.getNavigationTree(path).childItems ?? []).map(symbolOf);
}

function symbolOf({ text, kind, spans, childItems }: ts.NavigationTree): CellSymbol {
  const { start, length } = spans[0]!;
  return {
    name: text,
    kind: kinds.get(kind) ?? SymbolKind.Variable,
    start,
    end: start + length,
    children: (childItems ?? []).map(symbolOf),
  };
}
