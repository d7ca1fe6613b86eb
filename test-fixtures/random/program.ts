// A random program over all features of the language, from a seed. Programs always end; cells are divided by `// %%`,
// and a function may be defined again in a later cell.
import ts from 'typescript';
import { arrays } from './features/arrays.ts';
import { asynchronous } from './features/async.ts';
import { classes } from './features/classes.ts';
import { collections } from './features/collections.ts';
import { control } from './features/control.ts';
import { dynamic } from './features/dynamic.ts';
import { exceptions } from './features/exceptions.ts';
import { functions } from './features/functions.ts';
import { generators } from './features/generators.ts';
import { ints } from './features/ints.ts';
import { numbers } from './features/numbers.ts';
import { objects } from './features/objects.ts';
import { optionals } from './features/optionals.ts';
import { strings } from './features/strings.ts';
import { unions } from './features/unions.ts';
import { type Feature, Generator } from './generator.ts';
import { Random } from './random.ts';
import { isPrintable } from './types.ts';

/** In every program. */
const basic = [numbers, strings, arrays, control];

/** Some of them are in each program: all at once would make every program large and slow. */
const optional: readonly Feature[] = [
  collections,
  objects,
  functions,
  optionals,
  unions,
  exceptions,
  classes,
  generators,
  asynchronous,
  dynamic,
  ints,
];

const separator = '// %%';

/** The text of the program of a seed. */
export function randomProgram(seed: number): string {
  const choice = new Random(seed ^ 0x5eed);
  // Literals of functions need what functions declare.
  const chosen = choice.sample(optional, choice.integer(2, 4));
  const features = [...basic, ...optional.filter((feature) => chosen.includes(feature))];
  const g = new Generator(seed, features);
  g.topLevel.push('function same<T>(value: T): T { return value; }');
  for (const { prelude } of features) g.topLevel.push(...(prelude ?? []));
  for (const feature of features) {
    feature.declare?.(g);
    g.topLevel.push(g.declaration(1));
  }
  for (let i = choice.integer(4, 9); i > 0; i--) g.topLevel.push(g.statement(3));
  const printed = g.variables.filter((v) => isPrintable(v.type)).map((v) => `console.log(${v.name});`);
  g.topLevel.push(printed.join('\n'));
  // The jobs of promises run at the end of each cell, so these programs are one cell.
  if (!g.usesAsync && choice.chance(0.3)) divide(g, choice, chosen.includes(ints));
  return `${g.topLevel.join('\n')}\n`;
}

function divide(g: Generator, choice: Random, usesInts: boolean): void {
  // Node's side of a definition anew is no TypeScript, which programs with `int` must be.
  for (const definition of usesInts ? [] : g.redefinitions) {
    const later = choice.integer(Math.ceil(g.topLevel.length / 2), g.topLevel.length - 1);
    // What is first in its cell holds for all of it, as what is assigned first does.
    g.topLevel.splice(later, 0, separator, definition, ...(choice.chance(0.5) ? [separator] : []));
  }
  for (let i = choice.integer(1, 3); i > 0; i--) {
    g.topLevel.splice(choice.integer(1, g.topLevel.length - 1), 0, separator);
  }
}

/** The cells of a program. */
export function cellsOf(program: string): string[] {
  return program.split(`${separator}\n`).filter((cell) => cell.trim() !== '');
}

/** The program as one script: a function that is defined again is an assignment there. */
export function asScript(program: string): string {
  const source = ts.createSourceFile('program.ts', program, ts.ScriptTarget.ES2022);
  const defined = new Set<string>();
  let script = '';
  let end = 0;
  for (const statement of source.statements) {
    const name = ts.isFunctionDeclaration(statement) ? statement.name?.text : undefined;
    if (name !== undefined && defined.has(name)) {
      const start = statement.getStart(source);
      script += `${program.slice(end, start)};${name} = ${program.slice(start, statement.end)};`;
      end = statement.end;
    }
    if (name !== undefined) defined.add(name);
  }
  return script + program.slice(end);
}
