// Discriminated unions: exhaustive switches, nested, in arrays, by `in` and typeof; optional chains over them.
type Shape =
  | { kind: 'circle'; radius: number }
  | { kind: 'rect'; width: number; height: number }
  | { kind: 'triangle'; base: number; height: number }
  | { kind: 'group'; name?: string; children: Shape[] };
function assertNever(x: never): never {
  throw new Error(`unexpected ${JSON.stringify(x)}`);
}
function area(shape: Shape): number {
  switch (shape.kind) {
    case 'circle':
      return Math.round(Math.PI * shape.radius ** 2);
    case 'rect':
      return shape.width * shape.height;
    case 'triangle':
      return (shape.base * shape.height) / 2;
    case 'group':
      return shape.children.map(area).reduce((a, b) => a + b, 0);
    default:
      return assertNever(shape);
  }
}
const drawing: Shape = {
  kind: 'group',
  name: 'all',
  children: [
    { kind: 'circle', radius: 1 },
    { kind: 'group', children: [{ kind: 'rect', width: 2, height: 3 }] },
    { kind: 'triangle', base: 4, height: 5 },
  ],
};
console.log(area(drawing), drawing);
function count(shape: Shape, kind: Shape['kind']): number {
  const own = shape.kind === kind ? 1 : 0;
  return 'children' in shape ? shape.children.reduce((n, each) => n + count(each, kind), own) : own;
}
console.log(count(drawing, 'group'), count(drawing, 'rect'));
type Expr =
  | { type: 'num'; value: number }
  | { type: 'var'; name: string }
  | { type: 'bin'; op: '+' | '*'; left: Expr; right: Expr }
  | { type: 'let'; name: string; value: Expr; body: Expr };
function evaluate(e: Expr, env: Record<string, number> = {}): number {
  switch (e.type) {
    case 'num':
      return e.value;
    case 'var': {
      if (!(e.name in env)) throw new ReferenceError(`${e.name} is not defined`);
      return env[e.name]!;
    }
    case 'bin': {
      const [l, r] = [evaluate(e.left, env), evaluate(e.right, env)];
      return e.op === '+' ? l + r : l * r;
    }
    case 'let':
      return evaluate(e.body, { ...env, [e.name]: evaluate(e.value, env) });
  }
}
const num = (value: number): Expr => ({ type: 'num', value });
const v = (name: string): Expr => ({ type: 'var', name });
const bin = (op: '+' | '*', left: Expr, right: Expr): Expr => ({ type: 'bin', op, left, right });
const program: Expr = { type: 'let', name: 'x', value: bin('+', num(1), num(2)), body: bin('*', v('x'), v('x')) };
console.log(evaluate(program));
try {
  evaluate(v('y'));
} catch (e) {
  console.log(`${e}`);
}
interface User {
  name: string;
  address?: { street?: { name: string; number?: number }; tags?: string[] } | null;
  greet?: (greeting: string) => string;
}
const users: User[] = [
  { name: 'a', address: { street: { name: 'Main', number: 0 }, tags: ['home'] } },
  { name: 'b', address: null, greet: (g) => `${g} from b` },
  { name: 'c', address: {} },
];
for (const { address, greet, name } of users) {
  console.log(name, address?.street?.name, address?.street?.number ?? 'no number', address?.tags?.[0]?.length, greet?.('hi'));
}
