// `Error('text')` without `new`, which JavaScript's own errors allow: here they are classes, of which TypeScript wants it.
import { ts } from './typescript.ts';

const NOT_CALLABLE = 2348;
const errorName = /^(Error|(Type|Range|Syntax|Reference|URI)Error)$/;

/** True for what TypeScript says of such a call. */
export function isErrorCall({ code, file, start, messageText }: ts.Diagnostic): boolean {
  if (code !== NOT_CALLABLE || !file || start === undefined) return false;
  const [, name = ''] = /'typeof (\w+)'/.exec(ts.flattenDiagnosticMessageText(messageText, '\n')) ?? [];
  return errorName.test(name) && file.text.startsWith(name, start);
}

/** True for the name of an error of JavaScript's. */
export function isErrorName(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && errorName.test(node.text);
}
