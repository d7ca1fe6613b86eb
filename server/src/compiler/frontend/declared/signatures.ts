// Types of parameters and results, written into functions of JavaScript.

import { ts } from '../typescript.ts';
import { hasModifier } from './exports.ts';
import type { TextEdits } from './text-edits.ts';

type Signature = ts.SignatureDeclaration;
type Code = ts.FunctionLikeDeclaration;

/** The signatures that declarations of one name give. */
export function signaturesOf(types: readonly ts.Declaration[]): Signature[] {
  return types.flatMap((type) => {
    if (ts.isVariableDeclaration(type) || ts.isPropertyDeclaration(type)) {
      return type.type && ts.isFunctionTypeNode(type.type) ? [type.type] : [];
    }
    return ts.isFunctionLike(type) ? [type] : [];
  });
}

/** Writes one signature into the code of the function. */
export function annotateFunction(edits: TextEdits, code: Code, signature: Signature): void {
  const children = code.getChildren();
  const open = children.find(({ kind }) => kind === ts.SyntaxKind.OpenParenToken);
  const close = children.find(({ kind }) => kind === ts.SyntaxKind.CloseParenToken);
  const start = open?.getStart() ?? code.parameters[0]!.getStart();
  if (!ts.isConstructorDeclaration(code)) edits.insert(start, typeParameters(signature));
  if (!open) edits.insert(start, '(');
  const declared = signature.parameters.filter(({ name }) => name.getText() !== 'this');
  for (const [i, parameter] of code.parameters.entries()) {
    const type = declared[i];
    if (!type || !!type.dotDotDotToken !== !!parameter.dotDotDotToken) break;
    edits.insert(parameter.name.end, typeOfParameter(type, parameter));
  }
  const end = close?.getStart() ?? code.parameters.end;
  edits.insert(end, furtherParameters(code, declared));
  if (!close) edits.insert(end, ')');
  if (ts.isConstructorDeclaration(code) || ts.isSetAccessor(code)) return;
  if (signature.type) edits.insert(close?.end ?? end, `: ${signature.type.getText()}`);
}

/** The signatures of a function or method with several, to stand before its code. */
export function overloads(code: Code, signatures: readonly Signature[]): string {
  const kept = [ts.SyntaxKind.ExportKeyword, ts.SyntaxKind.DefaultKeyword, ts.SyntaxKind.StaticKeyword];
  const modifiers = ts.canHaveModifiers(code) ? (ts.getModifiers(code) ?? []) : [];
  const words = modifiers.filter(({ kind }) => kept.includes(kind)).map((each) => `${each.getText()} `);
  const isFunction = ts.isFunctionDeclaration(code);
  const name = ts.isConstructorDeclaration(code) ? 'constructor' : (code.name?.getText() ?? '');
  return signatures
    .map(
      (signature) => `${words.join('')}${isFunction ? 'function ' : ''}${name}${signatureText(signature)}; `,
    )
    .join('');
}

function signatureText(signature: Signature): string {
  const parameters = signature.parameters.map((each) => each.getText()).join(', ');
  return `${typeParameters(signature)}(${parameters})${signature.type ? `: ${signature.type.getText()}` : ''}`;
}

/** The type parameters of a declaration with their brackets; nothing if it has none. */
export function typeParameters({
  typeParameters: declared,
}: ts.SignatureDeclaration | ts.ClassDeclaration): string {
  return declared ? `<${declared.map((each) => each.getText()).join(', ')}>` : '';
}

function typeOfParameter(type: ts.ParameterDeclaration, code: ts.ParameterDeclaration): string {
  if (!type.type) return '';
  const text = type.type.getText();
  if (!type.questionToken || code.initializer) return `: ${text}`;
  return ts.isIdentifier(code.name) ? `?: ${text}` : `: ${text} | undefined`;
}

/** Parameters that are declared although the code does without them. */
function furtherParameters(code: Code, declared: readonly ts.ParameterDeclaration[]): string {
  const { parameters } = code;
  if (parameters.some(({ dotDotDotToken }) => dotDotDotToken)) return '';
  const further = declared.slice(parameters.length).map((each, i) => {
    const [dots, type] = [each.dotDotDotToken ? '...' : '', each.type?.getText() ?? 'any'];
    return `${dots}unused${i}${dots === '' ? '?' : ''}: ${type}`;
  });
  if (further.length === 0) return '';
  return (parameters.length > 0 && !parameters.hasTrailingComma ? ', ' : '') + further.join(', ');
}

/** True for members of the class itself. */
export function isStatic(node: ts.Node): boolean {
  return hasModifier(node, ts.SyntaxKind.StaticKeyword);
}
