// Generators: declared, iterated, left early, delegating, in destructuring and spread.
import type { Feature, Generator, Maker } from '../generator.ts';
import { number, string, type Type, textOf } from '../types.ts';

const generatorOf = (of: Type): Type => ({ kind: 'generator', of });

function declareGenerator(g: Generator): void {
  const name = g.fresh('gen');
  const of = g.random.pick([number, string]);
  const parameters = g.parameters(2);
  const { text, cost } = g.body({ kind: 'void' }, parameters, 2, { yields: of }, [
    `yield ${g.literal(of, 0)};`,
  ]);
  const list = parameters.map((p) => `${p.name}: ${textOf(p.type)}`).join(', ');
  g.topLevel.push(`function* ${name}(${list}): Generator<${textOf(of)}> ${text}`);
  g.functions.push({ name, parameters, result: generatorOf(of), cost: cost + 5, throws: false });
}

/** A call of a generator function that gives the type. */
function called(g: Generator, of: Type, depth: number): string | undefined {
  const maker = g.calls(g.functions, '', generatorOf(of), depth)[0];
  const text = maker?.();
  return text?.startsWith('gen') ? text : undefined;
}

export const generators: Feature = {
  name: 'generators',
  declare(g) {
    for (let i = g.random.integer(1, 2); i > 0; i--) declareGenerator(g);
  },
  literal(_g, type) {
    return type.kind === 'generator' ? `(function* (): Generator<${textOf(type.of)}> {})()` : undefined;
  },
  expressions(g, type, depth) {
    if (type.kind === 'array' && (type.of.kind === 'number' || type.of.kind === 'string')) {
      const { of } = type;
      return [
        () => {
          const text = called(g, of, depth);
          return text ? `[...${text}].slice(0, 5)` : g.leaf(type);
        },
      ];
    }
    return [];
  },
  statements(g, depth) {
    const of = g.random.pick([number, string]);
    const e = g.fresh('e');
    const makers: Maker[] = [
      () => {
        const text = called(g, of, depth) ?? `same<${textOf(of)}[]>([])`;
        const body = g.repeated(6, () =>
          g.block(depth, { inLoop: true }, [{ name: e, type: of, mutable: false }]),
        );
        return `for (const ${e} of ${text}) ${body}`;
      },
      () => {
        const it = g.fresh('it');
        const text = called(g, of, depth);
        return text
          ? `const ${it} = ${text};\nconsole.log(${it}.next(), ${it}.next());\n${g.random.pick([`console.log(${it}.return(undefined), ${it}.next());`, `console.log([...${it}]);`])}`
          : g.print(depth);
      },
      () => {
        const text = called(g, of, depth);
        const name = g.fresh('d');
        if (!text) return g.print(depth);
        g.declare({ name, type: of, mutable: true });
        return `let [${name} = ${g.literal(of, 0)}] = ${text};`;
      },
    ];
    const { yields } = g.place;
    if (yields) {
      makers.push(
        () => `yield ${g.value(yields, depth)};`,
        () => `yield ${g.value(yields, depth)};`,
        () => `yield* ${called(g, yields, depth) ?? `[${g.value(yields, depth)}]`};`,
      );
    }
    return makers;
  },
};
