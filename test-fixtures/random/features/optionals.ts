// Values that may be undefined or null, unions of unlike types, `unknown` and `any`: made, narrowed, converted.
import type { Feature, Generator, Maker } from '../generator.ts';
import { number, string, type Type, textOf } from '../types.ts';

const narrowable = (type: Type) =>
  type.kind === 'optional' || type.kind === 'mixed' || type.kind === 'unknown';

/** Tests of a variable and what it is behind them. */
function tests(name: string, type: Type): [string, Type][] {
  switch (type.kind) {
    case 'optional':
      return [
        [`${name} !== ${type.absent}`, type.of],
        [`${name} != null`, type.of],
        [`${name}`, type.of],
      ];
    case 'mixed':
      return type.parts.map((part) => [`typeof ${name} === '${part.kind}'`, part]);
    default:
      return [number, string].map((part) => [`typeof ${name} === '${part.kind}'`, part]);
  }
}

function narrowed(g: Generator, depth: number, name: string, type: Type): string {
  const [test, is] = g.random.pick(tests(name, type));
  const known = g.fresh('w');
  // A constant, since what follows may assign to the variable.
  const body = g.inside({}, () => `const ${known}: ${textOf(is)} = ${name};\n${g.statements(depth, 2)}`, [
    { name: known, type: is, mutable: false },
  ]);
  const truthy = test === name && is.kind === 'boolean' ? `${name} !== undefined && ${name} !== null` : test;
  return `if (${truthy}) {\n${body}\n} else ${g.block(depth)}`;
}

export const optionals: Feature = {
  name: 'optionals',
  types: (g, depth) => [
    () => {
      const of = g.dataType(depth);
      return narrowable(of) ? of : { kind: 'optional', of, absent: g.random.pick(['undefined', 'null']) };
    },
    () => ({
      kind: 'mixed',
      parts: g.random.pick([
        [number, string],
        [string, { kind: 'boolean' }],
        [number, { kind: 'boolean' }],
      ]),
    }),
    () => ({ kind: 'unknown' }),
  ],
  literal(g, type, depth) {
    const inner = (of: Type) => g.literal(of, Math.max(0, depth - 1));
    if (type.kind === 'optional') return g.random.chance(0.4) ? type.absent : inner(type.of);
    if (type.kind === 'mixed') return inner(g.random.pick(type.parts));
    return type.kind === 'unknown' ? inner(g.scalar()) : undefined;
  },
  expressions(g, type, depth) {
    const makers: Maker[] = [];
    if (type.kind === 'optional')
      makers.push(
        () => g.value(type.of, depth),
        () => g.value(type.of, depth),
      );
    if (type.kind === 'mixed') {
      for (const part of type.parts) makers.push(() => g.value(part, depth));
    }
    if (type.kind === 'unknown') makers.push(() => g.value(g.scalar(), depth));
    for (const { name, type: of } of g.random.sample(g.variablesOf(narrowable), 2)) {
      if (of.kind === 'optional' && textOf(of.of) === textOf(type)) {
        makers.push(
          () => `(${name} ?? ${g.value(type, depth)})`,
          () => `(${name} !== ${of.absent} ? ${name} : ${g.value(type, depth)})`,
        );
      }
      if (of.kind === 'optional' && of.of.kind === 'string' && type.kind === 'number') {
        makers.push(() => `(${name}?.length ?? ${g.expression(number, depth)})`);
      }
      if (type.kind === 'boolean' && of.kind === 'optional') {
        makers.push(() => `(${name} ${g.random.pick(['===', '!==', '=='])} ${of.absent})`);
      }
      if (type.kind === 'string') makers.push(() => `(typeof ${name})`);
      if (type.kind === 'string' && of.kind === 'mixed') makers.push(() => `\`<\${${name}}>\``);
      if (of.kind === 'mixed') {
        for (const part of of.parts) {
          if (textOf(part) === textOf(type))
            makers.push(() => `(typeof ${name} === '${part.kind}' ? ${name} : ${g.value(type, depth)})`);
        }
      }
    }
    if (type.kind === 'number' || type.kind === 'string') {
      makers.push(() => `(same<any>(${g.value(type, depth)}) as ${textOf(type)})`);
    }
    return makers;
  },
  statements(g, depth) {
    const makers: Maker[] = g.random.sample(g.variablesOf(narrowable), 2).map(
      ({ name, type }) =>
        () =>
          narrowed(g, depth, name, type),
    );
    for (const v of g.random.sample(
      g.variablesOf((t) => t.kind === 'optional').filter((x) => x.mutable),
      1,
    )) {
      if (v.type.kind === 'optional') {
        const { of } = v.type;
        makers.push(() => `${v.name} ??= ${g.value(of, depth)};`);
      }
    }
    return makers;
  },
};
