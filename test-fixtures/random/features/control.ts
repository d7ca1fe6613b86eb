// Conditions, loops with labels, `switch` with fallthrough, jumps.
import type { Feature, Generator, Maker } from '../generator.ts';
import { boolean, number, string } from '../types.ts';

const loopPlace = (g: Generator, label: string) => ({ inLoop: true, loops: [...g.place.loops, label] });

function jumps(g: Generator, depth: number): Maker[] {
  const makers: Maker[] = [];
  const condition = () => g.expression(boolean, depth);
  if (g.place.inLoop) makers.push(() => `if (${condition()}) ${g.random.pick(['break', 'continue'])};`);
  if (g.place.loops.length > 0) {
    makers.push(
      () => `if (${condition()}) ${g.random.pick(['break', 'continue'])} ${g.random.pick(g.place.loops)};`,
    );
  }
  const { result } = g.place;
  if (result && !g.place.yields) {
    makers.push(
      () => `if (${condition()}) return${result.kind === 'void' ? '' : ` ${g.value(result, depth)}`};`,
    );
  }
  return makers;
}

export const control: Feature = {
  name: 'control',
  statements(g, depth) {
    const label = g.fresh('l');
    const i = g.fresh('i');
    const count = g.random.integer(1, 4);
    const counter = { name: i, type: number, mutable: false };
    const body = () => g.repeated(count, () => g.block(depth, loopPlace(g, label), [counter]));
    return [
      () => `if (${g.expression(boolean, depth)}) ${g.block(depth)}`,
      () => `if (${g.expression(boolean, depth)}) ${g.block(depth)} else ${g.block(depth)}`,
      () => `${label}: for (let ${i} = 0; ${i} < ${count}; ${i}++) ${body()}`,
      () => `${label}: for (let ${i} = ${count}; ${i} > 0; ${i}--) ${body()}`,
      () => `{\nlet ${i} = 0;\n${label}: while (${i}++ < ${count}) ${body()}\n}`,
      () =>
        `{\nlet ${i} = 0;\n${label}: do ${body()} while (${i}++ < ${count - 1} && ${g.expression(boolean, depth)});\n}`,
      () => {
        const over = g.expression(number, depth);
        const cases = g.random
          .sample(['0', '1', '2', '3'], g.random.integer(1, 4))
          .map((value) => `case ${value}: ${g.block(depth)}${g.random.chance(0.6) ? ' break;' : ''}`);
        cases.splice(g.random.integer(0, cases.length), 0, `default: ${g.block(depth)}`);
        return `switch (Math.abs(${over}) % 4) { ${cases.join(' ')} }`;
      },
      () => {
        const cases = g.random
          .sample(["'a'", "'bc'", "'x'", "''"], 2)
          .map((value) => `case ${value}: ${g.block(depth)}${g.random.chance(0.6) ? ' break;' : ''}`);
        return `switch (same<string>(${g.expression(string, depth)})) { ${cases.join(' ')} default: ${g.block(depth)} }`;
      },
      () => {
        const name = g.fresh('b');
        return `${name}: {\n${g.inside({}, () => g.statements(depth, 2))}\nif (${g.expression(boolean, depth)}) break ${name};\n${g.inside({}, () => g.statements(depth, 2))}\n}`;
      },
      ...jumps(g, depth),
      ...jumps(g, depth),
    ];
  },
};
