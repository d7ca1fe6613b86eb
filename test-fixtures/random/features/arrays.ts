// Arrays and tuples: literals, methods with callbacks, elements, changes, destructuring and spread.
import type { Feature, Generator, Maker } from '../generator.ts';
import { boolean, isPrintable, number, string, type Type, textOf } from '../types.ts';

type ArrayType = Extract<Type, { kind: 'array' }>;

const arrayOf = (of: Type): ArrayType => ({ kind: 'array', of });

/** Arrays of `type` made from other arrays. */
function made(g: Generator, type: ArrayType, depth: number): Maker[] {
  const xs = () => g.expression(type, depth);
  const small = () => String(g.random.integer(-2, 4));
  const element = () => g.value(type.of, depth);
  const makers: Maker[] = [
    () => `[${element()}, ...${xs()}].slice(0, 9)`,
    () => `[...${xs()}, ...${xs()}].slice(0, 9)`,
    () => `${xs()}.filter(${g.arrow([type.of, number], boolean, depth)})`,
    () => {
      const from = g.dataType(0);
      return `${g.expression(arrayOf(from), depth)}.map<${textOf(type.of)}>(${g.arrow([from, number], type.of, depth)})`;
    },
    () => `${xs()}.flatMap<${textOf(type.of)}>(${g.arrow([type.of], type, depth - 1)}).slice(0, 9)`,
    () => `${xs()}.slice(${small()}, ${small()})`,
    // What `concat` is given is taken apart if it is an array.
    () =>
      `${xs()}.concat(${xs()}${['array', 'tuple', 'unknown', 'optional'].includes(type.of.kind) ? '' : `, ${element()}`}).slice(0, 9)`,
    () => `${xs()}.${g.random.pick(['toReversed', 'slice'])}()`,
    () =>
      `Array.from({ length: ${g.random.integer(0, 4)} }, (_, i): ${textOf(type.of)} => ${g.inside({ isAsync: false, yields: undefined }, () => g.value(type.of, depth), [{ name: 'i', type: number, mutable: false }])})`,
    () => `${xs()}.toSpliced(${small()}, ${g.random.integer(0, 2)}, ${element()})`,
  ];
  if (type.of.kind === 'number') {
    makers.push(
      () => `${xs()}.toSorted((a, b) => ${g.random.pick(['a - b', 'b - a', 'Math.abs(a) - Math.abs(b)'])})`,
      () => `${xs()}.toSorted()`,
      () => `[...${xs()}.keys()]`,
    );
  }
  if (type.of.kind === 'string') {
    makers.push(
      () => `${xs()}.toSorted()`,
      () => `${xs()}.toSorted((a, b) => a.length - b.length)`,
    );
  }
  return makers;
}

const mayBeAbsent = (type: Type) => ['optional', 'mixed', 'unknown'].includes(type.kind);

/** A value of `type` taken from an array. */
function taken(g: Generator, type: Type, depth: number): Maker[] {
  const xs = () => g.expression(arrayOf(type), depth);
  const makers: Maker[] = [
    () => `(${xs()}.at(${g.random.integer(-3, 3)}) ?? ${g.value(type, depth)})`,
    () =>
      `(${xs()}.${g.random.pick(['find', 'findLast'])}(${g.arrow([type], boolean, depth)}) ?? ${g.value(type, depth)})`,
    () =>
      `[${g.value(type, depth)}, ${g.value(type, depth)}][${g.random.integer(0, 1)}]${mayBeAbsent(type) ? '' : '!'}`,
  ];
  // `??` takes null away too, so it would change the type.
  if (mayBeAbsent(type)) makers.splice(0, 2);
  const from = g.scalar();
  makers.push(
    () =>
      `${g.expression(arrayOf(from), depth)}.${g.random.pick(['reduce', 'reduceRight'])}<${textOf(type)}>(${g.arrow([type, from, number], type, depth)}, ${g.value(type, depth)})`,
  );
  return makers;
}

function changes(g: Generator, depth: number): Maker[] {
  return g.random
    .sample(
      g.variablesOf((t) => t.kind === 'array'),
      1,
    )
    .flatMap((v): Maker[] => {
      const type = v.type as ArrayType;
      const value = () => g.value(type.of, depth);
      return [
        () => `if (${v.name}.length < 12) ${v.name}.${g.random.pick(['push', 'unshift'])}(${value()});`,
        () => {
          const at = g.index(depth);
          // What the index calls may empty the array.
          const index = g.fresh('i');
          return `{ const ${index} = ${at};\nif (${v.name}.length > 0) ${v.name}[${index} % ${v.name}.length] = ${value()}; }`;
        },
        () => `console.log(${v.name}.${g.random.pick(['pop', 'shift'])}() === undefined, ${v.name}.length);`,
        () => `${v.name}.splice(${g.random.integer(-2, 3)}, ${g.random.integer(0, 2)}, ${value()});`,
        () =>
          `${v.name}.${g.random.pick(['reverse()', `fill(${value()}, ${g.random.integer(0, 3)})`, 'copyWithin(0, 1)'])};`,
        () => `if (${v.name}.length > 2) ${v.name}.length = 2;`,
      ];
    });
}

