// Values of type `any`: given any value, asked what they are, taken apart by helpers as people write them for tests.
import type { Feature, Generator, Maker } from '../generator.ts';
import { isPrintable, number, string, type Type, textOf } from '../types.ts';

const any: Type = { kind: 'any' };

const prelude = [
  "function kindOf(x: any): string { return x === null ? 'null' : Array.isArray(x) ? 'array' : typeof x; }",
  `function equals(a: any, b: any): boolean {
if (a === b) return true;
if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a !== a && b !== b;
if (Array.isArray(a) !== Array.isArray(b)) return false;
const keys = Object.keys(a);
return keys.length === Object.keys(b).length && keys.every((key) => equals(a[key], b[key]));
}`,
  `function shown(x: any): string {
if (typeof x === 'string') return "'" + x + "'";
if (Array.isArray(x)) return '[' + x.map((each) => shown(each)).join(', ') + ']';
if (typeof x !== 'object' || x === null) return String(x);
let text = '';
for (const key in x) text += key + ': ' + shown(x[key]) + ' ';
return '{' + text + '}';
}`,
  "function total(xs: any[]): number { let sum = 0; for (const x of xs) if (typeof x === 'number') sum += x; return sum; }",
  'function plus(a: any, b: any): any { return a + b; }',
  'function copied<T>(value: T): T { if (Array.isArray(value)) return value.map((each) => copied(each)) as unknown as T; return value; }',
];

/** A value of any type that can be printed. */
function anything(g: Generator, depth: number): string {
  const type = g.dataType(1);
  return g.value(isPrintable(type) ? type : number, depth);
}

const scalar = (g: Generator, depth: number) => g.value(g.scalar(), depth);

export const dynamic: Feature = {
  name: 'dynamic',
  prelude,
  types: () => [() => any],
  literal: (g, type, depth) =>
    type.kind === 'any' ? g.literal(g.scalar(), Math.max(0, depth - 1)) : undefined,
  expressions(g, type, depth) {
    const makers: Maker[] = [];
    const known = g.random.sample(
      g.variablesOf(({ kind }) => kind === 'any'),
      2,
    );
    if (type.kind === 'any') {
      makers.push(
        () => anything(g, depth),
        () => anything(g, depth),
        () => `[${anything(g, depth)}, ${anything(g, depth)}]`,
        () => `({ a: ${anything(g, depth)}, b: ${anything(g, depth)} })`,
        () => `plus(${scalar(g, depth)}, ${scalar(g, depth)})`,
      );
      return makers;
    }
    if (isPrintable(type) && type.kind !== 'unknown') {
      makers.push(() => `(same<any>(${g.value(type, depth)}) as ${textOf(type)})`);
      if (type.kind === 'array') makers.push(() => `copied<${textOf(type)}>(${g.value(type, depth)})`);
    }
    if (type.kind === 'string') {
      makers.push(
        () => `kindOf(${anything(g, depth)})`,
        () => `shown(${anything(g, depth)}).slice(0, 60)`,
      );
      for (const { name } of known)
        makers.push(
          () => `shown(${name}).slice(0, 60)`,
          () => `\`\${${name}}\`.slice(0, 60)`,
          () => `(JSON.stringify(${name}) ?? 'none').slice(0, 60)`,
        );
    }
    if (type.kind === 'boolean') {
      makers.push(() => {
        const of = g.dataType(1);
        return isPrintable(of) ? `equals(${g.value(of, depth)}, ${g.value(of, depth)})` : 'true';
      });
      for (const { name } of known)
        makers.push(
          () => `(${name} === ${anything(g, depth)})`,
          () => `!${name}`,
          () => `(${name} == null)`,
        );
    }
    if (type.kind === 'number') {
      makers.push(() => `total([${anything(g, depth)}, ${anything(g, depth)}])`);
      for (const { name } of known)
        makers.push(
          () => `(typeof ${name} === 'number' ? ${name} : ${g.expression(number, depth)})`,
          () => `Number(${name}?.length ?? -1)`,
        );
    }
    return makers;
  },
  statements(g, depth) {
    return g.random
      .sample(
        g.variablesOf(({ kind }) => kind === 'any'),
        2,
      )
      .flatMap(({ name, mutable }): Maker[] => {
        const part = g.fresh('e');
        const each = [{ name: part, type: any, mutable: false }];
        const of = g.random.pick([number, string]);
        return [
          ...(mutable ? [() => `${name} = ${anything(g, depth)};`] : []),
          () =>
            `if (Array.isArray(${name})) for (const ${part} of ${name}.slice(0, 4)) ${g.repeated(4, () => g.block(depth, { inLoop: true }, each))}`,
          () =>
            `if (typeof ${name} === 'object' && ${name} !== null) for (const ${part} of Object.values(${name}).slice(0, 4)) ${g.repeated(4, () => g.block(depth, { inLoop: true }, each))}`,
          () =>
            `if (typeof ${name} === '${of.kind}') ${g.inside({}, () => `{\nconst ${part}: ${of.kind} = ${name};\n${g.statements(depth, 2)}\n}`, [{ name: part, type: of, mutable: false }])}`,
        ];
      });
  },
};
