// The definitions of `int` and `float` as a rewriting of TypeScript for Node: what a program means, said a second
// time and independently of the compiler. Every operation on `int` gets its `| 0`, every one on `float` its
// Math.fround, every conversion to `int` its check; the rest of the program stays as it is.
import ts from 'typescript';

/** What an expression is by the language's definition (literals adapt to the other operand). */
type Kind = 'int' | 'float' | 'number' | 'integerLiteral' | 'literal' | 'other';

const prelude = `
declare const rep: unique symbol;
type float = number & { readonly [rep]?: 'int' | 'float' };
type int = number & { readonly [rep]?: 'int' };
declare function delay(ms: number): void;
declare function millis(): number;
declare function micros(): number;
declare function setTimeout(f: (value: void) => void, ms?: number): int;
declare function setTimeout<A extends any[]>(f: (...args: A) => void, ms: number, ...args: A): int;
declare function setInterval(f: (value: void) => void, ms?: number): int;
declare function setInterval<A extends any[]>(f: (...args: A) => void, ms: number, ...args: A): int;
declare function clearTimeout(id?: int): void;
declare function clearInterval(id?: int): void;
declare const performance: { now(): number };
declare function queueMicrotask(f: () => void): void;
interface Console {
  log(...v: unknown[]): void; error(...v: unknown[]): void; warn(...v: unknown[]): void;
  info(...v: unknown[]): void; debug(...v: unknown[]): void; dir(v: unknown): void;
  table(data: unknown, columns?: readonly string[]): void; assert(condition?: boolean, ...v: unknown[]): void;
  count(label?: string): void; countReset(label?: string): void;
  group(...v: unknown[]): void; groupCollapsed(...v: unknown[]): void; groupEnd(): void;
  time(label?: string): void; timeEnd(label?: string): void; timeLog(label?: string, ...v: unknown[]): void;
}
declare const console: Console;
`;

const libraryCache = new Map<string, ts.SourceFile | undefined>();

/** JavaScript that does in Node what the program means. Throws an Error with the messages of type errors. */
export function translateForNode(program: string): string {
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.es2024.string.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const files = new Map([
    ['prelude.d.ts', prelude],
    ['program.ts', program],
  ]);
  const fromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
    if (!libraryCache.has(name)) libraryCache.set(name, fromDisk(name, ...rest));
    return libraryCache.get(name);
  };
  const root = ts.createProgram([...files.keys()], options, host);
  const source = root.getSourceFile('program.ts')!;
  const problems = [...root.getSyntacticDiagnostics(source), ...root.getSemanticDiagnostics(source)];
  if (problems.length > 0) {
    throw new Error(problems.map((d) => ts.flattenDiagnosticMessageText(d.messageText, '\n')).join('\n'));
  }
  const rewritten = ts.transform(source, [rewriter(root.getTypeChecker())]).transformed[0]!;
  const text = ts.createPrinter().printFile(rewritten);
  return ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022 } }).outputText;
}

