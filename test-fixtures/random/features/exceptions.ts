// Exceptions: thrown errors and values, errors of the runtime, `finally` with jumps. Own messages begin with `!`; those
// of the runtime differ from Node's and are not printed.
import type { Feature, Generator, Maker } from '../generator.ts';
import { boolean, number, string } from '../types.ts';

const declarations = [
  'class AppError extends Error { constructor(message: string, readonly code: number) { super(message); this.name = "AppError"; } }',
  'class DeepError extends AppError { get twice(): number { return this.code * 2; } }',
  `function told(e: unknown): string {
  if (e instanceof DeepError) return \`deep \${e.twice} \${e.message}\`;
  if (e instanceof AppError) return \`app \${e.code} \${e.message} \${e}\`;
  if (e instanceof Error) return e.name + (e.message.startsWith('!') ? e.message : '') + (e instanceof RangeError);
  if (typeof e === 'string') return 'string ' + e;
  if (typeof e === 'number') return 'number ' + e;
  return typeof e;
}`,
];

function thrown(g: Generator, depth: number): string {
  return g.random.pick([
    () => `new Error('!' + ${g.expression(string, depth)})`,
    () => `new ${g.random.pick(['RangeError', 'TypeError', 'SyntaxError'])}('!x')`,
    () => `new ${g.random.pick(['AppError', 'DeepError'])}('!y', ${g.expression(number, depth)})`,
    () => g.value(g.scalar(), depth),
  ])();
}

/** Statements that are errors of the runtime here and in Node. */
const failing = [
  "'x'.repeat(-1);",
  '(5).toFixed(101);',
  'String.fromCodePoint(-1);',
  "JSON.parse('{');",
  'same<number[]>([]).reduce((a, b) => a + b);',
  'new Array<number>(-1);',
  "same<any>('text') as string; same<{ f: number } | null>(null)!.f;",
];

/** `try` and what follows. Jumps are allowed in all of its parts, also in `finally`. */
function attempt(g: Generator, depth: number): string {
  const e = g.fresh('e');
  const tried = g.block(depth, { caught: true });
  const kind = g.random.integer(0, 2);
  const caught = g.inside({}, () => `catch (${e}) {\nconsole.log(told(${e}));\n${g.statements(depth, 2)}\n}`);
  if (kind === 0) return `try ${tried} ${caught}`;
  const last = `finally ${g.block(depth)}`;
  if (kind === 1) return `try ${tried} ${caught} ${last}`;
  // Without a `catch` of its own, something around catches.
  return `try {\ntry ${tried} ${last}\n} ${caught}`;
}

export const exceptions: Feature = {
  name: 'exceptions',
  prelude: declarations,
  statements(g, depth) {
    const makers: Maker[] = [() => attempt(g, depth), () => attempt(g, depth)];
    if (g.place.caught) {
      makers.push(
        () => `if (${g.expression(boolean, depth)}) throw ${thrown(g, depth)};`,
        () => `if (${g.expression(boolean, depth)}) throw ${thrown(g, depth)};`,
        () => `if (${g.expression(boolean, depth)}) { ${g.random.pick(failing)} }`,
      );
    }
    return makers;
  },
};