function loops(g: Generator, depth: number): Maker[] {
  const type = g.dataType(1);
  const element = g.fresh('e');
  const index = g.fresh('i');
  const label = g.fresh('l');
  const variables = [
    { name: element, type, mutable: false },
    { name: index, type: number, mutable: false },
  ];
  return [
    () => {
      const over = g.expression(arrayOf(type), depth);
      const body = g.repeated(4, () =>
        g.block(depth, { inLoop: true, loops: [...g.place.loops, label] }, variables),
      );
      return `${label}: for (const [${index}, ${element}] of (${over}).slice(0, 4).entries()) ${body}`;
    },
    () => {
      const over = g.expression(arrayOf(type), depth);
      const body = g.repeated(4, () =>
        g.block(
          depth,
          { inLoop: false, loops: [], result: undefined, isAsync: false, yields: undefined },
          variables,
        ),
      );
      return `(${over}).slice(0, 4).forEach((${element}, ${index}) => ${body});`;
    },
  ];
}

/** `const [a, b = value, ...rest] = array`. */
function pattern(g: Generator, depth: number): string {
  const type = g.dataType(0);
  const [a, b, rest] = [g.fresh('a'), g.fresh('a'), g.fresh('a')];
  const fallback = () => g.value(type, depth);
  const text = `const [${a} = ${fallback()}, ${b} = ${fallback()}, ...${rest}] = ${g.expression(arrayOf(type), depth)};`;
  for (const name of [a, b]) g.declare({ name, type, mutable: false });
  g.declare({ name: rest, type: arrayOf(type), mutable: false });
  return text;
}

export const arrays: Feature = {
  name: 'arrays',
  types: (g, depth) => [
    () => arrayOf(g.dataType(depth)),
    () => arrayOf(g.scalar()),
    () => ({ kind: 'tuple', parts: [g.dataType(depth), g.dataType(depth)] }),
  ],
  literal(g, type, depth) {
    const part = (of: Type) => (depth > 0 ? g.literal(of, depth - 1) : g.literal(of, 0));
    if (type.kind === 'array') {
      const count = depth > 0 ? g.random.integer(0, 3) : 0;
      return count === 0
        ? `same<${textOf(type)}>([])`
        : `same<${textOf(type)}>([${Array.from({ length: count }, () => part(type.of)).join(', ')}])`;
    }
    if (type.kind === 'tuple') return `same<${textOf(type)}>([${type.parts.map(part).join(', ')}])`;
    return undefined;
  },
  expressions(g, type, depth) {
    if (depth < 0) return [];
    const makers: Maker[] = [];
    if (type.kind === 'array') makers.push(...made(g, type, depth));
    if (type.kind === 'tuple') {
      makers.push(() => `same<${textOf(type)}>([${type.parts.map((p) => g.value(p, depth)).join(', ')}])`);
    }
    if (isPrintable(type) && type.kind !== 'array') makers.push(...g.random.sample(taken(g, type, depth), 2));
    const of = g.scalar();
    const xs = () => g.expression(arrayOf(of), depth);
    if (type.kind === 'number') {
      makers.push(
        () => `${xs()}.length`,
        () => `${xs()}.${g.random.pick(['indexOf', 'lastIndexOf'])}(${g.value(of, depth)})`,
        () =>
          `${xs()}.${g.random.pick(['findIndex', 'findLastIndex'])}(${g.arrow([of, number], boolean, depth)})`,
      );
    }
    if (type.kind === 'boolean') {
      makers.push(
        () => `${xs()}.${g.random.pick(['some', 'every'])}(${g.arrow([of, number], boolean, depth)})`,
        () => `${xs()}.includes(${g.value(of, depth)})`,
      );
    }
    if (type.kind === 'string') makers.push(() => `${xs()}.join(${g.expression(string, 0)}).slice(0, 40)`);
    return makers;
  },
  statements(g, depth) {
    return [...changes(g, depth), ...loops(g, depth), () => pattern(g, depth)];
  },
};
