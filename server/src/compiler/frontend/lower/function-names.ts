// What functions and classes are as values: their kind and their name by JavaScript's rules, as the console shows them.
import type { FunctionKind, ShownFunction } from '../../ir/ir.ts';
import { classOfSymbol, isDefaultExport, parentClassesOf } from '../class-names.ts';
import { isThisParameter } from '../parameters.ts';
import { ts } from '../typescript.ts';
import type { FunctionNode } from './captures.ts';
import { isInLibrary } from './globals.ts';

const K = ts.SyntaxKind;

export function shownFunction(
  checker: ts.TypeChecker,
  node: FunctionNode | ts.ClassLikeDeclaration,
): ShownFunction {
  if (!ts.isClassLike(node)) {
    const kind = kindOf(node);
    if (!isInLibrary(node))
      return { kind, name: givenName(node), parameters: parametersBeforeDefaults(node) };
    const hasRest = node.parameters.some(({ dotDotDotToken }) => dotDotDotToken);
    return { kind, name: libraryName(node), ...(hasRest ? {} : { parameters: node.parameters.length }) };
  }
  const parent = node.heritageClauses?.find(({ token }) => token === K.ExtendsKeyword)?.types[0]?.expression;
  const name = givenName(node);
  // Those of JavaScript are functions.
  if (isInLibrary(node)) return { kind: 'function', name };
  if (!parent) return { kind: 'class', name };
  const declaration = classOfSymbol(checker.getSymbolAtLocation(parent)) ?? parentClassesOf(checker, node)[0];
  return { kind: 'class', name, parent: declaration ? givenName(declaration) : parent.getText() };
}

/** What the `length` of a function counts. */
export function parametersBeforeDefaults(node: ts.SignatureDeclaration): number {
  const parameters = node.parameters.filter((each) => !isThisParameter(each));
  const end = parameters.findIndex(({ initializer, dotDotDotToken }) => initializer ?? dotDotDotToken);
  return end < 0 ? parameters.length : end;
}

function kindOf(node: FunctionNode): FunctionKind {
  const isAsync = ts.getCombinedModifierFlags(node as ts.Declaration) & ts.ModifierFlags.Async;
  const isGenerator = 'asteriskToken' in node && node.asteriskToken !== undefined;
  if (isGenerator) return isAsync ? 'asyncGenerator' : 'generator';
  return isAsync ? 'async' : 'function';
}

/** Functions of the library as values are in lib/function-values.ts by their names: `value_Math_max_all` is `max`. */
function libraryName({ name }: FunctionNode): string {
  const text = name?.getText() ?? '';
  const form = text.startsWith('value_console_') ? /(_all|\d+)$/ : /_all$/;
  return text.replace(form, '').replace(/^value_(.*_)?/, '');
}

/** A function's own name, or that of the variable, property or parameter that it is the value of. */
function givenName(node: ts.Node & { readonly name?: ts.Node | undefined }): string {
  if (node.name) return textOf(node.name);
  const { value, parent } = taker(node);
  if (ts.isBinaryExpression(parent)) {
    const isTaken = parent.right === value && names.has(parent.operatorToken.kind);
    return isTaken && ts.isIdentifier(parent.left) ? parent.left.text : '';
  }
  if (ts.isExportAssignment(parent) || isDefaultExport(node)) return 'default';
  if (ts.isShorthandPropertyAssignment(parent)) return parent.name.text;
  // What a namespace exports is a property of it.
  if (ts.isVariableDeclaration(parent) && isOfNamespace(parent)) return '';
  const isNamed =
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent);
  return isNamed && parent.initializer === value ? textOf(parent.name) : '';
}

const isOfNamespace = ({ parent }: ts.VariableDeclaration) =>
  ts.isVariableStatement(parent.parent) &&
  ts.isModuleBlock(parent.parent.parent) &&
  parent.parent.modifiers?.some(({ kind }) => kind === K.ExportKeyword) === true;

const names: ReadonlySet<ts.SyntaxKind> = new Set([
  K.EqualsToken,
  K.QuestionQuestionEqualsToken,
  K.BarBarEqualsToken,
  K.AmpersandAmpersandEqualsToken,
]);

/** What takes the value of an expression, parentheses and what only the checker sees left out. */
function taker(node: ts.Node): { readonly value: ts.Node; readonly parent: ts.Node } {
  let value = node;
  while (
    ts.isParenthesizedExpression(value.parent) ||
    ts.isAsExpression(value.parent) ||
    ts.isSatisfiesExpression(value.parent) ||
    ts.isNonNullExpression(value.parent)
  )
    value = value.parent;
  return { value, parent: value.parent };
}

/** A name; patterns are none. */
function textOf(name: ts.Node): string {
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) return name.text;
  if (ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text;
  if (!ts.isComputedPropertyName(name)) return '';
  const key = name.expression;
  if (ts.isStringLiteralLike(key) || ts.isNumericLiteral(key)) return key.text;
  return ts.isPropertyAccessExpression(key) ? `[${key.getText()}]` : '';
}
