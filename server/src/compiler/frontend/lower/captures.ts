// Which variables of enclosing functions each nested function uses, and which of them need a place in the heap
// because they change while functions hold them.

import { classOfSymbol, isGlobalClass } from '../class-names.ts';
import { isTopLevel } from '../namespaces.ts';
import { hasNoThis, isOfLiteral, isOfProperty } from '../parameters.ts';
import { isAssignmentOperator, skipParentheses, ts } from '../typescript.ts';
import { classAround, classOfStaticThis } from './classes.ts';
import { closingLoops, loopsOf, mustClose, setClosing } from './closing-loops.ts';
import { isLocalStatic, localStaticNames, localStaticOf } from './local-statics.ts';
import { isSeenTwice, isUsedAsValue } from './value-uses.ts';

/** A function with parameters and a body in the source. */
export type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.AccessorDeclaration;

export function isFunctionNode(node: ts.Node): node is FunctionNode {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isAccessor(node)
  );
}

/**
 * A part of a function that is compiled as a function of its own: statements whose exceptions are caught (try.ts). Of
 * `try ... catch ... finally` it is the whole but for the last part, and in it the first part; of a loop over what has to
 * be told that it ends, all but what it goes over.
 */
export type ProtectedNode = ts.TryStatement | ts.Block | ts.ForOfStatement;

/** A part of a function that is compiled as a function of its own: protected, or the body of a coroutine, or a cell. */
export type PartNode = ProtectedNode | ts.ConciseBody | ts.SourceFile;

/** What has variables of its own and may capture those around it. */
export type ScopeNode = FunctionNode | PartNode;

export function isProtected(node: ts.Node): node is ProtectedNode {
  if (ts.isTryStatement(node)) return Boolean(node.catchClause && node.finallyBlock);
  if (ts.isForOfStatement(node)) return closingLoops.has(node);
  return ts.isBlock(node) && ts.isTryStatement(node.parent) && node.parent.tryBlock === node;
}

export function isPart(node: ts.Node): node is PartNode {
  return isProtected(node) || isCoroutineBody(node) || ts.isSourceFile(node);
}

/** True for functions that wait in the middle: asynchronous ones and generators. */
export function isCoroutine(node: FunctionNode): boolean {
  return isAsync(node) || node.asteriskToken !== undefined;
}

export function isAsync(node: FunctionNode): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false;
}

/** True for `this`, `super` and `new.target`. */
export function standsForThis({ kind }: ts.Node): boolean {
  return (
    kind === ts.SyntaxKind.ThisKeyword ||
    kind === ts.SyntaxKind.SuperKeyword ||
    kind === ts.SyntaxKind.MetaProperty
  );
}

/** The body of such a function runs apart from its parameters. */
function isCoroutineBody(node: ts.Node): node is ts.ConciseBody {
  const { parent } = node;
  return parent && isFunctionNode(parent) && parent.body === node && isCoroutine(parent);
}

export function isScope(node: ts.Node): node is ScopeNode {
  return isFunctionNode(node) || (isPart(node) && !ts.isSourceFile(node));
}

/** True for methods and accessors of object literals, which capture the object that they are made for. */
export function isLiteralMethod(node: ts.Node): node is LiteralMethod {
  return (ts.isMethodDeclaration(node) || ts.isAccessor(node)) && ts.isObjectLiteralExpression(node.parent);
}

export type LiteralMethod = ts.MethodDeclaration | ts.AccessorDeclaration;

/** The literal whose object is `this` in a function: in its methods, and in `name: function () { ... }`. */
export function literalOfThis(node: ts.Node): ts.ObjectLiteralExpression | undefined {
  if (isLiteralMethod(node)) return node.parent as ts.ObjectLiteralExpression;
  if (!isOfLiteral(node) || hasNoThis(node as ts.FunctionExpression)) return undefined;
  return node.parent.parent as ts.ObjectLiteralExpression;
}

