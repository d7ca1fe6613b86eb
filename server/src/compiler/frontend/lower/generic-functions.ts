// Functions with type parameters of literals: which of them an object has, and how they find what is around them.

import { genericElement } from '../generic-properties.ts';
import { matchTypes } from '../matched-types.ts';
import { memberName } from '../member-names.ts';
import type { ObjectLayout } from '../object-layout.ts';
import { classRep, layoutsOfLiteral } from '../object-types.ts';
import { tryRepOfType } from '../rep-of-type.ts';
import type { Rep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { type FunctionNode, literalOfThis } from './captures.ts';
import { withCapturesOf } from './class-captures.ts';
import type { FunctionLowering } from './function.ts';
import { asThis } from './objects.ts';
import { instOf, type Value } from './value.ts';

/** Does something while the variables around a function, and `this` in it, are what an object of its literal has. */
export function onLiteral<T>(
  fn: FunctionLowering,
  target: FunctionNode,
  receiver: Value,
  action: () => T,
): T {
  const literal = literalOfThis(target);
  const call = () => (literal ? asThis(fn, literal, receiver, action) : action());
  return receiver.rep.kind === 'object'
    ? withCapturesOf(fn, receiver.rep.layout, instOf(receiver), call)
    : call();
}

/** A function of a literal, and a layout of the literal's objects. */
export interface LiteralFunction {
  readonly layout: ObjectLayout;
  readonly method: FunctionNode;
}

/** The functions with type parameters of that name that literals of the program have. */
export function literalFunctions(fn: FunctionLowering, name: string): LiteralFunction[] {
  return literalsWith(fn, name).flatMap(({ literal, method }) =>
    layoutsOfLiteral(fn.checker, literal).map((layout) => ({ layout, method })),
  );
}

/**
 * Finds the layouts of generic classes and literals whose objects are ones of an interface, for objects that older cells
 * have made.
 */
export function findImplementations(fn: FunctionLowering, type: ts.Type, name: string): void {
  const { checker, module } = fn;
  for (const { literal } of literalsWith(fn, name)) {
    const context = checker.getContextualType(literal);
    const given = context && argumentsFor(fn, context, type);
    if (given && given.size > 0) tryRepOfType(checker, checker.getTypeAtLocation(literal), given);
  }
  for (const declaration of module.world.families.classes) {
    const parameters = declaration.typeParameters?.map((each) => checker.getSymbolAtLocation(each.name));
    for (const each of parameters ? implementedBy(checker, declaration) : []) {
      const given = argumentsFor(fn, each, type);
      if (given.size > 0)
        classRep(
          checker,
          declaration,
          parameters!.map((symbol) => symbol && given.get(symbol)),
        );
    }
  }
}

/** What the type parameters in a type stand for where it is another one. */
function argumentsFor(fn: FunctionLowering, declared: ts.Type, type: ts.Type): Map<ts.Symbol, Rep> {
  const given = new Map<ts.Symbol, Rep>();
  matchTypes(fn.checker, declared, type, {
    found: (symbol, each) => {
      const rep = fn.tryRepOf(each);
      if (rep) given.set(symbol, rep);
    },
  });
  return given;
}

function implementedBy(checker: ts.TypeChecker, { heritageClauses }: ts.ClassLikeDeclaration): ts.Type[] {
  const clause = heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ImplementsKeyword);
  return clause?.types.map((each) => checker.getTypeFromTypeNode(each)) ?? [];
}

function literalsWith({ checker, module }: FunctionLowering, name: string) {
  return module.world.families.files.flatMap(literalsIn).flatMap((literal) => {
    const element = literal.properties.find((each) => each.name && memberName(each.name, checker) === name);
    const method = element && genericElement(checker, element);
    return method ? [{ literal, method }] : [];
  });
}

const literals = new WeakMap<ts.SourceFile, readonly ts.ObjectLiteralExpression[]>();

function literalsIn(file: ts.SourceFile): readonly ts.ObjectLiteralExpression[] {
  const known = literals.get(file);
  if (known) return known;
  const found: ts.ObjectLiteralExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  literals.set(file, found);
  return found;
}
