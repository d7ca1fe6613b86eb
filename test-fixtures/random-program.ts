// Random well-typed programs that always end: fast-check arbitraries of source text, so that a failing program
// shrinks to a small one. Every program prints all of its variables at the end.
import fc from 'fast-check';

interface Expressions {
  int: string;
  number: string;
  float: string;
  boolean: string;
  string: string;
}

const ints = ['i0', 'i1', 'i2'];
const numbers = ['n0', 'n1', 'n2'];
const floats = ['f0', 'f1'];
const booleans = ['b0', 'b1'];
const strings = ['s0', 's1'];

const pick = (...values: string[]) => fc.constantFrom(...values);
const intLiteral = fc
  .oneof(fc.integer({ min: -9, max: 20 }), fc.constantFrom(255, 65535, 2147483647, -2147483648, 1000003))
  .map((value) => (value < 0 ? `(${value})` : String(value)));
const numberLiteral = fc
  .oneof(
    fc.integer({ min: -9, max: 20 }),
    fc.constantFrom(0.5, -0.25, 1e10, 3.75, 1e-3, 4294967296, 2147483648),
  )
  .map((value) => (value < 0 ? `(${value})` : String(value)));

const { int, number, float, boolean, string } = fc.letrec<Expressions>(
  (tie: fc.LetrecTypedTie<Expressions>) => {
    const ofTwo = (operand: keyof Expressions, ...operators: string[]) =>
      fc.tuple(tie(operand), pick(...operators), tie(operand)).map(([a, op, b]) => `(${a} ${op} ${b})`);
    // Seen as its whole type: TypeScript rejects `1 === 2`.
    const compare = (operand: keyof Expressions, type: string) =>
      fc
        .tuple(tie(operand), pick('<', '<=', '>', '>=', '===', '!=='), tie(operand))
        .map(([a, op, b]) => `((${a} as ${type}) ${op} ${b})`);
    return {
      int: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        intLiteral,
        pick(...ints),
        ofTwo('int', '+', '-', '*', '&', '|', '^'),
        fc.tuple(tie('int'), pick('<<', '>>'), tie('int')).map(([a, op, b]) => `(${a} ${op} ${b})`),
        fc.tuple(tie('int'), tie('int')).map(([a, b]) => `((${a} / ((${b} & 15) + 1)) | 0)`),
        fc.tuple(tie('boolean'), tie('int'), tie('int')).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
        tie('int').map((a) => `xs[(${a} & 0xffff) % xs.length]`),
        tie('int').map((a) => `(~${a})`),
        fc.tuple(tie('int'), tie('int')).map(([a, b]) => `addMul(${a}, ${b})`),
        tie('number').map((a) => `(${a} | 0)`),
      ),
      number: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        numberLiteral,
        pick(...numbers),
        ofTwo('number', '+', '-', '*', '/', '%'),
        tie('int'),
        fc.tuple(tie('boolean'), tie('number'), tie('number')).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
        tie('number').map((a) => `Math.floor(${a})`),
        tie('number').map((a) => `Math.abs(${a})`),
        tie('number').map((a) => `(-${a})`),
        fc.tuple(tie('number'), tie('number')).map(([a, b]) => `Math.max(${a}, ${b})`),
        tie('string').map((a) => `${a}.length`),
        tie('int').map((a) => `ys[(${a} & 0xffff) % ys.length]`),
        tie('int').map((a) => `(${a} >>> 0)`),
        tie('number').map((a) => `halve(${a})`),
      ),
      float: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        pick(...floats),
        ofTwo('float', '+', '-', '*', '/'),
      ),
      boolean: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        pick('true', 'false', ...booleans),
        compare('int', 'int'),
        compare('number', 'number'),
        compare('float', 'float'),
        compare('string', 'string'),
        fc.tuple(tie('boolean'), pick('&&', '||'), tie('boolean')).map(([a, op, b]) => `(${a} ${op} ${b})`),
        tie('boolean').map((a) => `(!${a})`),
      ),
      string: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        pick("''", "'a'", "'bc'", "'é€'", ...strings),
        fc.tuple(tie('string'), tie('string')).map(([a, b]) => `(${a} + ${b}).slice(0, 40)`),
        fc.tuple(tie('string'), tie('int')).map(([a, b]) => `(${a} + ${b}).slice(-40)`),
        tie('number').map((a) => `\`<\${${a}}>\``),
        fc.tuple(tie('string'), tie('int')).map(([a, b]) => `${a}.slice(${b} & 7)`),
        fc.tuple(tie('boolean'), tie('string'), tie('string')).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
      ),
    };
  },
);

