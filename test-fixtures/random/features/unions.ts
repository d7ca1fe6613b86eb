// Unions of object types with a discriminant, and `switch` over it.
import type { Feature, Generator } from '../generator.ts';
import { isPrintable, type Type, textOf, type UnionAlternative } from '../types.ts';

type UnionType = Extract<Type, { kind: 'union' }>;

function written(alternative: UnionAlternative, value: (of: Type) => string): string {
  return `{ kind: '${alternative.tag}'${alternative.fields.map((f) => `, ${f.name}: ${value(f.type)}`).join('')} }`;
}

function discriminated(g: Generator, depth: number, name: string, type: UnionType): string {
  const known = g.fresh('u');
  const cases = type.alternatives.map((alternative) => {
    const variables = alternative.fields.map((f) => ({
      name: `${known}.${f.name}`,
      type: f.type,
      mutable: true,
    }));
    return `case '${alternative.tag}': ${g.block(depth, {}, variables)} break;`;
  });
  return `const ${known} = same<${type.name}>(${name});\nswitch (${known}.kind) { ${cases.join(' ')} }`;
}

export const unions: Feature = {
  name: 'unions',
  declare(g) {
    const name = g.fresh('U');
    const alternatives: UnionAlternative[] = ['a', 'b', 'c'].slice(0, g.random.integer(2, 3)).map((tag) => ({
      tag,
      fields: Array.from({ length: g.random.integer(0, 2) }, () => ({
        name: g.fresh('f'),
        type: g.dataType(1),
      })).filter((f) => isPrintable(f.type)),
    }));
    g.topLevel.push(
      `type ${name} = ${alternatives.map((a) => `{ kind: '${a.tag}'${a.fields.map((f) => `; ${f.name}: ${textOf(f.type)}`).join('')} }`).join(' | ')};`,
    );
    g.namedTypes.push({ kind: 'union', name, alternatives });
  },
  literal(g, type, depth) {
    if (type.kind !== 'union') return undefined;
    const text = written(g.random.pick(type.alternatives), (of) => g.literal(of, Math.max(0, depth - 1)));
    return `same<${type.name}>(${text})`;
  },
  expressions(g, type, depth) {
    if (type.kind === 'union') {
      return [
        () => `same<${type.name}>(${written(g.random.pick(type.alternatives), (of) => g.value(of, depth))})`,
      ];
    }
    if (type.kind === 'string') {
      return g.random
        .sample(
          g.variablesOf((t) => t.kind === 'union'),
          1,
        )
        .map((v) => () => `${v.name}.kind`);
    }
    return [];
  },
  statements(g, depth) {
    return g.random
      .sample(
        g.variablesOf((t) => t.kind === 'union'),
        2,
      )
      .map(
        ({ name, type }) =>
          () =>
            `{\n${discriminated(g, depth, name, type as UnionType)}\n}`,
      );
  },
};
