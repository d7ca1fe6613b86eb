// What each name in a cell is, for highlighting: TypeScript's classification, by the names of LSP's legend.
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver-types';
import type { Frontend } from '../compiler/frontend/index.ts';
import { ts } from '../compiler/frontend/typescript.ts';
import type { Span } from './places.ts';

/** Names of token types and modifiers, which tokens have by index. */
export const semanticTokensLegend = {
  // In the order of TypeScript's own numbers ("2020" format).
  tokenTypes: [
    SemanticTokenTypes.class,
    SemanticTokenTypes.enum,
    SemanticTokenTypes.interface,
    SemanticTokenTypes.namespace,
    SemanticTokenTypes.typeParameter,
    SemanticTokenTypes.type,
    SemanticTokenTypes.parameter,
    SemanticTokenTypes.variable,
    SemanticTokenTypes.enumMember,
    SemanticTokenTypes.property,
    SemanticTokenTypes.function,
    SemanticTokenTypes.method,
  ] as string[],
  tokenModifiers: [
    SemanticTokenModifiers.declaration,
    SemanticTokenModifiers.static,
    SemanticTokenModifiers.async,
    SemanticTokenModifiers.readonly,
    SemanticTokenModifiers.defaultLibrary,
    'local',
  ] as string[],
};

const modifierBit = (name: string) => 1 << semanticTokensLegend.tokenModifiers.indexOf(name);
const defaultLibrary = modifierBit(SemanticTokenModifiers.defaultLibrary);
const local = modifierBit('local');

/** TypeScript's encoding: the type from this bit on, plus one; modifiers below. */
const typeShift = 8;

export interface SemanticToken extends Span {
  /** Index into the legend's types. */
  readonly type: number;
  /** Bits by index into the legend's modifiers. */
  readonly modifiers: number;
}

/** The tokens in order of position. */
export function semanticTokens(frontend: Frontend, cell: string): SemanticToken[] {
  const { service, path, text } = frontend.edited(cell);
  const span = { start: 0, length: text.length };
  const { spans } = service.getEncodedSemanticClassifications(
    path,
    span,
    ts.SemanticClassificationFormat.TwentyTwenty,
  );
  const result: SemanticToken[] = [];
  for (let i = 0; i < spans.length; i += 3) {
    const start = spans[i]!;
    const end = start + spans[i + 1]!;
    const type = (spans[i + 2]! >> typeShift) - 1;
    let modifiers = spans[i + 2]! & ((1 << typeShift) - 1);
    // TypeScript does not know our library for one.
    const isMember = text[start - 1] === '.';
    if (!isMember && !(modifiers & local) && frontend.isLibraryName(text.slice(start, end))) {
      modifiers |= defaultLibrary;
    }
    result.push({ start, end, type, modifiers });
  }
  return result;
}