const condition = fc
  .tuple(int, pick('<', '<=', '>', '>='), pick(...ints))
  .map(([a, op, b]) => `${a} ${op} ${b}`);

let loops = 0;

const { statement } = fc.letrec<{ statement: string; block: string }>((tie) => ({
  statement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .tuple(pick(...ints), pick('=', '+=', '-=', '*=', '^=', '|='), int)
      .map(([v, op, e]) => `${v} ${op} ${e};`),
    fc.tuple(pick(...numbers), pick('=', '+=', '-=', '*='), number).map(([v, op, e]) => `${v} ${op} ${e};`),
    fc.tuple(pick(...floats), pick('=', '+=', '*='), float).map(([v, op, e]) => `${v} ${op} ${e};`),
    fc.tuple(pick(...booleans), boolean).map(([v, e]) => `${v} = ${e};`),
    fc.tuple(pick(...strings), string).map(([v, e]) => `${v} = ${e};`),
    fc.tuple(int, int).map(([i, e]) => `xs[(${i} & 0xffff) % xs.length] = ${e};`),
    fc.tuple(int, number).map(([i, e]) => `ys[(${i} & 0xffff) % ys.length] = ${e};`),
    pick(...ints, ...numbers).map((v) => `${v}++;`),
    fc.oneof(int, number, float, boolean, string).map((e) => `console.log(${e});`),
    int.map((e) => `if (xs.length < 20) xs.push(${e});`),
    fc.tuple(condition, tie('block'), tie('block')).map(([c, a, b]) => `if (${c}) ${a} else ${b}`),
    fc.tuple(fc.integer({ min: 1, max: 6 }), tie('block')).map(([n, body]) => {
      const counter = `k${loops++}`;
      return `for (let ${counter} = 0; ${counter} < ${n}; ${counter}++) ${body}`;
    }),
    fc.tuple(fc.integer({ min: 1, max: 5 }), tie('block'), condition).map(([n, body, c]) => {
      const fuel = `k${loops++}`;
      return `{ let ${fuel}: int = ${n}; while (${fuel}-- > 0) { ${body} if (${c}) break; } }`;
    }),
    fc
      .tuple(int, tie('block'), tie('block'))
      .map(([e, a, b]) => `switch (${e} & 3) { case 0: ${a} case 1: ${b} break; default: i0++; }`),
  ),
  block: fc.array(tie('statement'), { maxLength: 4 }).map((statements) => `{ ${statements.join(' ')} }`),
}));

const declarations = `
function addMul(a: int, b: int): int { return a + b * 3; }
function halve(x: number): number { return x / 2; }
let i0: int = 1, i1: int = -7, i2: int = 100;
let n0 = 0.5, n1 = -3, n2 = 7;
let f0: float = 0.1, f1: float = 2;
let b0 = true, b1 = false;
let s0 = 'x', s1 = 'yz';
const xs: int[] = [3, 1, 2];
const ys = [1.5, -2];
`;

/** A program: its text. Wrapped in a function if `local`, so that variables live in registers. */
export const randomProgram: fc.Arbitrary<string> = fc
  .tuple(fc.array(statement, { minLength: 1, maxLength: 10 }), fc.boolean())
  .map(([statements, local]) => {
    const body = `${declarations.split('\n').slice(3).join('\n')}\n${statements.join('\n')}
console.log(i0, i1, i2, n0, n1, n2, f0, f1, b0, b1, s0, s1, xs, ys);
`;
    if (!local) return `${declarations.split('\n').slice(0, 3).join('\n')}\n${body}`;
    // Inside of a function, the helpers see its arrays only as arguments: nothing else changes.
    return `${declarations.split('\n').slice(0, 3).join('\n')}\nfunction main(): void {\n${body}}\nmain();\n`;
  });
