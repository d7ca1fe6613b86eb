// Maps and sets: made, asked, changed while they are iterated.
import type { Feature, Maker } from '../generator.ts';
import { number, string, type Type, textOf } from '../types.ts';

const isCollection = (type: Type) => type.kind === 'map' || type.kind === 'set';

export const collections: Feature = {
  name: 'collections',
  types: (g, depth) => [
    () => ({ kind: 'set', of: g.scalar() }),
    () => ({ kind: 'map', key: g.random.pick([number, string]), of: g.dataType(depth) }),
  ],
  literal(g, type, depth) {
    const part = (of: Type) => g.literal(of, Math.max(0, depth - 1));
    const count = depth > 0 ? g.random.integer(0, 3) : 0;
    if (type.kind === 'set') {
      const parts = Array.from({ length: count }, () => part(type.of)).join(', ');
      return `new ${textOf(type)}(${count > 0 ? `[${parts}]` : ''})`;
    }
    if (type.kind === 'map') {
      const parts = Array.from({ length: count }, () => `[${part(type.key)}, ${part(type.of)}]`).join(', ');
      return `new ${textOf(type)}(${count > 0 ? `[${parts}]` : ''})`;
    }
    return undefined;
  },
  expressions(g, type, depth) {
    const makers: Maker[] = [];
    for (const { name, type: of } of g.random.sample(g.variablesOf(isCollection), 2)) {
      if (type.kind === 'number') makers.push(() => `${name}.size`);
      if (of.kind === 'set') {
        if (type.kind === 'boolean')
          makers.push(() => `${name}.${g.random.pick(['has', 'delete'])}(${g.value(of.of, depth)})`);
        if (type.kind === 'array' && textOf(type.of) === textOf(of.of))
          makers.push(() => `[...${name}].slice(0, 6)`);
      }
      if (of.kind === 'map') {
        if (type.kind === 'boolean')
          makers.push(() => `${name}.${g.random.pick(['has', 'delete'])}(${g.value(of.key, depth)})`);
        if (textOf(type) === textOf(of.of) && !['optional', 'mixed', 'unknown'].includes(type.kind)) {
          makers.push(() => `(${name}.get(${g.value(of.key, depth)}) ?? ${g.value(type, depth)})`);
        }
        if (type.kind === 'array' && textOf(type.of) === textOf(of.key))
          makers.push(() => `[...${name}.keys()].slice(0, 6)`);
        if (type.kind === 'array' && textOf(type.of) === textOf(of.of))
          makers.push(() => `Array.from(${name}.values()).slice(0, 6)`);
      }
    }
    return makers;
  },
  statements(g, depth) {
    return g.random.sample(g.variablesOf(isCollection), 1).flatMap(({ name, type }): Maker[] => {
      if (type.kind === 'set') {
        const element = g.fresh('e');
        return [
          () => `if (${name}.size < 8) ${name}.add(${g.value(type.of, depth)});`,
          () => `${name}.clear();`,
          () =>
            `for (const ${element} of ${name}) ${g.repeated(8, () => g.block(depth, { inLoop: true }, [{ name: element, type: type.of, mutable: false }]))}`,
        ];
      }
      if (type.kind !== 'map') return [];
      const [key, value] = [g.fresh('k'), g.fresh('w')];
      const variables = [
        { name: key, type: type.key, mutable: false },
        { name: value, type: type.of, mutable: false },
      ];
      return [
        () => `if (${name}.size < 8) ${name}.set(${g.value(type.key, depth)}, ${g.value(type.of, depth)});`,
        () =>
          `for (const [${key}, ${value}] of ${name}) ${g.repeated(8, () => g.block(depth, { inLoop: true }, variables))}`,
        () =>
          `${name}.forEach((${value}, ${key}) => ${g.repeated(8, () => g.block(depth, { inLoop: false, loops: [], result: undefined, isAsync: false, yields: undefined }, variables))});`,
      ];
    });
  },
};
