// Completion: names and members, and their documentation when one of them is looked at.
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { ts } from '../compiler/frontend/typescript.ts';
import { documentationOf } from './documentation.ts';
import type { View } from './edited-program.ts';

const K = ts.ScriptElementKind;
const kinds = new Map<ts.ScriptElementKind, CompletionItemKind>([
  [K.keyword, CompletionItemKind.Keyword],
  [K.primitiveType, CompletionItemKind.Keyword],
  [K.variableElement, CompletionItemKind.Variable],
  [K.letElement, CompletionItemKind.Variable],
  [K.constElement, CompletionItemKind.Constant],
  [K.localVariableElement, CompletionItemKind.Variable],
  [K.parameterElement, CompletionItemKind.Variable],
  [K.functionElement, CompletionItemKind.Function],
  [K.localFunctionElement, CompletionItemKind.Function],
  [K.memberFunctionElement, CompletionItemKind.Method],
  [K.memberVariableElement, CompletionItemKind.Field],
  [K.memberGetAccessorElement, CompletionItemKind.Property],
  [K.memberSetAccessorElement, CompletionItemKind.Property],
  [K.classElement, CompletionItemKind.Class],
  [K.interfaceElement, CompletionItemKind.Interface],
  [K.typeElement, CompletionItemKind.Class],
  [K.enumElement, CompletionItemKind.Enum],
  [K.enumMemberElement, CompletionItemKind.EnumMember],
  [K.string, CompletionItemKind.Value],
]);

/** What may stand at an offset of the cell's text. Names that begin with `__` are the library's own. */
export function completions({ service, path }: View, offset: number): CompletionItem[] {
  const found = service.getCompletionsAtPosition(path, offset, { includeCompletionsWithInsertText: true });
  return (found?.entries ?? [])
    .filter(({ name }) => !name.startsWith('__'))
    .map(({ name, kind, sortText, insertText }) => ({
      label: name,
      kind: kinds.get(kind) ?? CompletionItemKind.Text,
      sortText,
      ...(insertText !== undefined && { insertText }),
    }));
}

/** Declaration and documentation of what `completions` offered under a name; undefined if it is no longer offered. */
export function describeCompletion(
  { service, path }: View,
  offset: number,
  name: string,
): { detail: string; documentation: string } | undefined {
  const details = service.getCompletionEntryDetails(path, offset, name, {}, undefined, {}, undefined);
  if (!details) return undefined;
  return {
    detail: ts.displayPartsToString(details.displayParts),
    documentation: documentationOf(details.documentation, details.tags),
  };
}
