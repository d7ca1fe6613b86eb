// Interfaces and object literals: properties, spread, destructuring, enums.
import type { Feature, Generator, Maker } from '../generator.ts';
import { type Field, isPrintable, number, string, type Type, textOf } from '../types.ts';

type ObjectType = Extract<Type, { kind: 'object' }>;

const objectsOf = (g: Generator) => g.namedTypes.filter((t): t is ObjectType => t.kind === 'object');

function literalOf(type: ObjectType, value: (of: Type) => string, leaveOut: () => boolean): string {
  const fields = type.fields.filter((field) => !(field.optional && leaveOut()));
  return `{ ${fields.map((field) => `${field.name}: ${value(field.type)}`).join(', ')} }`;
}

function declareObject(g: Generator): void {
  const name = g.fresh('I');
  const fields: Field[] = Array.from({ length: g.random.integer(1, 4) }, () => ({
    name: g.fresh('f'),
    type: g.dataType(1),
  }));
  if (g.random.chance(0.3)) fields.push({ name: g.fresh('f'), type: g.scalar(), optional: true });
  const printable = fields.filter((field) => isPrintable(field.type));
  if (printable.length === 0) return;
  g.topLevel.push(
    `interface ${name} { ${printable.map((f) => `${f.name}${f.optional ? '?' : ''}: ${textOf(f.type)};`).join(' ')} }`,
  );
  g.namedTypes.push({ kind: 'object', name, fields: printable });
}

function declareEnum(g: Generator): void {
  const name = g.fresh('E');
  const members = ['Red', 'Green', 'Blue'].slice(0, g.random.integer(2, 3));
  const values = g.random.pick([
    members,
    members.map((m) => `${m} = '${m.toLowerCase()}'`),
    members.map((m, i) => `${m} = ${i * 3 + 1}`),
  ]);
  g.topLevel.push(`${g.random.chance(0.3) ? 'const ' : ''}enum ${name} { ${values.join(', ')} }`);
  g.namedTypes.push({ kind: 'enum', name, members });
}

/** `const { a, b: c = value, ...rest } = object`. */
function pattern(g: Generator, depth: number, type: ObjectType): string {
  const parts: string[] = [];
  const source = g.expression(type, depth);
  const declared: { name: string; type: Type; mutable: boolean }[] = [];
  for (const field of g.random.sample(type.fields, 2)) {
    const name = g.fresh('d');
    parts.push(`${field.name}: ${name}${field.optional ? ` = ${g.value(field.type, depth)}` : ''}`);
    declared.push({ name, type: field.type, mutable: true });
  }
  for (const variable of declared) g.declare(variable);
  return `let { ${parts.join(', ')} } = ${source};`;
}

export const objects: Feature = {
  name: 'objects',
  declare(g) {
    for (let i = g.random.integer(1, 2); i > 0; i--) declareObject(g);
    if (g.random.chance(0.5)) declareEnum(g);
  },
  literal(g, type, depth) {
    if (type.kind === 'enum') return `${type.name}.${g.random.pick(type.members)}`;
    if (type.kind !== 'object') return undefined;
    const value = (of: Type) => g.literal(of, Math.max(0, depth - 1));
    return `same<${type.name}>(${literalOf(type, value, () => g.random.chance(0.5))})`;
  },
  expressions(g, type, depth) {
    const makers: Maker[] = [];
    if (type.kind === 'object') {
      makers.push(
        () =>
          `same<${type.name}>(${literalOf(
            type,
            (of) => g.value(of, depth),
            () => g.random.chance(0.5),
          )})`,
        () => {
          const field = g.random.pick(type.fields);
          return `same<${type.name}>({ ...${g.expression(type, depth)}, ${field.name}: ${g.value(field.type, depth)} })`;
        },
      );
    }
    for (const { name, type: of } of g.random.sample(
      g.variablesOf((t) => t.kind === 'object'),
      2,
    )) {
      for (const field of (of as ObjectType).fields) {
        if (field.optional && textOf(field.type) === textOf(type)) {
          makers.push(() => `(${name}.${field.name} ?? ${g.value(type, depth)})`);
        }
      }
      if (type.kind === 'string')
        makers.push(
          () => `JSON.stringify(${name}).slice(0, 60)`,
          () => `Object.keys(${name}).join()`,
        );
    }
    if (type.kind === 'boolean') {
      for (const named of g.namedTypes) {
        if (named.kind === 'enum') {
          makers.push(
            () => `(same<${named.name}>(${g.leaf(named)}) === same<${named.name}>(${g.leaf(named)}))`,
          );
        }
      }
    }
    return makers;
  },
  statements(g, depth) {
    const makers: Maker[] = objectsOf(g).map((type) => () => pattern(g, depth, type));
    for (const { name, type } of g.random.sample(
      g.variablesOf((t) => t.kind === 'object'),
      2,
    )) {
      const field = g.random.pick((type as ObjectType).fields);
      makers.push(() => `${name}.${field.name} = ${g.value(field.type, depth)};`);
      if (field.type.kind === 'number' && !field.optional) {
        makers.push(
          () => `${name}.${field.name} ${g.random.pick(['+=', '-=', '*='])} ${g.expression(number, depth)};`,
        );
      }
      if (field.type.kind === 'string' && !field.optional) {
        makers.push(
          () =>
            `${name}.${field.name} = (${name}.${field.name} + ${g.expression(string, depth)}).slice(-20);`,
        );
      }
    }
    for (const type of g.namedTypes) {
      if (type.kind !== 'enum') continue;
      makers.push(() => {
        const value = g.expression(type, depth);
        const cases = type.members.map(
          (member) =>
            `case ${type.name}.${member}: ${g.block(depth)}${g.random.chance(0.7) ? ' break;' : ''}`,
        );
        return `switch (same<${type.name}>(${value})) { ${cases.join(' ')} }`;
      });
    }
    return makers;
  },
};