function rewriter(checker: ts.TypeChecker): ts.TransformerFactory<ts.SourceFile> {
  const f = ts.factory;

  function kindOfType(type: ts.Type | undefined): Kind {
    if (!type) return 'other';
    // A value that may be absent is what it is otherwise.
    const brand = checker
      .getNonNullableType(type)
      .getProperties()
      .find((p) => p.name.startsWith('__@rep'));
    if (brand) {
      const values = checker.typeToString(checker.getNonNullableType(checker.getTypeOfSymbol(brand)));
      return values.includes('float') ? 'float' : 'int';
    }
    return type.flags & ts.TypeFlags.NumberLike ? 'number' : 'other';
  }

  function kindOf(node: ts.Expression): Kind {
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return kindOf(node.expression);
    if (ts.isNumericLiteral(node)) {
      const value = Number(node.text);
      return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'integerLiteral' : 'literal';
    }
    if (ts.isPrefixUnaryExpression(node)) {
      if (node.operator === ts.SyntaxKind.ExclamationToken) return 'other';
      const operand = kindOf(node.operand);
      return node.operator === ts.SyntaxKind.TildeToken && operand !== 'int' ? 'number' : operand;
    }
    if (ts.isPostfixUnaryExpression(node)) return kindOf(node.operand);
    if (ts.isConditionalExpression(node)) return join(kindOf(node.whenTrue), kindOf(node.whenFalse));
    if (ts.isBinaryExpression(node)) return kindOfBinary(node);
    return kindOfType(checker.getTypeAtLocation(node));
  }

  /** The kind of an arithmetic result or of a choice between two values. */
  function join(a: Kind, b: Kind): Kind {
    const either = (x: Kind, y: Kind) => (a === x && b === y) || (a === y && b === x);
    if (a === b) return a;
    if (either('int', 'integerLiteral')) return 'int';
    if (either('float', 'int') || either('float', 'integerLiteral') || either('float', 'literal'))
      return 'float';
    if (either('integerLiteral', 'literal')) return 'literal';
    return a === 'other' || b === 'other' ? 'other' : 'number';
  }

  function kindOfBinary(node: ts.BinaryExpression): Kind {
    const result = checker.getTypeAtLocation(node);
    if (!(result.flags & ts.TypeFlags.NumberLike) && kindOfType(result) === 'other') return 'other';
    const operator = baseOperator(node.operatorToken.kind);
    if (operator === ts.SyntaxKind.EqualsToken) return kindOf(node.left);
    if (operator === ts.SyntaxKind.CommaToken) return kindOf(node.right);
    const both = join(kindOf(node.left), kindOf(node.right));
    switch (operator) {
      case ts.SyntaxKind.PlusToken:
      case ts.SyntaxKind.MinusToken:
      case ts.SyntaxKind.AsteriskToken:
        return both;
      case ts.SyntaxKind.SlashToken:
      case ts.SyntaxKind.PercentToken:
        return both === 'float'
          ? 'float'
          : both === 'literal' || both === 'integerLiteral'
            ? 'literal'
            : 'number';
      case ts.SyntaxKind.AmpersandToken:
      case ts.SyntaxKind.BarToken:
      case ts.SyntaxKind.CaretToken:
      case ts.SyntaxKind.LessThanLessThanToken:
      case ts.SyntaxKind.GreaterThanGreaterThanToken:
        return both === 'int' ? 'int' : 'number';
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.BarBarToken:
      case ts.SyntaxKind.AmpersandAmpersandToken:
        return both;
      default:
        return 'number';
    }
  }

  const call = (name: string, ...args: ts.Expression[]) =>
    f.createCallExpression(f.createIdentifier(name), undefined, args);

  /** The operation with its operands already rewritten, rounded as its kind demands. */
  function operation(
    kind: Kind,
    operator: ts.BinaryOperator,
    left: ts.Expression,
    right: ts.Expression,
  ): ts.Expression {
    if (kind === 'int' && operator === ts.SyntaxKind.AsteriskToken) return call('Math.imul', left, right);
    const plain = f.createParenthesizedExpression(f.createBinaryExpression(left, operator, right));
    if (kind === 'int')
      return f.createParenthesizedExpression(
        f.createBinaryExpression(plain, ts.SyntaxKind.BarToken, f.createNumericLiteral(0)),
      );
    return kind === 'float' ? call('Math.fround', plain) : plain;
  }

  /** Rewritten expression, converted to the kind that its context wants. */
  function converted(from: Kind, to: Kind, expression: ts.Expression): ts.Expression {
    if (to === 'int' && from !== 'int') return call('__toInt', expression);
    if (to === 'float' && from !== 'float') return call('Math.fround', expression);
    return expression;
  }

  return (context) => (file) => {
    const visit = (node: ts.Node): ts.Node => {
      if (isPropertyName(node)) return node;
      if (!ts.isExpression(node)) return ts.visitEachChild(node, visit, context);
      const rewritten = expression(node);
      const wanted = kindOfType(checker.getContextualType(node));
      return wanted === 'int' || wanted === 'float' ? converted(kindOf(node), wanted, rewritten) : rewritten;
    };
    const inner = (node: ts.Expression) => ts.visitNode(node, visit) as ts.Expression;

    function expression(node: ts.Expression): ts.Expression {
      if (ts.isBinaryExpression(node)) return binary(node);
      if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && isStep(node.operator)) {
        const kind = kindOf(node.operand);
        if (kind !== 'int' && kind !== 'float') return ts.visitEachChild(node, visit, context);
        return step(node, kind);
      }
      if (
        ts.isPrefixUnaryExpression(node) &&
        node.operator === ts.SyntaxKind.MinusToken &&
        kindOf(node) === 'int'
      ) {
        return operation('int', ts.SyntaxKind.MinusToken, f.createNumericLiteral(0), inner(node.operand));
      }
      return ts.visitEachChild(node, visit, context);
    }

    function step(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, kind: Kind): ts.Expression {
      const up = node.operator === ts.SyntaxKind.PlusPlusToken;
      const operator = up ? ts.SyntaxKind.PlusToken : ts.SyntaxKind.MinusToken;
      const modified = modify(node.operand, (old) =>
        operation(kind, operator, old, f.createNumericLiteral(1)),
      );
      return f.createElementAccessExpression(modified, ts.isPrefixUnaryExpression(node) ? 1 : 0);
    }

    /**
     * `__modify(read, write, change)`: reads the target, computes the new value from the old one, writes it; gives both.
     * The object and the index of an element are evaluated once, before that.
     */
    function modify(target: ts.Expression, change: (old: ts.Expression) => ts.Expression): ts.Expression {
      const arrow = (name: string, body: ts.Expression) =>
        f.createArrowFunction(
          undefined,
          undefined,
          [f.createParameterDeclaration(undefined, undefined, name)],
          undefined,
          undefined,
          f.createParenthesizedExpression(body),
        );
      const old = f.createIdentifier('__old');
      const update = arrow('__old', change(old));
      if (ts.isElementAccessExpression(target)) {
        return call('__modifyElement', inner(target.expression), inner(target.argumentExpression), update);
      }
      return call(
        '__modify',
        inner(target),
        arrow('__new', f.createAssignment(inner(target), f.createIdentifier('__new'))),
        update,
      );
    }

    function binary(node: ts.BinaryExpression): ts.Expression {
      const operator = node.operatorToken.kind;
      const base = baseOperator(operator);
      const kind = kindOfBinary(node);
      if (isAssignmentOperator(operator)) {
        const target = kindOf(node.left);
        if (
          base === ts.SyntaxKind.EqualsToken ||
          (target !== 'int' && target !== 'float') ||
          isLogical(base)
        ) {
          return ts.visitEachChild(node, visit, context);
        }
        const changed = modify(node.left, (old) =>
          converted(kind, target, operation(kind, base as ts.BinaryOperator, old, operand(node.right, kind))),
        );
        return f.createElementAccessExpression(changed, 1);
      }
      if (kind === 'int' || kind === 'float') {
        if (isLogical(base) || base === ts.SyntaxKind.CommaToken)
          return ts.visitEachChild(node, visit, context);
        return operation(
          kind,
          operator as ts.BinaryOperator,
          operand(node.left, kind),
          operand(node.right, kind),
        );
      }
      return ts.visitEachChild(node, visit, context);
    }

    /** An operand of an arithmetic operation: literals of float operations are singles. */
    function operand(node: ts.Expression, kind: Kind): ts.Expression {
      return kind === 'float' && kindOf(node) !== 'float' ? call('Math.fround', inner(node)) : inner(node);
    }

    return ts.visitNode(file, visit) as ts.SourceFile;
  };
}

