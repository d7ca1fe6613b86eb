// A calculator: tokens by a generator, a parser by descent, and a tree that is evaluated and printed.
type Token = { type: 'number'; value: number } | { type: 'name'; text: string } | { type: 'op'; text: string };

class SyntaxProblem extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(`${message} at ${at}`);
    this.name = 'SyntaxProblem';
  }
}

function* tokens(text: string): Generator<Token, void> {
  let at = 0;
  const isDigit = (c: string) => (c >= '0' && c <= '9') || c === '.';
  const isLetter = (c: string) => (c >= 'a' && c <= 'z') || c === '_';
  while (at < text.length) {
    const c = text[at]!;
    const start = at;
    if (c === ' ') {
      at++;
    } else if (isDigit(c)) {
      while (at < text.length && isDigit(text[at]!)) at++;
      yield { type: 'number', value: Number(text.slice(start, at)) };
    } else if (isLetter(c)) {
      while (at < text.length && isLetter(text[at]!)) at++;
      yield { type: 'name', text: text.slice(start, at) };
    } else if ('+-*/^(),='.includes(c)) {
      at++;
      yield { type: 'op', text: c };
    } else throw new SyntaxProblem(`what is '${c}'?`, at);
  }
}

type Tree =
  | { kind: 'number'; value: number }
  | { kind: 'name'; name: string }
  | { kind: 'call'; name: string; args: Tree[] }
  | { kind: 'binary'; op: string; left: Tree; right: Tree }
  | { kind: 'assign'; name: string; value: Tree };

const levels: Record<string, number> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 3 };

class Parser {
  private readonly list: Token[];
  private at = 0;
  constructor(text: string) {
    this.list = [...tokens(text)];
  }
  private get next(): Token | undefined {
    return this.list[this.at];
  }
  private isOp(text: string): boolean {
    const { next } = this;
    return next?.type === 'op' && next.text === text;
  }
  private accept(text: string): boolean {
    if (!this.isOp(text)) return false;
    this.at++;
    return true;
  }
  private expect(text: string): void {
    if (!this.accept(text)) throw new SyntaxProblem(`'${text}' is missing`, this.at);
  }
  all(): Tree {
    const tree = this.expression(0);
    if (this.next) throw new SyntaxProblem('too much', this.at);
    return tree;
  }
  private expression(level: number): Tree {
    let left = this.primary();
    if (left.kind === 'name' && this.accept('=')) return { kind: 'assign', name: left.name, value: this.expression(0) };
    for (;;) {
      const { next } = this;
      if (next?.type !== 'op') return left;
      const own = levels[next.text];
      if (own === undefined || own <= level) return left;
      this.at++;
      left = { kind: 'binary', op: next.text, left, right: this.expression(next.text === '^' ? own - 1 : own) };
    }
  }
  private primary(): Tree {
    const { next } = this;
    this.at++;
    switch (next?.type) {
      case 'number':
        return { kind: 'number', value: next.value };
      case 'name': {
        if (!this.accept('(')) return { kind: 'name', name: next.text };
        const args: Tree[] = [];
        while (!this.isOp(')')) {
          args.push(this.expression(0));
          if (!this.accept(',')) break;
        }
        this.expect(')');
        return { kind: 'call', name: next.text, args };
      }
      case 'op':
        if (next.text === '(') {
          const inner = this.expression(0);
          this.expect(')');
          return inner;
        }
        if (next.text === '-')
          return { kind: 'binary', op: '-', left: { kind: 'number', value: 0 }, right: this.expression(2) };
    }
    throw new SyntaxProblem('an operand is missing', this.at - 1);
  }
}

const functions: Record<string, (...args: number[]) => number> = {
  max: (...xs) => Math.max(...xs),
  sqrt: (x = 0) => Math.sqrt(x),
  sum: (...xs) => xs.reduce((a, b) => a + b, 0),
};
const variables = new Map<string, number>([['pi', 3.14159]]);

function evaluate(tree: Tree): number {
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'name': {
      const value = variables.get(tree.name);
      if (value === undefined) throw new ReferenceError(`${tree.name} is not known`);
      return value;
    }
    case 'call': {
      const f = functions[tree.name];
      if (!f) throw new TypeError(`${tree.name} is no function`);
      return f(...tree.args.map(evaluate));
    }
    case 'assign': {
      const value = evaluate(tree.value);
      variables.set(tree.name, value);
      return value;
    }
    case 'binary': {
      const [a, b] = [evaluate(tree.left), evaluate(tree.right)];
      const results: { [op: string]: () => number } = {
        '+': () => a + b,
        '-': () => a - b,
        '*': () => a * b,
        '/': () => a / b,
        '^': () => a ** b,
      };
      return results[tree.op]!();
    }
  }
}

function show(tree: Tree): string {
  if (tree.kind === 'binary') return `(${show(tree.left)} ${tree.op} ${show(tree.right)})`;
  if (tree.kind === 'call') return `${tree.name}(${tree.args.map(show).join(', ')})`;
  if (tree.kind === 'assign') return `${tree.name} = ${show(tree.value)}`;
  return tree.kind === 'number' ? `${tree.value}` : tree.name;
}

const lines = ['1 + 2 * 3', '2 ^ 3 ^ 2', '(1 + 2) * -3', 'x = max(1, 7, 3) + sqrt(16)', 'x / 4', 'sum()', '1 +', '2 $ 3', 'y', 'f(1)', '1 / 0', '(1'];
for (const line of lines) {
  try {
    const tree = new Parser(line).all();
    console.log(show(tree), '=', evaluate(tree));
  } catch (error) {
    const at = error instanceof SyntaxProblem ? ` [${error.at}]` : '';
    console.log(line, '->', String(error) + at);
  }
}
console.log([...variables.keys()]);
