// Functions: declared, generic, with defaults and rest parameters, as values, with captured variables.
import type { Feature, Generator, Maker } from '../generator.ts';
import { nothing, number, sameType, string, type Type, textOf } from '../types.ts';

type FunctionType = Extract<Type, { kind: 'function' }>;

/** Declares a function at top level. */
export function declareFunction(g: Generator): void {
  const name = g.fresh('fn');
  const parameters = g.parameters(3);
  const result = g.random.chance(0.2) ? nothing : g.type(1);
  const throws = g.random.chance(0.25);
  const { text, cost } = g.body(result, parameters, 2, { caught: throws });
  const other = g.body(result, parameters, 2, { caught: throws });
  const list = parameters.map((p) => `${p.name}: ${textOf(p.type)}`).join(', ');
  const head = `function ${name}(${list}): ${textOf(result)}`;
  g.topLevel.push(`${head} ${text}`);
  g.redefinitions.push(`${head} ${other.text}`);
  g.functions.push({ name, parameters, result, cost: Math.max(cost, other.cost), throws });
}

/** A function with a default and a rest parameter. */
function declareLoose(g: Generator): void {
  const name = g.fresh('fn');
  const [a, b, rest] = [g.fresh('p'), g.fresh('p'), g.fresh('p')];
  const of = g.scalar();
  const parameters = [
    { name: a, type: of },
    { name: b, type: number },
    { name: rest, type: { kind: 'array', of } as Type },
  ];
  const { text, cost } = g.body(of, parameters, 1);
  g.topLevel.push(
    `function ${name}(${a}: ${textOf(of)}, ${b} = ${g.literal(number, 0)}, ...${rest}: ${textOf(of)}[]): ${textOf(of)} ${text}`,
  );
  g.functions.push({
    name,
    parameters: parameters.slice(0, g.random.integer(1, 2)),
    result: of,
    cost,
    throws: false,
  });
}

/** A function that calls itself, a few times. */
function declareRecursive(g: Generator): void {
  const name = g.fresh('fn');
  const result = g.random.pick([number, string]);
  const { text, cost } = g.body(nothing, [{ name: 'n', type: number }], 1);
  g.topLevel.push(`function ${name}(n: number): ${textOf(result)} {
if (!(n >= 1 && n < 5)) return ${g.literal(result, 0)};
const below = ${name}(n - 1);
${text}
return ${result === string ? '(n + below).slice(0, 20)' : 'n * 2 + below'};
}`);
  g.functions.push({
    name,
    parameters: [{ name: 'n', type: number }],
    result,
    cost: cost * 5,
    throws: false,
  });
}

/** A function value, with a body of statements that may change what is around it. */
function closure(g: Generator, type: FunctionType, depth: number): string {
  const parameters = type.parameters.map((of) => ({ name: g.fresh('p'), type: of }));
  const { text } = g.body(type.result, parameters, Math.min(depth, 1), { inClosure: true });
  const list = parameters.map((p) => `${p.name}: ${textOf(p.type)}`).join(', ');
  // The `this` of a method around is that of arrows alone.
  return g.random.chance(0.7) || g.variables.some((v) => v.name.startsWith('this.'))
    ? `((${list}): ${textOf(type.result)} => ${text})`
    : `(function (${list}): ${textOf(type.result)} ${text})`;
}

/** Closures made in a loop, each with its own variables, called afterwards. */
function closuresInLoop(g: Generator, depth: number): string {
  const [list, i, own] = [g.fresh('fs'), g.fresh('i'), g.fresh('v')];
  const body = g.inside(
    { inLoop: false, loops: [], caught: false, result: undefined, isAsync: false, yields: undefined },
    () => g.repeated(3, () => g.value(number, depth)),
    [
      { name: i, type: number, mutable: g.random.chance(0.5) },
      { name: own, type: number, mutable: true },
    ],
  );
  return `const ${list}: (() => number)[] = [];
for (let ${i} = 0; ${i} < 3; ${i}++) {
let ${own} = ${i} * 2;
${list}.push(() => { ${own} += 1; return ${body} + ${own}; });
${g.random.pick(['', `${own}++;`])}
}
console.log(${list}.map((f) => f()), ${list}.map((f) => f()));`;
}

const generics = [
  'function pairOf<A, B>(a: A, b: B): [A, B] { return [a, b]; }',
  'function lastOf<T>(xs: readonly T[], otherwise: T): T { return xs.length > 0 ? xs[xs.length - 1]! : otherwise; }',
  'function compose<A, B, C>(f: (a: A) => B, g: (b: B) => C): (a: A) => C { return (a) => g(f(a)); }',
  'class Holder<T> { constructor(private held: T) {} get value(): T { return this.held; } set value(v: T) { this.held = v; } with<U>(f: (v: T) => U): Holder<U> { return new Holder(f(this.held)); } }',
];

export const functions: Feature = {
  name: 'functions',
  prelude: generics,
  declare(g) {
    for (let i = g.random.integer(1, 2); i > 0; i--) declareFunction(g);
    if (g.random.chance(0.4)) declareLoose(g);
    if (g.random.chance(0.4)) declareRecursive(g);
  },
  types: (g, depth) => [
    () => ({
      kind: 'function',
      parameters: Array.from({ length: g.random.integer(0, 2) }, () => g.dataType(Math.min(depth, 1))),
      result: g.dataType(Math.min(depth, 1)),
    }),
  ],
  literal(g, type) {
    if (type.kind === 'void') return 'undefined';
    if (type.kind !== 'function') return undefined;
    const list = type.parameters.map((of, i) => `p${i}: ${textOf(of)}`).join(', ');
    const result = g.literal(type.result, 1);
    return `((${list}): ${textOf(type.result)} => ${result})`;
  },
  expressions(g, type, depth) {
    const makers: Maker[] = [
      () => `same<${textOf(type)}>(${g.expression(type, depth)})`,
      () => `lastOf<${textOf(type)}>([${g.value(type, depth)}], ${g.value(type, depth)})`,
      () => `new Holder<${textOf(type)}>(${g.value(type, depth)}).value`,
    ];
    if (type.kind !== 'function') {
      const from = g.scalar();
      makers.push(
        () => `(() => ${g.inside({ isAsync: false, yields: undefined }, () => g.value(type, depth))})()`,
        () => `pairOf(${g.value(type, depth)}, ${g.value(from, depth)})[0]`,
        () =>
          `compose<${textOf(from)}, ${textOf(from)}, ${textOf(type)}>(${g.arrow([from], from, depth)}, ${g.arrow([from], type, depth)})(${g.value(from, depth)})`,
        () =>
          `new Holder<${textOf(from)}>(${g.value(from, depth)}).with<${textOf(type)}>(${g.arrow([from], type, depth)}).value`,
      );
    } else {
      makers.push(
        () => closure(g, type, depth),
        () => closure(g, type, depth),
      );
    }
    // What a call of a function value costs is not known; none calls another one, so that all end.
    const callable = g.place.inClosure
      ? []
      : g.variablesOf((t) => t.kind === 'function' && sameType(t.result, type));
    for (const v of g.random.sample(callable, 1)) {
      makers.push(() =>
        g.spend(60)
          ? `${v.name}(${(v.type as FunctionType).parameters.map((p) => g.value(p, depth)).join(', ')})`
          : g.leaf(type),
      );
    }
    return makers;
  },
  statements(g, depth) {
    const makers: Maker[] = [
      () => closuresInLoop(g, depth),
      ...g.calls(g.functions, '', nothing, depth).map((m) => () => `${m()};`),
    ];
    return makers;
  },
};