/** True for `x` in `{ x: 1 }` and `{ x }`, which has the contextual type of the value. */
function isPropertyName(node: ts.Node): boolean {
  const parent: ts.Node | undefined = node.parent;
  return parent !== undefined && ts.isObjectLiteralElementLike(parent) && parent.name === node;
}

function isStep(operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

function isAssignmentOperator(operator: ts.SyntaxKind): boolean {
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}

function isLogical(operator: ts.SyntaxKind): boolean {
  return (
    operator === ts.SyntaxKind.BarBarToken ||
    operator === ts.SyntaxKind.AmpersandAmpersandToken ||
    operator === ts.SyntaxKind.QuestionQuestionToken
  );
}

/** `+=` as `+`; other operators as they are. */
function baseOperator(operator: ts.SyntaxKind): ts.SyntaxKind {
  const k = ts.SyntaxKind;
  const bases: Partial<Record<ts.SyntaxKind, ts.SyntaxKind>> = {
    [k.PlusEqualsToken]: k.PlusToken,
    [k.MinusEqualsToken]: k.MinusToken,
    [k.AsteriskEqualsToken]: k.AsteriskToken,
    [k.SlashEqualsToken]: k.SlashToken,
    [k.PercentEqualsToken]: k.PercentToken,
    [k.AsteriskAsteriskEqualsToken]: k.AsteriskAsteriskToken,
    [k.AmpersandEqualsToken]: k.AmpersandToken,
    [k.BarEqualsToken]: k.BarToken,
    [k.CaretEqualsToken]: k.CaretToken,
    [k.LessThanLessThanEqualsToken]: k.LessThanLessThanToken,
    [k.GreaterThanGreaterThanEqualsToken]: k.GreaterThanGreaterThanToken,
    [k.GreaterThanGreaterThanGreaterThanEqualsToken]: k.GreaterThanGreaterThanGreaterThanToken,
    [k.BarBarEqualsToken]: k.BarBarToken,
    [k.AmpersandAmpersandEqualsToken]: k.AmpersandAmpersandToken,
    [k.QuestionQuestionEqualsToken]: k.QuestionQuestionToken,
  };
  return bases[operator] ?? operator;
}
