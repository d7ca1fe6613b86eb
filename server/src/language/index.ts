// The features of an editor over the TypeScript language service, for cells as they are edited: in terms of cells'
// identifiers and offsets in their texts (UTF-16 units). Whoever hosts them maps these to documents and a transport.
import type { Diagnostic, Frontend } from '../compiler/frontend/index.ts';
import type { AddressOf } from './board-note.ts';
import { type CodeAction, codeActions } from './code-actions.ts';
import {
  type Completion,
  type CompletionData,
  type CompletionDetails,
  completions,
  resolveCompletion,
} from './completion.ts';
import { type FormatOptions, format } from './formatting.ts';
import { type Hover, hover } from './hover.ts';
import type { Place, Span, TextEdit } from './places.ts';
import { definitions, references } from './references.ts';
import { prepareRename, rename } from './rename.ts';
import { type SemanticToken, semanticTokens } from './semantic-tokens.ts';
import { type SignatureHelp, type SignatureHelpContext, signatureHelp } from './signature-help.ts';
import { type CellSymbol, type Folding, foldings, symbols } from './symbols.ts';

export type { AddressOf } from './board-note.ts';
export type { CodeAction } from './code-actions.ts';
export {
  type Completion,
  type CompletionData,
  type CompletionDetails,
  completionTriggers,
} from './completion.ts';
export type { FormatOptions } from './formatting.ts';
export type { Hover } from './hover.ts';
export { type Place, Refused, type Span, type TextEdit } from './places.ts';
export { type SemanticToken, semanticTokensLegend } from './semantic-tokens.ts';
export { type SignatureHelp, type SignatureHelpContext, signatureTriggers } from './signature-help.ts';
export type { CellSymbol, Folding } from './symbols.ts';

/** All methods throw an Error for a cell that no open document has and that has not run. */
export class LanguageFeatures {
  /** `addressOf` says where a linker symbol is on the board that is attached, if it is there. */
  constructor(
    private readonly frontend: Frontend,
    private readonly addressOf: AddressOf,
  ) {}

  /** TypeScript's diagnostics; if there are no errors among them, ours. Each once. */
  diagnostics(cell: string): readonly Diagnostic[] {
    return this.frontend.diagnose(cell);
  }

  completions(cell: string, offset: number): Completion[] {
    return completions(this.frontend, cell, offset);
  }

  resolveCompletion(data: CompletionData): CompletionDetails | undefined {
    return resolveCompletion(this.frontend, data);
  }

  hover(cell: string, offset: number): Hover | undefined {
    return hover(this.frontend, cell, offset, this.addressOf);
  }

  signatureHelp(cell: string, offset: number, context?: SignatureHelpContext): SignatureHelp | undefined {
    return signatureHelp(this.frontend, cell, offset, context);
  }

  definitions(cell: string, offset: number): Place[] {
    return definitions(this.frontend, cell, offset);
  }

  references(cell: string, offset: number, includeDeclaration: boolean): Place[] {
    return references(this.frontend, cell, offset, includeDeclaration);
  }

  /** The name that would be renamed. Throws Refused, with the reason for people. */
  prepareRename(cell: string, offset: number): Span & { readonly placeholder: string } {
    return prepareRename(this.frontend, cell, offset);
  }

  /** Edits by cell. Throws Refused, with the reason for people. */
  rename(cell: string, offset: number, newName: string): Map<string, TextEdit[]> {
    return rename(this.frontend, cell, offset, newName);
  }

  symbols(cell: string): CellSymbol[] {
    return symbols(this.frontend, cell);
  }

  foldings(cell: string): Folding[] {
    return foldings(this.frontend, cell);
  }

  /** In order of position; types and modifiers by `semanticTokensLegend`. */
  semanticTokens(cell: string): SemanticToken[] {
    return semanticTokens(this.frontend, cell);
  }

  /** Edits that format the cell, or what of it is in a range. */
  format(cell: string, options: FormatOptions, range?: Span): TextEdit[] {
    return format(this.frontend, cell, options, range);
  }

  /** Fixes for those of the diagnostics that touch the range. */
  codeActions(cell: string, range: Span, diagnostics: readonly Diagnostic[]): CodeAction[] {
    return codeActions(this.frontend, cell, range, diagnostics);
  }
}
