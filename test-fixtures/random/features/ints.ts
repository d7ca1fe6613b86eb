// `int`: arithmetic that wraps, and conversions to it.
import type { Feature, Maker } from '../generator.ts';
import { int, number } from '../types.ts';

const literals = ['0', '1', '2', '7', '100', '65535', '2147483647', '1000003'];

export const ints: Feature = {
  name: 'ints',
  types: () => [() => int],
  literal(g, type) {
    return type.kind === 'int' ? g.random.pick(literals) : undefined;
  },
  expressions(g, type, depth) {
    const i = () => g.expression(int, depth);
    if (type.kind === 'int') {
      const makers: Maker[] = [
        () => `(${i()} ${g.random.pick(['+', '-', '*', '&', '|', '^', '<<', '>>'])} ${i()})`,
        () => `((${i()} / ((${i()} & 15) + 1)) | 0)`,
        () => `(${g.expression(number, depth)} | 0)`,
        () => `(~${i()})`,
      ];
      return makers;
    }
    if (type.kind === 'number') return [() => `(${i()} / ${i()})`, () => `(${i()} % ${i()})`, () => i()];
    if (type.kind === 'boolean')
      return [() => `(same<int>(${i()}) ${g.random.pick(['<', '>=', '==='])} ${i()})`];
    return [];
  },
  statements(g, depth) {
    return g.random
      .sample(
        g.variablesOf((t) => t.kind === 'int').filter((v) => v.mutable),
        1,
      )
      .map(
        (v) => () =>
          g.random.chance(0.4)
            ? `${v.name}${g.random.pick(['++', '--'])};`
            : `${v.name} ${g.random.pick(['+=', '-=', '*=', '^='])} ${g.expression(int, depth)};`,
      );
  },
};
