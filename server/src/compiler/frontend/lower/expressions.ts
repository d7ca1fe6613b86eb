// Expressions: what each kind of syntax computes. Order of evaluation is JavaScript's: left to right, each once.
import { classOfSymbol } from '../class-names.ts';
import { fail } from '../diagnostics.ts';
import { showsGaps } from '../gapped-arrays.ts';
import { repTitle } from '../object-layout.ts';
import { classRep } from '../object-types.ts';
import type { Rep } from '../reps.ts';
import { booleanRep, nullRep, numberRep, stringRep, undefinedRep } from '../reps.ts';
import { isGivenAway, isValueOfResult } from '../tested-values.ts';
import { isAssignmentOperator, skipParentheses, ts } from '../typescript.ts';
import { makeOfAny } from './any-classes.ts';
import { lowerArrayLiteral, lowerNewArray, lowerNewTypedArray } from './arrays.ts';
import { askedConstant } from './asked-constants.ts';
import { lowerAssertion } from './assertions.ts';
import { lowerAssignment, lowerStep } from './assignments.ts';
import { builtinFunction } from './builtin-functions.ts';
import { callValue, lowerCall } from './calls.ts';
import { staticFunction } from './captures.ts';
import { lowerConditional, lowerLogical } from './choices.ts';
import { classFactory } from './class-factories.ts';
import { compareClasses } from './class-values.ts';
import { classWanted, lowerClassDeclaration, lowerNewObject, thisValue } from './classes.ts';
import { collectionRep } from './collections.ts';
import { consoleObject } from './console-object.ts';
import { convert, isPresent, toBoolean, unwrapped } from './conversions.ts';
import { lowerAwait, lowerYield } from './coroutines.ts';
import { lowerDelete } from './dictionaries.ts';
import { enumObject } from './enums.ts';
import type { FunctionLowering } from './function.ts';
import { functionValue } from './function-values.ts';
import { lowerNewHandle } from './handles.ts';
import { callLibrary } from './library-calls.ts';
import { lowerIn } from './membership.ts';
import { givesAway, nameIn } from './names.ts';
import { namespaceObject } from './namespace-objects.ts';
import { lowerInstanceOf, narrowed } from './narrowing.ts';
import { lowerObjectLiteral } from './objects.ts';
import { absentKind, binaryOperation, takesPrimitives, unaryOperation } from './operators.ts';
import { isWholeChain, lowerOptionalChain } from './optional-chains.ts';
import { lowerOperand } from './primitive-values.ts';
import { lowerElement, lowerProperty } from './properties.ts';
import { classNamed } from './static-members.ts';
import { lowerTemplate } from './strings.ts';
import { lowerTaggedTemplate } from './tagged-templates.ts';
import { lowerUnitComparison } from './unit-comparisons.ts';
import { perhapsUnset } from './unset-values.ts';
import { instOf, type Value } from './value.ts';

const K = ts.SyntaxKind;

/** Lowers an expression and converts its value, as an assignment does. */
export function lowerTo(fn: FunctionLowering, node: ts.Expression, rep: Rep): Value {
  return convert(fn, lowerExpression(fn, node, rep), rep, node);
}

/**
 * Lowers an expression. `expected` is what its context wants: array literals, callbacks and the like take it on
 * where they may; the value still has to be converted.
 */
export function lowerExpression(fn: FunctionLowering, node: ts.Expression, expected?: Rep): Value {
  if (isWholeChain(node)) return lowerOptionalChain(fn, node, () => lowerPart(fn, node, expected));
  return lowerPart(fn, node, expected);
}