/** What stands for the object that is `this` in a function: such a literal, or the function itself that a property is given. */
export function ownerOfThis(node: ts.Node): ts.ObjectLiteralExpression | ts.FunctionExpression | undefined {
  return literalOfThis(node) ?? (isOfProperty(node) && !hasNoThis(node) ? node : undefined);
}

/** The function whose code a name stands for: a function declaration, or a `const` that is a function. */
export function staticFunction(symbol: ts.Symbol): FunctionNode | undefined {
  for (const declaration of symbol.declarations ?? []) {
    if (ts.isFunctionDeclaration(declaration) && declaration.body) return declaration;
    // The name that a function expression has for itself.
    if (ts.isFunctionExpression(declaration)) return declaration;
    if (
      ts.isVariableDeclaration(declaration) &&
      declaration.initializer &&
      ts.isIdentifier(declaration.name) &&
      ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const
    ) {
      const value = skipParentheses(declaration.initializer);
      if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return value;
    }
    if (ts.isExportAssignment(declaration)) {
      const value = skipParentheses(declaration.expression);
      if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return value;
    }
  }
  return undefined;
}

/** The declaration of one variable: of a list, or a name in a pattern. */
export type VariableNode = (ts.VariableDeclaration | ts.BindingElement) & { readonly name: ts.Identifier };

/** What a variable at the top level is declared by: `export default 42` declares one without a name. */
export type GlobalNode = VariableNode | ts.ExportAssignment;

export function isVariableNode(node: ts.Node): node is VariableNode {
  return (ts.isVariableDeclaration(node) || ts.isBindingElement(node)) && ts.isIdentifier(node.name);
}

/** True if a declaration is in the global scope. */
export function isGlobalDeclaration(declaration: ts.Declaration): boolean {
  let node: ts.Node = declaration;
  while (ts.isBindingElement(node)) node = node.parent.parent;
  if (ts.isVariableDeclaration(node)) {
    const list = node.parent;
    return (
      ts.isVariableDeclarationList(list) &&
      ts.isVariableStatement(list.parent) &&
      isTopLevel(list.parent.parent)
    );
  }
  return isTopLevel(node.parent);
}

/** The innermost scope around a node, or its file. */
function enclosingScope(node: ts.Node): ts.Node {
  let child = node;
  let current = node.parent;
  while (!(isCapturing(current) && !isOutside(current, child)) && !ts.isSourceFile(current)) {
    child = current;
    current = current.parent;
  }
  return current;
}

/** True for the `finally` of a statement, and for what a loop goes over: those are not protected by it. */
function isOutside(node: ts.Node, child: ts.Node): boolean {
  if (ts.isForOfStatement(node)) return node.expression === child;
  return ts.isTryStatement(node) && node.finallyBlock === child;
}

/** What captures variables: objects of a class inside of a function hold what its members use. */
type Capturing = ScopeNode | ts.ClassLikeDeclaration;

function isCapturing(node: ts.Node): node is Capturing {
  return isScope(node) || (ts.isClassLike(node) && !isGlobalClass(node));
}

/** A function by whose name there are values: the name, and where it is used so, with the scopes around that. */
interface NamedValues {
  readonly symbol: ts.Symbol;
  readonly uses: { readonly node: ts.Identifier; readonly scopes: readonly Capturing[] }[];
}

interface Uses {
  readonly node: Capturing;
  readonly variables: Set<ts.Symbol>;
  readonly functions: Set<Capturing>;
}

/** Analyses of files that have not changed outlive the program that they were made in. */
const analyses = new WeakMap<ts.SourceFile, Captures>();

/** The analysis of a file. */
export function capturesOf(checker: ts.TypeChecker, file: ts.SourceFile): Captures {
  let result = analyses.get(file);
  if (!result?.isOf(checker)) {
    result = new Captures(checker, file);
    analyses.set(file, result);
  }
  return result;
}

