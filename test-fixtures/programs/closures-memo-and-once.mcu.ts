// Closures that keep state: memo tables by several arguments, rate limits, undo, generators of ids, private counters.
function memo<K extends string | number, R>(f: (...args: K[]) => R) {
  const cache: Record<string, R> = {};
  const stats = { hits: 0, misses: 0 };
  const call = (...args: K[]): R => {
    const key = args.join('|');
    if (key in cache) stats.hits++;
    else {
      stats.misses++;
      cache[key] = f(...args);
    }
    return cache[key]!;
  };
  return { call, stats };
}
const power = memo((base: number, exponent: number) => base ** exponent);
console.log(power.call(2, 10), power.call(2, 10), power.call(10, 2), power.stats);
const path = memo((a: string, b: string) => `${a}/${b}`);
console.log(path.call('x', 'y'), path.call('x', 'y'), path.stats.hits);
function limiter(max: number) {
  let used = 0;
  return {
    try: (f: () => string): string => (used < max ? (used++, f()) : "limited"),
    reset: () => {
      used = 0;
    },
  };
}
const limit = limiter(2);
console.log(limit.try(() => "1"), limit.try(() => "b"), limit.try(() => "c"));
limit.reset();
console.log(limit.try(() => "d"));
const history = <T>(initial: T) => {
  const states = [initial];
  let at = 0;
  return {
    set(value: T) {
      states.splice(++at);
      states.push(value);
      return value;
    },
    undo: () => states[at > 0 ? --at : at]!,
    redo: () => states[at < states.length - 1 ? ++at : at]!,
  };
};
const text = history('');
text.set('a');
text.set('ab');
console.log(text.undo(), text.undo(), text.undo(), text.redo(), text.set('x'), text.redo());
const ids = (prefix: string, n = 0) => () => `${prefix}${++n}`;
const [first, second] = [ids('a'), ids('b', 9)];
console.log(first(), second(), first(), second());
const trampoline = (n: number): number => {
  type Step = number | (() => Step);
  const sum = (k: number, acc: number): Step => (k === 0 ? acc : () => sum(k - 1, acc + k));
  let step: Step = sum(n, 0);
  while (typeof step === 'function') step = step();
  return step;
};
console.log(trampoline(500));
