// Strings and their methods. No result grows beyond some forty characters.
import type { Feature, Generator, Maker } from '../generator.ts';
import { number, string, type Type } from '../types.ts';

const literals = [
  "''",
  "'a'",
  "'bc'",
  "'Hello'",
  "' x '",
  "'a,b,c'",
  "'é€'",
  "'12'",
  "'-3.5'",
  "'ß'",
  "'aXbXc'",
  "'zz top'",
];

const strings_: Type = { kind: 'array', of: string };

function text(g: Generator, depth: number): Maker[] {
  const s = () => g.expression(string, depth);
  const n = () => g.expression(number, depth);
  const small = () => String(g.random.integer(-3, 6));
  const scalar = () => g.expression(g.scalar(), depth);
  return [
    () => `(${s()} + ${scalar()}).slice(0, 40)`,
    () => `(${scalar()} + ${s()}).slice(-40)`,
    () => `\`\${${scalar()}}-\${${scalar()}}\`.slice(0, 40)`,
    () => `${s()}.${g.random.pick(['slice', 'substring'])}(${small()}, ${small()})`,
    () => `${s()}.slice(${n()})`,
    () =>
      `${s()}.${g.random.pick(['trim', 'trimStart', 'trimEnd', 'toUpperCase', 'toLowerCase', 'toString'])}()`,
    () =>
      `${s()}.${g.random.pick(['padStart', 'padEnd'])}(${g.random.integer(0, 9)}, ${g.random.pick(["'*'", "'ab'", "' '"])})`,
    () => `${s()}.slice(0, 8).repeat(${g.random.integer(0, 3)})`,
    () => `${s()}.charAt(${small()})`,
    () =>
      `${s()}.${g.random.pick(['replace', 'replaceAll'])}(${g.literal(string, 1)}, ${g.random.pick(["'-'", "'$&$&'", "''", '(found, at) => found + at'])}).slice(0, 40)`,
    () =>
      `${s()}.split(${g.random.pick(["''", "','", "'X'", "'b'"])}).join(${g.random.pick(["'|'", "''"])}).slice(0, 40)`,
    () => `[...${s()}].reverse().join('')`,
    () => `(${n()}).toString(${g.random.pick(['', '10', '2', '16', '36'])}).slice(0, 40)`,
    () => `(${n()}).toFixed(${g.random.integer(0, 4)})`,
    () => `String(${scalar()})`,
    () => `String.fromCharCode(97 + (Math.abs(${n()}) % 20 | 0))`,
    () => `(${s()}.at(${small()}) ?? '-')`,
    () => `(same<string>(${s()}) || ${s()})`,
    () => `(typeof ${g.random.chance(0.5) ? scalar() : s()})`,
  ];
}

export const strings: Feature = {
  name: 'strings',
  types: () => [() => string, () => strings_],
  literal(g, type) {
    return type.kind === 'string' ? g.random.pick(literals) : undefined;
  },
  expressions(g, type, depth) {
    const s = () => g.expression(string, depth);
    if (type.kind === 'string') return text(g, depth);
    if (type.kind === 'number') {
      return [
        () => `${s()}.length`,
        () => `${s()}.charCodeAt(${g.random.integer(-1, 3)})`,
        () => `${s()}.${g.random.pick(['indexOf', 'lastIndexOf'])}(${s()})`,
        () => `(${s()}.codePointAt(${g.random.integer(0, 2)}) ?? -1)`,
      ];
    }
    if (type.kind === 'boolean') {
      return [() => `${s()}.${g.random.pick(['includes', 'startsWith', 'endsWith'])}(${s()})`];
    }
    if (type.kind === 'array' && type.of.kind === 'string') {
      return [() => `${s()}.split(${g.random.pick(["''", "','", "'X'"])})`, () => `[...${s()}]`];
    }
    return [];
  },
  statements(g, depth) {
    const makers: Maker[] = [
      () => {
        const c = g.fresh('c');
        const over = g.expression(string, depth);
        return `for (const ${c} of (${over}).slice(0, 5)) ${g.repeated(5, () => g.block(depth, { inLoop: true }, [{ name: c, type: string, mutable: false }]))}`;
      },
    ];
    for (const v of g.random.sample(
      g.variablesOf((t) => t.kind === 'string').filter((x) => x.mutable),
      1,
    )) {
      makers.push(() => `${v.name} = (${v.name} + ${g.expression(g.scalar(), depth)}).slice(-30);`);
    }
    return makers;
  },
};