/** The analysis of one source file. */
export class Captures {
  private readonly uses = new Map<Capturing, Uses>();
  private readonly captured = new Set<ts.Symbol>();
  private readonly assigned = new Set<ts.Symbol>();
  private readonly early = new Set<ts.Symbol>();
  private readonly hoisted = new Set<ts.Symbol>();
  private readonly values = new Map<FunctionNode, NamedValues>();
  private readonly kept = new Map<FunctionNode, NamedValues>();
  private readonly loops: readonly ts.ForOfStatement[];
  private readonly staticNames: ReadonlySet<string>;
  private checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker, file: ts.SourceFile) {
    this.checker = checker;
    this.loops = loopsOf(file);
    this.staticNames = localStaticNames(file);
    for (const loop of this.loops) setClosing(loop, mustClose(checker, loop.expression));
    this.walk(file, []);
    this.propagate();
    this.hoistVariables();
    if (this.keepValues()) this.propagate();
  }

  /** True if the analysis holds for a program: what its loops go over may depend on other files. */
  isOf(checker: ts.TypeChecker): boolean {
    if (this.checker === checker) return true;
    const holds = this.loops.every((loop) => closingLoops.has(loop) === mustClose(checker, loop.expression));
    if (holds) this.checker = checker;
    return holds;
  }

  /**
   * The variables of enclosing scopes that a function, protected part or class and what it refers to use, in order of use.
   * A static member may also use those of the class that it is called as one of.
   */
  of(node: Capturing, staticThis?: ts.ClassLikeDeclaration): readonly ts.Symbol[] {
    const own = this.uses.get(node)?.variables ?? [];
    const others = (staticThis && this.uses.get(staticThis)?.variables) ?? [];
    return [...new Set([...own, ...others])];
  }

  /** True if the variable changes after a function may have captured it: it lives in a box in the heap. */
  isBoxed(symbol: ts.Symbol): boolean {
    return this.captured.has(symbol) && (this.assigned.has(symbol) || this.early.has(symbol));
  }

  /** True if a function that captures the variable is a value before the declaration runs: its box is there before. */
  isHoisted(symbol: ts.Symbol): boolean {
    return this.hoisted.has(symbol);
  }

  /** True if the variable is assigned anywhere beside its declaration. */
  isAssigned(symbol: ts.Symbol): boolean {
    return this.assigned.has(symbol);
  }

  /**
   * The name of a function that is one value as long as the block is around which declares it: a variable keeps the
   * value (kept-functions.ts). Undefined for functions that capture nothing, and where only one is made anyway.
   */
  keptName(node: FunctionNode): ts.Symbol | undefined {
    return this.kept.get(node)?.symbol;
  }

  /** Where the name of such a function is used as a value. */
  usesOf(node: FunctionNode): readonly ts.Identifier[] {
    return this.kept.get(node)?.uses.map((use) => use.node) ?? [];
  }

  /** True if a function can be made where it begins to exist: all that it captures is there before. */
  canBeMadeAtOnce(node: FunctionNode): boolean {
    if (this.keptName(node)?.valueDeclaration === node && ts.isFunctionExpression(node)) return false;
    const limit = ts.isFunctionDeclaration(node) ? node.parent.pos : node.pos;
    return this.of(node).every((symbol) => {
      const declaration = symbol.valueDeclaration;
      const isVariable = declaration && isVariableNode(declaration) && !staticFunction(symbol);
      return !isVariable || declaration.end <= limit;
    });
  }

  private walk(node: ts.Node, scopes: readonly Capturing[]): void {
    let inside = scopes;
    if (isCapturing(node)) {
      this.uses.set(node, { node, variables: new Set(), functions: new Set() });
      inside = [...scopes, node];
    }
    // Also where a name is the whole body of an asynchronous function.
    if (ts.isIdentifier(node)) {
      this.use(node, inside);
      return;
    }
    if (standsForThis(node)) this.useThis(node, inside);
    const property = localStaticOf(this.checker, node, this.staticNames);
    if (property) {
      this.useVariable(property, property.valueDeclaration!, inside);
      this.assigned.add(property);
    }
    // The class that another extends is an expression.
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    ts.forEachChild(node, (child) => this.walk(child, isOutside(node, child) ? scopes : inside));
  }

  private use(node: ts.Identifier, scopes: readonly Capturing[]): void {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) return;
    if (ts.isBindingElement(parent) && parent.propertyName === node) return;
    const symbol = ts.isShorthandPropertyAssignment(parent)
      ? this.checker.getShorthandAssignmentValueSymbol(parent)
      : this.checker.getSymbolAtLocation(node);
    const declaration = symbol?.valueDeclaration;
    if (!symbol || !declaration || isGlobalDeclaration(declaration)) return;
    // What a mixin extends follows from the type of the parameter.
    if (ts.isExpressionWithTypeArguments(parent) && isMixinBase(this.checker, parent)) return;
    if (isWriteTarget(node)) this.assigned.add(symbol);
    const called = staticFunction(symbol);
    if (called && isUsedAsValue(this.checker, node)) this.noteValue(called, symbol, node, scopes);
    if (scopes.length === 0) return;
    const target = called ?? classOfSymbol(symbol);
    if (target) {
      for (const inner of scopes) this.uses.get(inner)?.functions.add(target);
      return;
    }
    if (
      !ts.isVariableDeclaration(declaration) &&
      !ts.isParameter(declaration) &&
      !ts.isBindingElement(declaration)
    ) {
      return;
    }
    this.useVariable(symbol, declaration, scopes);
  }

  private useVariable(symbol: ts.Symbol, declaration: ts.Declaration, scopes: readonly Capturing[]): void {
    const home = enclosingScope(placeOf(declaration));
    const index = scopes.indexOf(home as Capturing);
    const inner = scopes.slice(index + 1);
    if (inner.length === 0) return;
    this.captured.add(symbol);
    for (const each of inner) this.uses.get(each)?.variables.add(symbol);
    // A function that exists before the variable has its value would hold nothing.
    const outermost = inner[0];
    const isVar =
      ts.isVariableDeclaration(declaration) &&
      !(ts.getCombinedNodeFlags(declaration) & (ts.NodeFlags.Let | ts.NodeFlags.Const));
    if (isVar || (outermost && !ts.isParameter(declaration) && outermost.pos < declaration.end)) {
      this.early.add(symbol);
    }
  }

  private noteValue(
    target: FunctionNode,
    symbol: ts.Symbol,
    node: ts.Identifier,
    scopes: readonly Capturing[],
  ): void {
    const known = this.values.get(target);
    // A function expression that a constant holds may have a name of its own: the constant is known everywhere.
    const isInner = ts.isFunctionExpression(symbol.valueDeclaration!);
    const values =
      known && (isInner || known.symbol === symbol) ? known : { symbol, uses: known?.uses ?? [] };
    values.uses.push({ node, scopes });
    this.values.set(target, values);
  }

  /** Functions that are declared at the end of a block may be given away before what they capture is declared. */
  private hoistVariables(): void {
    for (const [target, { uses }] of this.values) {
      const first = Math.min(...uses.map(({ node }) => node.pos));
      for (const symbol of ts.isFunctionDeclaration(target) ? this.of(target) : []) {
        const declaration = symbol.valueDeclaration;
        if (!declaration || !ts.isVariableDeclaration(declaration) || declaration.end <= first) continue;
        if (staticFunction(symbol) || !ts.isVariableStatement(declaration.parent.parent)) continue;
        this.early.add(symbol);
        this.hoisted.add(symbol);
      }
    }
  }

  /** Finds the functions whose values are kept, which those who use them capture; true if there are any. */
  private keepValues(): boolean {
    for (const [target, values] of this.values) {
      const declaration = values.symbol.valueDeclaration!;
      if (this.of(target).length === 0) continue;
      const nodes = values.uses.map((use) => use.node);
      if (isSeenTwice(declaration, nodes)) this.kept.set(target, values);
    }
    for (const { symbol, uses } of this.kept.values()) {
      const home = enclosingScope(symbol.valueDeclaration!);
      for (const { scopes } of uses) {
        const inner = scopes.slice(scopes.indexOf(home as Capturing) + 1);
        for (const each of inner) this.uses.get(each)?.variables.add(symbol);
        if (inner.length === 0) continue;
        this.captured.add(symbol);
        this.early.add(symbol);
      }
    }
    return this.kept.size > 0;
  }

  /**
   * Arrow functions and protected parts have the `this` of the method around them: the class stands for it. A static member
   * refers to the class.
   */
  private useThis(node: ts.Node, scopes: readonly Capturing[]): void {
    const own = classOfStaticThis(node);
    if (own && isCapturing(own)) for (const inner of scopes) this.uses.get(inner)?.functions.add(own);
    const symbol = classAround(this.checker, node);
    if (!symbol) return;
    for (const each of [...scopes].reverse()) {
      const isMethod = ownerOfThis(each) !== undefined;
      if (!isMethod && !hasOuterThis(each)) return;
      this.uses.get(each)?.variables.add(symbol);
      if (isMethod) return;
    }
  }

  /** What a function needs, whoever refers to it needs too, unless it declares it itself. */
  private propagate(): void {
    for (let changed = true; changed; ) {
      changed = false;
      for (const { node, variables, functions } of this.uses.values()) {
        for (const target of functions) {
          for (const symbol of this.uses.get(target)?.variables ?? []) {
            const declaration = symbol.valueDeclaration;
            if (!declaration || variables.has(symbol) || isHome(node, declaration)) continue;
            const isThis = ts.isClassLike(declaration) || isOwnerOfThis(declaration);
            if (isThis && !hasOuterThis(node)) continue;
            variables.add(symbol);
            this.captured.add(symbol);
            // The value of a function that is kept comes later than what captures it.
            if (staticFunction(symbol)) this.early.add(symbol);
            changed = true;
          }
        }
      }
    }
  }
}

