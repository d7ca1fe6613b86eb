// What is spread is of an interface with methods, or one of two literals with different properties.
interface Assertion {
  toBe(x: unknown): boolean;
  toEqual(x: unknown): boolean;
}
interface Expect extends Assertion {
  not: Assertion;
}
function expect(actual: unknown): Expect {
  const make = (isNot: boolean): Assertion => ({
    toBe: (x) => (actual === x) !== isNot,
    toEqual(x) {
      return (JSON.stringify(actual) === JSON.stringify(x)) !== isNot;
    },
  });
  return { ...make(false), not: make(true) };
}
console.log(expect(1).toBe(1), expect(1).not.toBe(1), expect([1]).toEqual([1]), expect('a').not.toEqual('b'));
interface Logger {
  level: string;
  log(text: string): string;
  error(text: string): string;
}
const base: Logger = {
  level: 'info',
  log(text) {
    return `${this.level}: ${text}`;
  },
  error: (text) => `!${text}`,
};
const loud: Logger = { ...base, log: (text) => text.toUpperCase() };
const quiet: Logger = { ...base, level: 'warn' };
console.log(loud.log('x'), loud.error('y'), quiet.log('z'), base.log('z'), Object.keys(quiet));
const prefixed = (inner: Logger, prefix: string): Logger => ({
  ...inner,
  error: (text) => prefix + inner.error(text),
  log: (text) => prefix + inner.log(text),
});
console.log(prefixed(base, '>').log('a'), prefixed(loud, '-').error('b'), prefixed(base, '').level);
class Plain implements Logger {
  level = 'plain';
  log(text: string) {
    return text;
  }
  error(text: string) {
    return text;
  }
}
console.log(prefixed(new Plain(), '+').log('c'));

// One of two literals.
const options = (isOn: boolean) => ({ id: 1, ...(isOn ? { volume: 3 } : { reason: 'off' }), end: true });
const [on, off] = [options(true), options(false)];
console.log(on, off, JSON.stringify(off), Object.keys(on), 'volume' in off);
if ('volume' in on) console.log(on.volume + 1);
if (!('volume' in off)) console.log(off.reason.length);
interface Options {
  id: number;
  volume?: number;
  reason?: string;
}
const all: Options[] = [on, off, { id: 2, ...(on.id > 1 ? { volume: 9 } : { reason: 'x' }) }];
console.log(all.map((each) => each.volume ?? each.reason));
console.log({ ...off, id: 5 }, { k: 0, ...options(true) });
const event = (isKey: boolean) => ({
  time: 1,
  ...(isKey ? { type: 'key' as const, key: 'a' } : { type: 'move' as const, x: 3 }),
});
for (const each of [event(true), event(false)])
  console.log(each.type === 'key' ? each.key : each.x + each.time);
const both = (isText: boolean) => ({ ...(isText ? { v: 'one' } : { v: 1 }) });
console.log(both(true).v, both(false).v);