function lowerPart(fn: FunctionLowering, node: ts.Expression, expected?: Rep): Value {
  const { b } = fn;
  switch (node.kind) {
    case K.NumericLiteral:
      return numericLiteral(fn, node as ts.NumericLiteral);
    case K.StringLiteral:
    case K.NoSubstitutionTemplateLiteral:
      return fn.text((node as ts.StringLiteralLike).text);
    case K.TrueKeyword:
      return { rep: booleanRep, inst: b.iconst(1) };
    case K.FalseKeyword:
      return { rep: booleanRep, inst: b.iconst(0) };
    case K.NullKeyword:
      return { rep: nullRep, inst: b.nullRef() };
    case K.Identifier:
      return lowerIdentifier(fn, node as ts.Identifier, expected);
    case K.ThisKeyword: {
      const ofStatic = fn.self ? undefined : classNamed(node, fn);
      return ofStatic ? classFactory(fn, ofStatic, node, expected) : thisValue(fn, node);
    }
    case K.ParenthesizedExpression:
      return lowerExpression(fn, (node as ts.ParenthesizedExpression).expression, expected);
    case K.NonNullExpression: {
      const { expression } = node as ts.NonNullExpression;
      const value = lowerExpression(fn, expression, expected);
      // `values[0]!` in generic code means that there is an element, which may be null if that is what T stands for.
      const isOfParameter = fn.checker.getTypeAtLocation(expression).flags & ts.TypeFlags.TypeParameter;
      const isTaken =
        (expected?.kind === 'any' && isValueOfResult(node)) ||
        (expected?.kind === 'optional' &&
          (isOfParameter ||
            ((isGivenAway(node) || isValueOfResult(node)) && expected.absent === absentKind(value.rep))));
      return isTaken ? value : requirePresent(fn, value, node);
    }
    case K.AsExpression:
    case K.SatisfiesExpression:
    case K.TypeAssertionExpression:
      return lowerAssertion(
        fn,
        node as ts.AsExpression | ts.SatisfiesExpression | ts.TypeAssertion,
        expected,
      );
    case K.PrefixUnaryExpression:
      return lowerPrefix(fn, node as ts.PrefixUnaryExpression);
    case K.PostfixUnaryExpression:
      return lowerStep(fn, node as ts.PostfixUnaryExpression, false);
    case K.BinaryExpression:
      return lowerBinary(fn, node as ts.BinaryExpression, expected);
    case K.ConditionalExpression:
      return lowerConditional(fn, node as ts.ConditionalExpression, expected);
    case K.CallExpression:
      return lowerCall(fn, node as ts.CallExpression, expected);
    case K.NewExpression:
      return lowerNew(fn, node as ts.NewExpression, expected);
    case K.PropertyAccessExpression:
      return lowerProperty(fn, node as ts.PropertyAccessExpression, expected);
    case K.ElementAccessExpression:
      return lowerElement(fn, node as ts.ElementAccessExpression, expected);
    case K.ArrayLiteralExpression:
      return lowerArrayLiteral(fn, node as ts.ArrayLiteralExpression, expected);
    case K.TemplateExpression:
      return lowerTemplate(fn, node as ts.TemplateExpression);
    case K.ArrowFunction:
    case K.FunctionExpression:
      return functionValue(fn, node as ts.ArrowFunction | ts.FunctionExpression, node, expected);
    case K.TypeOfExpression:
      return lowerTypeOf(fn, node as ts.TypeOfExpression);
    case K.VoidExpression:
      lowerExpression(fn, (node as ts.VoidExpression).expression);
      return { rep: undefinedRep, inst: b.nullRef() };
    case K.ObjectLiteralExpression:
      return lowerObjectLiteral(fn, node as ts.ObjectLiteralExpression, expected);
    case K.RegularExpressionLiteral:
      return fail(node, 'GN1001', 'a regular expression');
    case K.BigIntLiteral:
      return fail(node, 'GN1001', 'bigint');
    case K.AwaitExpression:
      return lowerAwait(fn, node as ts.AwaitExpression);
    case K.YieldExpression:
      return lowerYield(fn, node as ts.YieldExpression);
    case K.ClassExpression:
      lowerClassDeclaration(fn, node as ts.ClassExpression);
      return classFactory(fn, node as ts.ClassExpression, node as ts.Expression, expected);
    case K.ExpressionWithTypeArguments:
      // `Box<string>` as a value.
      return lowerExpression(fn, (node as ts.ExpressionWithTypeArguments).expression, fn.repAt(node));
    case K.DeleteExpression:
      return lowerDelete(fn, node as ts.DeleteExpression);
    case K.TaggedTemplateExpression:
      return lowerTaggedTemplate(fn, node as ts.TaggedTemplateExpression, expected);
    case K.SpreadElement:
      return fail(node, 'GN1001', 'spreading here');
    default:
      return fail(node, 'GN1001', `this expression (${ts.SyntaxKind[node.kind]})`);
  }
}