/** True for `Base` in `class extends Base`, where its type is a type parameter. */
function isMixinBase(
  checker: ts.TypeChecker,
  { parent, expression }: ts.ExpressionWithTypeArguments,
): boolean {
  return (
    ts.isHeritageClause(parent) &&
    (checker.getTypeAtLocation(expression).flags & ts.TypeFlags.TypeParameter) !== 0
  );
}

/** Where the name that is declared is known: that of a function around it, too; a static property where its class is. */
function placeOf(declaration: ts.Declaration): ts.Node {
  return isFunctionNode(declaration) || isLocalStatic(declaration) ? declaration.parent : declaration;
}

const isOwnerOfThis = (node: ts.Node) => ts.isObjectLiteralExpression(node) || isOfProperty(node);

/** True if a variable is declared inside of a scope, and so not captured by it; a class captures its own static properties. */
function isHome(node: Capturing, declaration: ts.Declaration): boolean {
  const place = placeOf(declaration);
  return contains(node, place) && !(isLocalStatic(declaration) && node === place);
}

function hasOuterThis(node: Capturing): boolean {
  return ts.isArrowFunction(node) || isPart(node);
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  for (let node: ts.Node | undefined = inner; node; node = node.parent) if (node === outer) return true;
  return false;
}

/** True for `x` in `x = ...`, `x += ...`, `x++`, `for (x of ...)`, and in patterns in the place of `x`. */
export function isWriteTarget(node: ts.Identifier): boolean {
  let inner: ts.Node = node;
  let { parent }: ts.Node = node;
  while (isAround(parent, inner)) {
    inner = parent;
    parent = parent.parent;
  }
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    return parent.left === inner && isAssignmentOperator(kind);
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return (
      parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken
    );
  }
  return (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.initializer === inner;
}

/** True if what is assigned to the outer node may be assigned to the inner one. */
function isAround(outer: ts.Node, inner: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(outer) ||
    ts.isNonNullExpression(outer) ||
    ts.isSpreadElement(outer) ||
    ts.isArrayLiteralExpression(outer) ||
    ts.isObjectLiteralExpression(outer) ||
    ts.isSpreadAssignment(outer) ||
    (ts.isShorthandPropertyAssignment(outer) && outer.name === inner) ||
    (ts.isPropertyAssignment(outer) && outer.initializer === inner)
  );
}
