// Promises and asynchronous functions, whose jobs interleave with each other and with timers.
import type { Feature, Generator, Maker } from '../generator.ts';
import { sameType, type Type, textOf } from '../types.ts';

/**
 * A delay in milliseconds. They are so far apart that the time which the program itself takes decides no order, and so many
 * that hardly two sums are equal.
 */
const delay = (g: Generator): number => 20 * g.random.integer(1, 5000);

const promiseOf = (of: Type): Type => ({ kind: 'promise', of });

function declareAsync(g: Generator): void {
  const name = g.fresh('job');
  const result = g.dataType(1);
  const parameters = g.parameters(2);
  const throws = g.random.chance(0.4);
  const before = g.random.chance(0.6) ? ['await undefined;'] : [];
  const { text, cost } = g.body(result, parameters, 2, { isAsync: true, caught: throws }, before);
  const list = parameters.map((p) => `${p.name}: ${textOf(p.type)}`).join(', ');
  g.topLevel.push(`async function ${name}(${list}): Promise<${textOf(result)}> ${text}`);
  g.functions.push({ name, parameters, result: promiseOf(result), cost: cost + 5, throws });
}

/** A promise that is not rejected, or whose rejection is handled. */
function promise(g: Generator, of: Type, depth: number): string {
  const known = g.functions.filter((f) => sameType(f.result, promiseOf(of)));
  if (known.length > 0 && g.random.chance(0.8)) {
    const f = g.random.pick(known);
    if (g.spend(f.cost)) {
      const call = `${f.name}(${g.args(f.parameters, depth - 1)})`;
      return f.throws ? `${call}.catch((): ${textOf(of)} => ${g.literal(of, 1)})` : call;
    }
  }
  const arrow = () => g.value(of, depth - 1);
  return g.random.pick([
    () => `Promise.resolve<${textOf(of)}>(${g.value(of, depth - 1)})`,
    () =>
      `new Promise<${textOf(of)}>((resolve) => { setTimeout(() => resolve(${g.inside({ isAsync: false, yields: undefined }, arrow)}), ${delay(g)}); })`,
    () =>
      `Promise.resolve(1).then((): ${textOf(of)} => ${g.inside({ isAsync: false, yields: undefined }, arrow)})`,
  ])();
}

const callback = {
  inLoop: false,
  loops: [],
  caught: false,
  result: undefined,
  isAsync: false,
  yields: undefined,
} as const;

export const asynchronous: Feature = {
  name: 'async',
  declare(g) {
    g.usesAsync = true;
    for (let i = g.random.integer(1, 2); i > 0; i--) declareAsync(g);
  },
  literal(g, type, depth) {
    return type.kind === 'promise'
      ? `Promise.resolve<${textOf(type.of)}>(${g.literal(type.of, depth)})`
      : undefined;
  },
  expressions(g, type, depth) {
    if (!g.place.isAsync || type.kind === 'promise' || type.kind === 'function') return [];
    return [() => `(await ${promise(g, type, depth)})`, () => `(await ${promise(g, type, depth)})`];
  },
  statements(g, depth) {
    const of = g.functions.flatMap((f) => (f.result.kind === 'promise' ? [f.result.of] : []));
    const type = g.random.pick([...of, g.scalar()]);
    const v = g.fresh('v');
    const variables = [{ name: v, type, mutable: false }];
    const makers: Maker[] = [
      () => `${promise(g, type, depth)}.then((${v}) => ${g.block(depth, callback, variables)});`,
      () => `${promise(g, type, depth)}.finally(() => ${g.block(depth, callback)});`,
      () => `queueMicrotask(() => ${g.block(depth, callback)});`,
      () => `setTimeout(() => ${g.block(depth, callback)}, ${delay(g)});`,
      () =>
        `Promise.${g.random.pick(['all', 'race', 'any'])}([${promise(g, type, depth)}, ${promise(g, type, depth)}]).then((${v}) => console.log(${v}));`,
      () => `Promise.reject(new Error('!no')).catch((${v}: unknown) => ${g.block(depth, callback)});`,
    ];
    if (g.place.isAsync) {
      makers.push(
        () => `await ${g.random.pick(['undefined', '7', "'x'"])};`,
        () => {
          const text = `const ${v}: ${textOf(type)} = await ${promise(g, type, depth)};`;
          g.declare({ name: v, type, mutable: false });
          return text;
        },
        () => {
          const e = g.fresh('e');
          const rejects = g.functions.find((f) => f.result.kind === 'promise' && f.throws);
          const call =
            rejects && g.spend(rejects.cost)
              ? `await ${rejects.name}(${g.args(rejects.parameters, depth - 1)});`
              : 'await Promise.reject(5);';
          return `try {\n${call}\n} catch (${e}) ${g.block(depth)}`;
        },
      );
    }
    return makers;
  },
};