function numericLiteral(fn: FunctionLowering, node: ts.NumericLiteral): Value {
  const value = Number(node.text);
  const isInteger = Number.isInteger(value) && Math.abs(value) < 2 ** 31;
  return { rep: numberRep, inst: fn.b.dconst(value), literal: isInteger ? 'integer' : 'real' };
}

export function lowerIdentifier(fn: FunctionLowering, node: ts.Identifier, expected?: Rep): Value {
  const symbol = fn.symbolAt(node);
  if (symbol.flags & ts.SymbolFlags.ValueModule && !givesAway(fn.checker, symbol))
    return namespaceObject(fn, symbol, node);
  if (node.text === 'undefined' && !symbol.valueDeclaration)
    return { rep: undefinedRep, inst: fn.b.nullRef() };
  const target = staticFunction(symbol);
  if (target) {
    fn.module.dependOnFunction(fn, symbol, target);
    return functionValue(fn, target, node, expected);
  }
  if (node.text === 'NaN' || node.text === 'Infinity') {
    const declaration = symbol.valueDeclaration;
    if (declaration?.getSourceFile().isDeclarationFile) {
      return {
        rep: numberRep,
        inst: fn.b.dconst(node.text === 'NaN' ? Number.NaN : Number.POSITIVE_INFINITY),
      };
    }
  }
  if (symbol.flags & ts.SymbolFlags.Enum) return enumObject(fn, symbol, node);
  const declaration = classOfSymbol(symbol);
  if (declaration) return classFactory(fn, declaration, node, expected);
  if (symbol.valueDeclaration?.getSourceFile().isDeclarationFile && node.text === 'console')
    return consoleObject(fn, node, expected);
  if (symbol.valueDeclaration?.getSourceFile().isDeclarationFile)
    return builtinFunction(fn, node, expected) ?? fail(node, 'GN1004', `'${node.text}'`);
  if (showsGaps(fn.checker, node))
    fail(node, 'GN1001', `more than to index '${node.text}', which may have gaps,`);
  const value = fn.read(fn.binding(symbol, node));
  return askedConstant(fn, value, symbol, node, expected) ?? perhapsUnset(fn, value, symbol, node);
}

/** `x!`: traps where there is nothing, instead of going on with a value that is none. */
export function requirePresent(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  if (value.rep.kind !== 'optional') return value;
  fn.within(node, () => fn.b.check(isPresent(fn, value), 'nullReference'));
  return unwrapped(value);
}

function lowerPrefix(fn: FunctionLowering, node: ts.PrefixUnaryExpression): Value {
  const { operator } = node;
  if (operator === K.PlusPlusToken || operator === K.MinusMinusToken) return lowerStep(fn, node, true);
  if (operator !== K.ExclamationToken) {
    const operand = lowerOperand(fn, node.operand);
    return fn.within(node, () => unaryOperation(fn, operator, operand, node));
  }
  const operand = lowerExpression(fn, node.operand);
  const inst = fn.b.op('ixor', toBoolean(fn, operand, node), fn.b.iconst(1));
  return { rep: booleanRep, inst };
}

function lowerBinary(fn: FunctionLowering, node: ts.BinaryExpression, expected?: Rep): Value {
  const operator = node.operatorToken.kind;
  if (isAssignmentOperator(operator)) return lowerAssignment(fn, node);
  switch (operator) {
    case K.CommaToken:
      lowerExpression(fn, node.left);
      return lowerExpression(fn, node.right, expected);
    case K.AmpersandAmpersandToken:
    case K.BarBarToken:
    case K.QuestionQuestionToken:
      return lowerLogical(fn, node, expected);
    case K.InstanceOfKeyword:
      return lowerInstanceOf(fn, node);
    case K.InKeyword:
      return lowerIn(fn, node);
    case K.EqualsEqualsToken:
    case K.EqualsEqualsEqualsToken:
    case K.ExclamationEqualsToken:
    case K.ExclamationEqualsEqualsToken:
      return compareClasses(fn, node) ?? lowerOperation(fn, node);
    default:
      return lowerOperation(fn, node);
  }
}

