// Numbers and truth values: arithmetic, comparison, conversions, steps.
import type { Feature, Generator, Maker } from '../generator.ts';
import { boolean, number, string } from '../types.ts';

const literals = [
  '0',
  '1',
  '2',
  '3',
  '5',
  '7',
  '10',
  '0.5',
  '1.25',
  '100',
  '255',
  '1e3',
  '4294967296',
  '2147483647',
  '-0',
  '(0 / 0)',
  'Infinity',
  '1e-7',
  '123456789.125',
];

const compare = ['<', '<=', '>', '>=', '===', '!=='];

function numeric(g: Generator, depth: number): Maker[] {
  const n = () => g.expression(number, depth);
  const makers: Maker[] = [
    () => `(${n()} ${g.random.pick(['+', '-', '*', '/', '%'])} ${n()})`,
    () => `(${n()} ${g.random.pick(['+', '-', '*'])} ${g.random.integer(1, 9)})`,
    () => `(${n()} ${g.random.pick(['&', '|', '^', '<<', '>>', '>>>'])} ${n()})`,
    () => `(${g.random.pick(['-', '~', '+'])}${n()})`,
    () =>
      `Math.${g.random.pick(['floor', 'ceil', 'round', 'trunc', 'abs', 'sign', 'sqrt', 'fround', 'clz32'])}(${n()})`,
    () => `Math.${g.random.pick(['max', 'min', 'imul', 'hypot'].slice(0, 3))}(${n()}, ${n()})`,
    () => `Number(${g.expression(boolean, depth)})`,
    () => `Number(${g.expression(string, depth)})`,
    () => `parseInt(${g.expression(string, depth)}, ${g.random.pick(['10', '16', '2'])})`,
    () => `(same<number>(${n()}) ${g.random.pick(['||', '&&'])} ${n()})`,
  ];
  for (const v of g.random.sample(
    g.variablesOf((t) => t.kind === 'number').filter((v) => v.mutable),
    1,
  )) {
    makers.push(
      () => `(${v.name}${g.random.pick(['++', '--'])})`,
      () => `(${v.name} ${g.random.pick(['=', '+=', '-=', '*=', '||=', '&&=', '|=', '>>>='])} ${n()})`,
    );
  }
  return makers;
}

function logical(g: Generator, depth: number): Maker[] {
  const b = () => g.expression(boolean, depth);
  return [
    () =>
      `(same<number>(${g.expression(number, depth)}) ${g.random.pick(compare)} ${g.expression(number, depth)})`,
    () =>
      `(same<string>(${g.expression(string, depth)}) ${g.random.pick(compare)} ${g.expression(string, depth)})`,
    () => `(same<boolean>(${b()}) ${g.random.pick(['&&', '||'])} ${b()})`,
    () => `(!same<boolean>(${b()}))`,
    () => `(same<boolean>(${b()}) ${g.random.pick(['===', '!=='])} same<boolean>(${b()}))`,
    () =>
      `Number.${g.random.pick(['isInteger', 'isNaN', 'isFinite', 'isSafeInteger'])}(${g.expression(number, depth)})`,
    () => `Object.is(${g.expression(number, depth)}, ${g.expression(number, depth)})`,
    () => `Boolean(${g.expression(g.scalar(), depth)})`,
  ];
}

export const numbers: Feature = {
  name: 'numbers',
  literal(g, type) {
    if (type.kind === 'boolean') return g.random.pick(['true', 'false']);
    if (type.kind !== 'number') return undefined;
    const text = g.random.chance(0.5) ? String(g.random.integer(0, 20)) : g.random.pick(literals);
    return text.startsWith('-') ? `(${text})` : text;
  },
  expressions(g, type, depth) {
    if (type.kind === 'number') return numeric(g, depth);
    return type.kind === 'boolean' ? logical(g, depth) : [];
  },
  statements(g, depth) {
    return g.random
      .sample(
        g.variablesOf((t) => t.kind === 'number').filter((v) => v.mutable),
        1,
      )
      .map(
        (v) => () =>
          g.random.chance(0.3)
            ? `${v.name}${g.random.pick(['++', '--'])};`
            : `${v.name} ${g.random.pick(['+=', '-=', '*=', '/=', '%=', '&=', '^=', '<<=', '>>='])} ${g.expression(number, depth)};`,
      );
  },
};
