// Types of members, written into classes of JavaScript.

import { isAssignmentOperator, ts } from '../typescript.ts';
import { annotateFunction, isStatic, overloads, typeParameters } from './signatures.ts';
import type { TextEdits } from './text-edits.ts';

type Method = ts.MethodDeclaration | ts.ConstructorDeclaration;

/** Writes what a declaration says of a class into its code, and declares the properties that its code assigns. */
export function annotateClass(
  edits: TextEdits,
  code: ts.ClassLikeDeclaration,
  type: ts.ClassDeclaration,
): void {
  const children = code.getChildren();
  const keyword = children.find(({ kind }) => kind === ts.SyntaxKind.ClassKeyword)!;
  const brace = children.find(({ kind }) => kind === ts.SyntaxKind.OpenBraceToken)!;
  edits.insert(code.name?.end ?? keyword.end, typeParameters(type));
  annotateParent(edits, code, type);
  edits.insert(brace.end, furtherProperties(code, type));
  for (const member of code.members) annotateMember(edits, member, membersLike(member, type));
}

function annotateParent(edits: TextEdits, code: ts.ClassLikeDeclaration, type: ts.ClassDeclaration): void {
  const [parent, declared] = [parentOf(code), parentOf(type)];
  if (!parent || !declared?.typeArguments) return;
  edits.insert(parent.end, `<${declared.typeArguments.map((each) => each.getText()).join(', ')}>`);
}

function parentOf({ heritageClauses }: ts.ClassLikeDeclaration): ts.ExpressionWithTypeArguments | undefined {
  return heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
}

function annotateMember(edits: TextEdits, member: ts.ClassElement, types: readonly ts.ClassElement[]): void {
  const [type] = types;
  if (ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member)) {
    const signatures = types.filter((each): each is Method => each.kind === member.kind);
    if (signatures.length === 1) annotateFunction(edits, member, signatures[0]!);
    else edits.insert(member.getStart(), overloads(member, signatures));
  } else if (ts.isPropertyDeclaration(member)) {
    if (!member.type) edits.insert(member.name.end, typeOfProperty(type));
  } else if (ts.isGetAccessor(member)) {
    const close = member.getChildren().find(({ kind }) => kind === ts.SyntaxKind.CloseParenToken)!;
    edits.insert(close.end, typeOfProperty(type).replace('?', ''));
  } else if (ts.isSetAccessor(member)) {
    edits.insert(member.parameters[0]!.name.end, typeOfProperty(type).replace('?', ''));
  }
}

/** The declared members with the name of one in the code. */
function membersLike(member: ts.ClassElement, type: ts.ClassDeclaration): ts.ClassElement[] {
  return type.members.filter(
    (each) => nameOf(each) === nameOf(member) && isStatic(each) === isStatic(member),
  );
}

function nameOf(member: ts.ClassElement): string | undefined {
  return ts.isConstructorDeclaration(member) ? 'constructor' : member.name?.getText();
}

/** The annotation for a property or an accessor; nothing if its type is not declared. */
function typeOfProperty(declared: ts.ClassElement | undefined): string {
  if (!declared) return '';
  if (ts.isSetAccessor(declared)) return annotation('', declared.parameters[0]?.type);
  if (ts.isGetAccessor(declared)) return annotation('', declared.type);
  if (!ts.isPropertyDeclaration(declared)) return '';
  return annotation(declared.questionToken ? '?' : '', declared.type);
}

function annotation(mark: string, type: ts.TypeNode | undefined): string {
  return type ? `${mark}: ${type.getText()}` : '';
}

/**
 * Declarations of the properties that methods assign to `this`, in the order in which they first do, and of those that are
 * left to others.
 */
function furtherProperties(code: ts.ClassLikeDeclaration, type: ts.ClassDeclaration): string {
  const isConstructor = (member: ts.ClassElement) => ts.isConstructorDeclaration(member);
  const inOrder = [
    ...code.members.filter(isConstructor),
    ...code.members.filter((each) => !isConstructor(each)),
  ];
  const assigned = inOrder.filter((each) => !isStatic(each)).flatMap((each) => assignedIn(each));
  const properties = type.members.filter((each) => ts.isPropertyDeclaration(each) && !isStatic(each));
  const declared = new Map(properties.map((each) => [nameOf(each) ?? '', each]));
  const names = new Set([...assigned, ...declared.keys()]);
  for (const member of code.members) names.delete(nameOf(member) ?? '');
  return [...names].map((name) => ` ${name}${typeOfProperty(declared.get(name))};`).join('');
}

/** Names of the properties of `this` that code assigns. */
function assignedIn(node: ts.Node): string[] {
  const names: string[] = [];
  const visit = (inner: ts.Node): void => {
    if (
      ts.isBinaryExpression(inner) &&
      isAssignmentOperator(inner.operatorToken.kind) &&
      ts.isPropertyAccessExpression(inner.left) &&
      inner.left.expression.kind === ts.SyntaxKind.ThisKeyword &&
      ts.isIdentifier(inner.left.name)
    ) {
      names.push(inner.left.name.text);
    }
    const hasOwnThis =
      ts.isFunctionDeclaration(inner) || ts.isFunctionExpression(inner) || ts.isClassLike(inner);
    if (!hasOwnThis) ts.forEachChild(inner, visit);
  };
  visit(node);
  return names;
}