function lowerOperation(fn: FunctionLowering, node: ts.BinaryExpression): Value {
  const ofUnits = lowerUnitComparison(fn, node);
  if (ofUnits) return ofUnits;
  const isOnPrimitives = takesPrimitives(node.operatorToken.kind);
  const left = isOnPrimitives ? lowerOperand(fn, node.left) : lowerExpression(fn, node.left);
  const right = isOnPrimitives ? lowerOperand(fn, node.right) : lowerExpression(fn, node.right);
  return fn.within(node, () => binaryOperation(fn, node.operatorToken.kind, left, right, node));
}

function lowerNew(fn: FunctionLowering, node: ts.NewExpression, expected?: Rep): Value {
  const type = fn.checker.getTypeAtLocation(node);
  if (ts.isIdentifier(node.expression) && node.expression.text === 'Array')
    return lowerNewArray(fn, node, expected);
  const rep = fn.tryRepOf(type);
  const callee = skipParentheses(node.expression);
  if (ts.isClassExpression(callee) && rep?.kind === 'object') {
    lowerClassDeclaration(fn, callee);
    return lowerNewObject(fn, rep, node);
  }
  if (isClassValue(fn, node.expression)) {
    const callee = lowerExpression(fn, node.expression);
    if (callee.rep.kind === 'any') return narrowed(fn, makeOfAny(fn, node, callee), node);
    return narrowed(fn, callValue(fn, node, callee, node.arguments ?? []), node);
  }
  if (rep?.kind === 'typedArray') return lowerNewTypedArray(fn, rep, node);
  if (rep?.kind === 'handle') return lowerNewHandle(fn, rep, node);
  const inherited = node.expression.kind === K.ThisKeyword ? classNamed(node.expression, fn) : undefined;
  const own = inherited && classRep(fn.checker, inherited, [], fn.substitution);
  if (own) return lowerNewObject(fn, own, node);
  if (rep?.kind === 'object')
    return lowerNewObject(fn, classWanted(fn, collectionRep(rep, expected), expected), node);
  return fail(node, 'GN1001', `'new ${node.expression.getText()}'`);
}

/** True for a variable, parameter or property that holds a class, and for what gives one. */
function isClassValue(fn: FunctionLowering, node: ts.Expression): boolean {
  if (classNamed(node, fn)) return false;
  const name = nameIn(fn.checker, node);
  return !name || fn.symbolAt(name).valueDeclaration?.getSourceFile().isDeclarationFile !== true;
}

/** typeof on types that are known: the operand is still evaluated. */
function lowerTypeOf(fn: FunctionLowering, node: ts.TypeOfExpression): Value {
  if (classNamed(node.expression, fn)) return fn.text('function');
  const value = lowerExpression(fn, node.expression);
  const name = (rep: Rep): string => {
    switch (rep.kind) {
      case 'int':
      case 'float':
      case 'number':
        return 'number';
      case 'boolean':
      case 'string':
      case 'function':
        return rep.kind;
      case 'undefined':
      case 'void':
        return 'undefined';
      default:
        return 'object';
    }
  };
  if (value.rep.kind === 'any') return callLibrary(fn, 'any_typeof', [value], node);
  if (value.rep.kind === 'either') fail(node, 'GN1002', repTitle(value.rep));
  if (value.rep.kind !== 'optional') return fn.text(name(value.rep));
  const inner = fn.text(name(value.rep.of));
  const inst = fn.b.select(
    isPresent(fn, value),
    instOf(inner),
    instOf(fn.text(value.rep.absent === 'null' ? 'object' : 'undefined')),
  );
  return { rep: stringRep, inst };
}
