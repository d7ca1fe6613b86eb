// Completion: what may stand at a position, and what is to be known of one of the proposals.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Frontend } from '../compiler/frontend/index.ts';
import { ts } from '../compiler/frontend/typescript.ts';
import { documentationOf } from './documentation.ts';
import type { TextEdit } from './places.ts';

/** Characters after which an editor asks for completions. */
export const completionTriggers = ['.', '"', "'", '`'] as const;

export interface Completion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly sortText: string;
  /** What replaces a range other than the word at the position. */
  readonly edit?: TextEdit;
  /** What is inserted, if that is not the label. */
  readonly insertText?: string;
  readonly isDeprecated: boolean;
  /** For `resolveCompletion`. */
  readonly data: CompletionData;
}

/** What a completion was proposed for: plain data, which may travel. */
export interface CompletionData {
  readonly cell: string;
  readonly offset: number;
  readonly name: string;
}

export interface CompletionDetails {
  /** Its declaration. */
  readonly detail: string;
  /** As Markdown. */
  readonly documentation: string;
}

const preferences: ts.UserPreferences = {
  includeCompletionsWithInsertText: true,
  includeAutomaticOptionalChainCompletions: true,
};

export function completions(frontend: Frontend, cell: string, offset: number): Completion[] {
  const { service, path } = frontend.edited(cell);
  const info = service.getCompletionsAtPosition(path, offset, preferences);
  if (!info) return [];
  return info.entries
    .filter((entry) => isOfUse(frontend, entry, info.isGlobalCompletion))
    .map((entry) => completionOf(frontend, cell, offset, entry, info.isGlobalCompletion));
}

/** More of a proposal; undefined if it is none any more. */
export function resolveCompletion(
  frontend: Frontend,
  { cell, offset, name }: CompletionData,
): CompletionDetails | undefined {
  const { service, path } = frontend.edited(cell);
  const details = service.getCompletionEntryDetails(
    path,
    offset,
    name,
    {},
    undefined,
    preferences,
    undefined,
  );
  return (
    details && {
      detail: ts.displayPartsToString(details.displayParts),
      documentation: documentationOf(details.documentation, details.tags),
    }
  );
}

/** Keywords of statements, types and values that cells can have. */
const keywords = new Set(
  `abstract any as async await boolean break case catch class const constructor continue default delete do else enum
  extends false finally float for function get if implements in instanceof int interface let never new null number of
  override private protected public readonly return satisfies set static string super switch this throw true try type
  typeof undefined unknown var void while yield`.split(/\s+/),
);

/** Names of the library that are not for programs: the language's own plumbing. */
const plumbing = new Set(['representation', 'clampToByte']);

function isOfUse(frontend: Frontend, { name, kind }: ts.CompletionEntry, isGlobal: boolean): boolean {
  if (kind === ts.ScriptElementKind.keyword) return keywords.has(name);
  // So do properties of its classes that are not for programs.
  if (!isGlobal) return !name.startsWith('__');
  if (name === 'globalThis') return false;
  // The library's inner functions have an underscore in their names.
  const isInner = plumbing.has(name) || name.includes('_') || name.endsWith('Constructor');
  return !isInner || !frontend.isLibraryName(name);
}

function completionOf(
  frontend: Frontend,
  cell: string,
  offset: number,
  entry: ts.CompletionEntry,
  isGlobal: boolean,
): Completion {
  const { name, kind, kindModifiers, insertText, replacementSpan } = entry;
  const edit = replacementSpan && {
    start: replacementSpan.start,
    end: ts.textSpanEnd(replacementSpan),
    newText: insertText ?? name,
  };
  // Names of cells come before those of the library and keywords.
  const isLocal = isGlobal && kind !== ts.ScriptElementKind.keyword && !frontend.isLibraryName(name);
  return {
    label: name,
    kind: completionKinds.get(kind) ?? CompletionItemKind.Variable,
    sortText: isLocal && entry.sortText > '12' ? '12' : entry.sortText,
    ...(edit ? { edit } : insertText !== undefined && { insertText }),
    isDeprecated: kindModifiers?.includes('deprecated') ?? false,
    data: { cell, offset, name },
  };
}

const completionKinds = new Map<ts.ScriptElementKind, CompletionItemKind>([
  [ts.ScriptElementKind.keyword, CompletionItemKind.Keyword],
  [ts.ScriptElementKind.primitiveType, CompletionItemKind.Keyword],
  [ts.ScriptElementKind.constElement, CompletionItemKind.Constant],
  [ts.ScriptElementKind.functionElement, CompletionItemKind.Function],
  [ts.ScriptElementKind.localFunctionElement, CompletionItemKind.Function],
  [ts.ScriptElementKind.memberFunctionElement, CompletionItemKind.Method],
  [ts.ScriptElementKind.constructSignatureElement, CompletionItemKind.Method],
  [ts.ScriptElementKind.callSignatureElement, CompletionItemKind.Method],
  [ts.ScriptElementKind.memberVariableElement, CompletionItemKind.Field],
  [ts.ScriptElementKind.memberGetAccessorElement, CompletionItemKind.Property],
  [ts.ScriptElementKind.memberSetAccessorElement, CompletionItemKind.Property],
  [ts.ScriptElementKind.classElement, CompletionItemKind.Class],
  [ts.ScriptElementKind.interfaceElement, CompletionItemKind.Interface],
  [ts.ScriptElementKind.typeElement, CompletionItemKind.Interface],
  [ts.ScriptElementKind.typeParameterElement, CompletionItemKind.TypeParameter],
  [ts.ScriptElementKind.enumElement, CompletionItemKind.Enum],
  [ts.ScriptElementKind.enumMemberElement, CompletionItemKind.EnumMember],
  [ts.ScriptElementKind.string, CompletionItemKind.Constant],
]);
