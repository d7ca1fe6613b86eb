// Operators on values: arithmetic by the definitions of `int`, `float` and `number`, comparisons, bit operations.
import type { Inst } from '../../ir/ir.ts';
import type { FloatCondition, IntCondition, Op } from '../../ir/ops.ts';
import { fail } from '../diagnostics.ts';
import { repTitle } from '../object-layout.ts';
import type { Rep } from '../reps.ts';
import { booleanRep, floatRep, intRep, isNothing, isNumeric, numberRep, stringRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { isAbsent, toAny } from './any.ts';
import { choose, isPresent, toFloat, toInt, toInt32, toNumber, unwrapped } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { functionOrigin } from './function-identity.ts';
import { callLibrary } from './library-calls.ts';
import { power } from './math.ts';
import { numberOf } from './number-methods.ts';
import { primitiveOf } from './primitive-values.ts';
import { toText } from './strings.ts';
import { compareTexts } from './text-comparisons.ts';
import { constantOf, instOf, type Value } from './value.ts';

const K = ts.SyntaxKind;

/** What an arithmetic operation on two numbers computes in; literals adapt to the other side. */
type Domain = 'int' | 'float' | 'number' | 'integerLiteral' | 'realLiteral';

function domainOf(value: Value, node: ts.Node): Domain {
  if (value.literal) return value.literal === 'integer' ? 'integerLiteral' : 'realLiteral';
  if (value.rep.kind === 'int' || value.rep.kind === 'float' || value.rep.kind === 'number')
    return value.rep.kind;
  if (value.rep.kind === 'optional' || isNothing(value.rep)) fail(node, 'GN1005', 'the operand');
  return fail(node, 'GN2004', repTitle(value.rep), 'number');
}

function joinDomains(a: Domain, b: Domain): Domain {
  const either = (x: Domain, y: Domain) => (a === x && b === y) || (a === y && b === x);
  if (a === b) return a;
  if (either('int', 'integerLiteral')) return 'int';
  if (either('float', 'int') || either('float', 'integerLiteral') || either('float', 'realLiteral'))
    return 'float';
  if (either('integerLiteral', 'realLiteral')) return 'realLiteral';
  return 'number';
}

/** The representation of a choice between two values (`?:`, `||`), or undefined if they have none in common. */
export function commonRep(a: Value, b: Value): Rep | undefined {
  if (isNumeric(a.rep) && isNumeric(b.rep)) {
    const as = (value: Value): Domain =>
      value.literal
        ? value.literal === 'integer'
          ? 'integerLiteral'
          : 'realLiteral'
        : (value.rep as { kind: Domain }).kind;
    const domain = joinDomains(as(a), as(b));
    return domain === 'int' ? intRep : domain === 'float' ? floatRep : numberRep;
  }
  return undefined;
}

const integerOps: Partial<Record<ts.SyntaxKind, Op>> = {
  [K.PlusToken]: 'iadd',
  [K.MinusToken]: 'isub',
  [K.AsteriskToken]: 'imul',
};

const singleOps: Partial<Record<ts.SyntaxKind, Op>> = {
  [K.PlusToken]: 'fadd',
  [K.MinusToken]: 'fsub',
  [K.AsteriskToken]: 'fmul',
  [K.SlashToken]: 'fdiv',
};

const doubleOps: Partial<Record<ts.SyntaxKind, Op>> = {
  [K.PlusToken]: 'dadd',
  [K.MinusToken]: 'dsub',
  [K.AsteriskToken]: 'dmul',
  [K.SlashToken]: 'ddiv',
  [K.PercentToken]: 'drem',
};

const bitOps: Partial<Record<ts.SyntaxKind, Op>> = {
  [K.AmpersandToken]: 'iand',
  [K.BarToken]: 'ior',
  [K.CaretToken]: 'ixor',
  [K.LessThanLessThanToken]: 'ishl',
  [K.GreaterThanGreaterThanToken]: 'ishr',
};

/** A binary operation without short circuit or assignment, on operands that are computed already. */
export function binaryOperation(
  fn: FunctionLowering,
  operator: ts.SyntaxKind,
  first: Value,
  second: Value,
  node: ts.Node,
): Value {
  const isOnPrimitives = takesPrimitives(operator);
  const left = isOnPrimitives ? primitiveOf(fn, first, node) : first;
  const right = isOnPrimitives ? primitiveOf(fn, second, node) : second;
  if (isArithmeticOfAny(left, right, operator)) return operationOnAny(fn, operator, left, right, node);
  switch (operator) {
    case K.PlusToken:
      if (left.rep.kind === 'string' || right.rep.kind === 'string')
        return concatenate(fn, left, right, node);
      return arithmetic(fn, operator, left, right, node);
    case K.MinusToken:
    case K.AsteriskToken:
    case K.SlashToken:
    case K.PercentToken:
      return arithmetic(fn, operator, left, right, node);
    case K.AsteriskAsteriskToken:
      return exponentiation(fn, left, right, node);
    case K.AmpersandToken:
    case K.BarToken:
    case K.CaretToken:
    case K.LessThanLessThanToken:
    case K.GreaterThanGreaterThanToken:
    case K.GreaterThanGreaterThanGreaterThanToken:
      return bitOperation(fn, operator, left, right, node);
    case K.LessThanToken:
    case K.LessThanEqualsToken:
    case K.GreaterThanToken:
    case K.GreaterThanEqualsToken:
    case K.EqualsEqualsToken:
    case K.EqualsEqualsEqualsToken:
    case K.ExclamationEqualsToken:
    case K.ExclamationEqualsEqualsToken:
      return { rep: booleanRep, inst: comparison(fn, conditionOf(operator), left, right, node) };
    default:
      return fail(node, 'GN1001', `the operator '${ts.tokenToString(operator) ?? '?'}'`);
  }
}

const arithmeticOperators = new Set([
  K.PlusToken,
  K.MinusToken,
  K.AsteriskToken,
  K.SlashToken,
  K.PercentToken,
  K.AsteriskAsteriskToken,
  K.AmpersandToken,
  K.BarToken,
  K.CaretToken,
  K.LessThanLessThanToken,
  K.GreaterThanGreaterThanToken,
  K.GreaterThanGreaterThanGreaterThanToken,
]);

const orderOperators: ReadonlySet<ts.SyntaxKind> = new Set([
  K.LessThanToken,
  K.LessThanEqualsToken,
  K.GreaterThanToken,
  K.GreaterThanEqualsToken,
]);

/** True for operators that take objects for what `valueOf` gives. */
export function takesPrimitives(operator: ts.SyntaxKind): boolean {
  return arithmeticOperators.has(operator as ts.BinaryOperator) || orderOperators.has(operator);
}

function isArithmeticOfAny(left: Value, right: Value, operator: ts.SyntaxKind): boolean {
  if (left.rep.kind !== 'any' && right.rep.kind !== 'any') return false;
  // Beside a text, it is known what `+` does.
  const isText = left.rep.kind === 'string' || right.rep.kind === 'string';
  return arithmeticOperators.has(operator as ts.BinaryOperator) && !(operator === K.PlusToken && isText);
}

/** Arithmetic with values of type `any`: what `+` does follows from them, all else is done with numbers. */
function operationOnAny(
  fn: FunctionLowering,
  operator: ts.SyntaxKind,
  left: Value,
  right: Value,
  node: ts.Node,
): Value {
  if (operator === K.PlusToken) {
    return callLibrary(fn, 'any_sum', [toAny(fn, left, node), toAny(fn, right, node)], node);
  }
  return binaryOperation(fn, operator, numberIfAny(fn, left, node), numberIfAny(fn, right, node), node);
}

/** A value of type `any` as a number; others as they are. */
function numberIfAny(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  return value.rep.kind === 'any' ? callLibrary(fn, 'number_fromAny', [value], node) : value;
}

/** The condition that a comparison operator asks for. */
export function conditionOf(operator: ts.SyntaxKind): Condition {
  switch (operator) {
    case K.LessThanToken:
      return 'lt';
    case K.LessThanEqualsToken:
      return 'le';
    case K.GreaterThanToken:
      return 'gt';
    case K.GreaterThanEqualsToken:
      return 'ge';
    case K.ExclamationEqualsToken:
    case K.ExclamationEqualsEqualsToken:
      return 'ne';
    default:
      return 'eq';
  }
}

function concatenate(fn: FunctionLowering, left: Value, right: Value, node: ts.Node): Value {
  if (left.text !== undefined && right.text !== undefined) return fn.text(left.text + right.text);
  const a = toText(fn, left, node);
  const b = toText(fn, right, node);
  return { rep: stringRep, inst: fn.b.helper('gn_str_concat', a, b) };
}

/** `+ - * / %` on numbers. */
function arithmetic(
  fn: FunctionLowering,
  operator: ts.SyntaxKind,
  left: Value,
  right: Value,
  node: ts.Node,
): Value {
  const domain = joinDomains(domainOf(left, node), domainOf(right, node));
  const { b } = fn;
  if (domain === 'int') {
    const op = integerOps[operator];
    if (op) return { rep: intRep, inst: b.op(op, intOperand(fn, left, node), intOperand(fn, right, node)) };
    const inst = b.op(doubleOps[operator]!, toNumber(fn, left, node), toNumber(fn, right, node));
    return { rep: numberRep, inst, quotient: operator === K.SlashToken };
  }
  if (domain === 'float') {
    const op = singleOps[operator];
    if (op) return { rep: floatRep, inst: b.op(op, toFloat(fn, left, node), toFloat(fn, right, node)) };
    // The remainder of two singles is a single, so computing it in double is exact. That of an int is not one.
    const [x, y] = [left, right].map((value) => b.op('f2d', toFloat(fn, value, node)));
    const inst = b.op('drem', x!, y!);
    return { rep: floatRep, inst: b.op('d2f', inst) };
  }
  const inst = b.op(doubleOps[operator]!, toNumber(fn, left, node), toNumber(fn, right, node));
  const quotient = operator === K.SlashToken && left.rep.kind !== 'float' && right.rep.kind !== 'float';
  if (domain === 'number') return { rep: numberRep, inst, quotient };
  const literal =
    domain === 'realLiteral' || operator === K.SlashToken || operator === K.PercentToken ? 'real' : 'integer';
  return { rep: numberRep, inst, literal };
}

/** An operand of integer arithmetic: literals modulo 2^32. */
function intOperand(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  const constant = constantOf(value);
  return constant === undefined ? toInt32(fn, value, node) : fn.b.iconst(constant | 0);
}

function exponentiation(fn: FunctionLowering, left: Value, right: Value, node: ts.Node): Value {
  domainOf(left, node);
  domainOf(right, node);
  const inst = power(fn, toNumber(fn, left, node), toNumber(fn, right, node), node);
  return { rep: numberRep, inst };
}

function bitOperation(
  fn: FunctionLowering,
  operator: ts.SyntaxKind,
  left: Value,
  right: Value,
  node: ts.Node,
): Value {
  const domain = joinDomains(domainOf(left, node), domainOf(right, node));
  const a = toInt32(fn, left, node);
  const b = toInt32(fn, right, node);
  if (operator === K.GreaterThanGreaterThanGreaterThanToken) {
    return { rep: numberRep, inst: fn.b.op('u2d', fn.b.op('iushr', a, b)) };
  }
  const inst = fn.b.op(bitOps[operator]!, a, b);
  return domain === 'int' ? { rep: intRep, inst } : { rep: numberRep, inst: fn.b.op('i2d', inst) };
}

export type Condition = Extract<IntCondition & FloatCondition, string>;

/** `<`, `===` and the like: 1 or 0. */
export function comparison(
  fn: FunctionLowering,
  condition: Condition,
  left: Value,
  right: Value,
  node: ts.Node,
): Inst {
  const a = left.rep.kind;
  const b = right.rep.kind;
  if (isNumeric(left.rep) && isNumeric(right.rep)) return compareNumbers(fn, condition, left, right, node);
  if (a === 'string' && b === 'string') return compareTexts(fn, condition, left, right);
  if (a === 'boolean' && b === 'boolean') return fn.b.icmp(condition, instOf(left), instOf(right));
  if (a === 'handle' && b === 'handle') return fn.b.icmp(condition, instOf(left), instOf(right));
  if (a === 'any' || b === 'any') return compareAny(fn, condition, left, right, node);
  if (condition !== 'eq' && condition !== 'ne') {
    const kinds = [absentKind(left.rep), absentKind(right.rep)];
    const mayLack = kinds.includes('undefined') && !kinds.includes('null');
    if (!mayLack || isNothing(left.rep) || isNothing(right.rep))
      return fail(node, 'GN1007', repTitle(left.rep), repTitle(right.rep));
    // Undefined is neither less nor greater than anything.
    const areThere = fn.b.op('iand', isPresent(fn, left), isPresent(fn, right));
    const compared = () => comparison(fn, condition, unwrapped(left), unwrapped(right), node);
    return choose(fn, areThere, compared, () => fn.b.iconst(0));
  }
  return equality(fn, condition, left, right, node);
}

function compareNumbers(
  fn: FunctionLowering,
  condition: Condition,
  left: Value,
  right: Value,
  node: ts.Node,
): Inst {
  const { b } = fn;
  // Two constants are compared by the builder.
  const isKnown = constantOf(left) !== undefined && constantOf(right) !== undefined;
  if (!isKnown && exactInt(left) && exactInt(right)) {
    return b.icmp(condition, toInt(fn, left, node), toInt(fn, right, node));
  }
  if (left.rep.kind === 'float' && fitsFloat(right)) {
    return b.fcmp(condition, instOf(left), toFloat(fn, right, node));
  }
  if (right.rep.kind === 'float' && fitsFloat(left)) {
    return b.fcmp(condition, toFloat(fn, left, node), instOf(right));
  }
  return b.dcmp(condition, toNumber(fn, left, node), toNumber(fn, right, node));
}

/** True if the value is an int, was made from one, or is a constant that is one. */
function exactInt(value: Value): boolean {
  const constant = constantOf(value);
  return (
    value.rep.kind === 'int' ||
    value.inst?.op === 'i2d' ||
    (constant !== undefined && (constant | 0) === constant)
  );
}

/** True if the value is a single, or a constant that is one. */
function fitsFloat(value: Value): boolean {
  const constant = constantOf(value);
  return value.rep.kind === 'float' || (constant !== undefined && Math.fround(constant) === constant);
}

/** A comparison with what may be anything: `<` and the like take numbers or texts. */
function compareAny(
  fn: FunctionLowering,
  condition: Condition,
  left: Value,
  right: Value,
  node: ts.Node,
): Inst {
  if (condition !== 'eq' && condition !== 'ne') {
    if (isNumeric(left.rep) || isNumeric(right.rep))
      return comparison(fn, condition, numberIfAny(fn, left, node), numberIfAny(fn, right, node), node);
    const isSwapped = condition === 'gt' || condition === 'ge';
    const [first, second] = isSwapped ? [right, left] : [left, right];
    const order = callLibrary(fn, 'any_compare', [toAny(fn, first, node), toAny(fn, second, node)], node);
    return fn.b.icmp(condition === 'lt' || condition === 'gt' ? 'lt' : 'le', instOf(order), fn.b.iconst(0));
  }
  const equal = equalsAny(fn, left, right, node);
  return condition === 'eq' ? equal : fn.b.op('ixor', equal, fn.b.iconst(1));
}

function equalsAny(fn: FunctionLowering, left: Value, right: Value, node: ts.Node): Inst {
  const [value, nothing] = isNothing(left.rep) ? [right, left.rep] : [left, right.rep];
  if (nothing.kind !== 'undefined' && nothing.kind !== 'null') {
    const equals = isLoose(node) ? 'any_looselyEquals' : 'any_equals';
    return instOf(callLibrary(fn, equals, [toAny(fn, left, node), toAny(fn, right, node)], node));
  }
  if (!isLoose(node)) return isAbsent(fn, value, nothing.kind);
  return fn.b.op('ior', isAbsent(fn, value, 'null'), isAbsent(fn, value, 'undefined'));
}

/** True for `==` and `!=`, by which null and undefined are equal. */
function isLoose(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return kind === K.EqualsEqualsToken || kind === K.ExclamationEqualsToken;
}

/** What there is where there is no value; undefined for what always has one. */
export function absentKind(rep: Rep): 'undefined' | 'null' | undefined {
  if (rep.kind === 'optional') return rep.absent;
  return isNothing(rep) ? (rep.kind === 'null' ? 'null' : 'undefined') : undefined;
}

/** `===` and `!==` where a side may be undefined, and on references. */
function equality(
  fn: FunctionLowering,
  condition: 'eq' | 'ne',
  left: Value,
  right: Value,
  node: ts.Node,
): Inst {
  const { b } = fn;
  const negated = (inst: Inst) => (condition === 'ne' ? b.op('ixor', inst, b.iconst(1)) : inst);
  // By ===, null and undefined are not equal.
  const areAlike = isLoose(node) || absentKind(left.rep) === absentKind(right.rep);
  if (isNothing(left.rep) && isNothing(right.rep)) return negated(b.iconst(areAlike ? 1 : 0));
  if (isNothing(left.rep) || isNothing(right.rep)) {
    if (!areAlike) return negated(b.iconst(0));
    const there = isPresent(fn, isNothing(left.rep) ? right : left);
    return condition === 'ne' ? there : b.op('ixor', there, b.iconst(1));
  }
  if (left.rep.kind === 'optional' || right.rep.kind === 'optional') {
    const x = unwrapped(left);
    const y = unwrapped(right);
    const xThere = isPresent(fn, left);
    const yThere = isPresent(fn, right);
    const isAlways = (there: Inst) => there.op === 'iconst' && there.imm === 1;
    const never = () => b.iconst(0);
    // Each side has a test of its own: where one is found missing, a jump leads past the comparison.
    const compared = () => comparison(fn, 'eq', x, y, node);
    const ifThere = () => (isAlways(yThere) ? compared() : choose(fn, yThere, compared, never));
    const ifMissing = areAlike && !isAlways(yThere) ? () => b.op('ixor', yThere, b.iconst(1)) : never;
    const equal = isAlways(xThere) ? ifThere() : choose(fn, xThere, ifThere, ifMissing);
    return negated(equal);
  }
  if (left.rep.kind === 'function' && right.rep.kind === 'function')
    return b.icmp(condition, functionOrigin(fn, left, node), functionOrigin(fn, right, node));
  const x = left.inst;
  const y = right.inst;
  if (x?.type === 'ref' && y?.type === 'ref' && left.rep.kind === right.rep.kind)
    return b.rcmp(condition, x, y);
  // Such as `(x as unknown) === true` where x is a number.
  return negated(equalsAny(fn, left, right, node));
}

/** `x + 1` and `x - 1` for `++` and `--`. */
export function step(fn: FunctionLowering, operator: ts.SyntaxKind, value: Value, node: ts.Node): Value {
  const token = operator === K.PlusPlusToken ? K.PlusToken : K.MinusToken;
  const one: Value = { rep: numberRep, inst: fn.b.dconst(1), literal: 'integer' };
  return binaryOperation(fn, token, value, one, node);
}

/** `-x`, `+x`, `~x`. */
export function unaryOperation(
  fn: FunctionLowering,
  operator: ts.SyntaxKind,
  operand: Value,
  node: ts.Node,
): Value {
  const { b } = fn;
  const { rep } = operand;
  if (!isNumeric(rep)) return unaryOperation(fn, operator, numberOf(fn, operand, node), node);
  switch (operator) {
    case K.MinusToken: {
      const domain = domainOf(operand, node);
      if (domain === 'int') return { rep: intRep, inst: b.op('isub', b.iconst(0), instOf(operand)) };
      if (domain === 'float') return { rep: floatRep, inst: b.op('fneg', instOf(operand)) };
      const inst = b.op('dneg', toNumber(fn, operand, node));
      return operand.literal ? { rep, inst, literal: operand.literal } : { rep, inst };
    }
    case K.TildeToken: {
      const domain = domainOf(operand, node);
      const inst = b.op('ixor', toInt32(fn, operand, node), b.iconst(-1));
      return domain === 'int' ? { rep: intRep, inst } : { rep: numberRep, inst: b.op('i2d', inst) };
    }
    case K.PlusToken:
      domainOf(operand, node);
      return operand;
    default:
      return fail(node, 'GN1001', `the operator '${ts.tokenToString(operator) ?? '?'}'`);
  }
}
