// Parser combinators.
type ParseResult<T> = { success: true; value: T; rest: string } | { success: false; expected: string };
type Parser<T> = (input: string) => ParseResult<T>;
const char =
  (c: string): Parser<string> =>
  (input) =>
    input.startsWith(c) ? { success: true, value: c, rest: input.slice(1) } : { success: false, expected: c };
const satisfy =
  (name: string, test: (c: string) => boolean): Parser<string> =>
  (input) =>
    input.length > 0 && test(input[0]!)
      ? { success: true, value: input[0]!, rest: input.slice(1) }
      : { success: false, expected: name };
const many =
  <T>(p: Parser<T>): Parser<T[]> =>
  (input) => {
    const values: T[] = [];
    let rest = input;
    for (;;) {
      const r = p(rest);
      if (!r.success) return { success: true, value: values, rest };
      values.push(r.value);
      rest = r.rest;
    }
  };
const map =
  <A, B>(p: Parser<A>, f: (a: A) => B): Parser<B> =>
  (input) => {
    const r = p(input);
    return r.success ? { ...r, value: f(r.value) } : r;
  };
const seq =
  <A, B>(a: Parser<A>, b: Parser<B>): Parser<[A, B]> =>
  (input) => {
    const first = a(input);
    if (!first.success) return first;
    const second = b(first.rest);
    if (!second.success) return second;
    return { success: true, value: [first.value, second.value], rest: second.rest };
  };
const or =
  <T>(...ps: Parser<T>[]): Parser<T> =>
  (input) => {
    let expected = '';
    for (const p of ps) {
      const r = p(input);
      if (r.success) return r;
      expected = expected ? `${expected} or ${r.expected}` : r.expected;
    }
    return { success: false, expected };
  };
const digit = satisfy('digit', (c) => c >= '0' && c <= '9');
const number: Parser<number> = map(seq(digit, many(digit)), ([d, ds]) => Number([d, ...ds].join('')));
const factor: Parser<number> = (input) =>
  or(
    number,
    map(seq(char('('), seq(expr, char(')'))), ([, [value]]) => value),
  )(input);
const term: Parser<number> = map(seq(factor, many(seq(or(char('*'), char('/')), factor))), ([first, rest]) =>
  rest.reduce((acc, [op, n]) => (op === '*' ? acc * n : acc / n), first),
);
const expr: Parser<number> = map(seq(term, many(seq(or(char('+'), char('-')), term))), ([first, rest]) =>
  rest.reduce((acc, [op, n]) => (op === '+' ? acc + n : acc - n), first),
);
for (const text of ['1+2*3', '(1+2)*3', '10/4-1', '2*(3+(4-1))', 'x', '(1+2']) {
  const r = expr(text);
  console.log(text, r.success ? r.value : `expected ${r.expected}`);
}
