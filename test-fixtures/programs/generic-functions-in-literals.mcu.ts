// Functions with type parameters in object literals: code is made for each use, and `this` is the object.
const util = {
  count: 0,
  same<T>(a: T, b: T): boolean { this.count++; return Object.is(a, b); },
  wrap: <T>(x: T) => [x, x],
  pick: function <T, K extends keyof T>(o: T, k: K) { return o[k]; },
  plain(x: number) { return this.count + x; },
  nested: { id<U>(u: U): U { return u; } },
};
function ident<T>(x: T): T { return x; }
const lib = { ident, also: ident, first<T>(xs: readonly T[]): T | undefined { return xs[0]; } } as const;
console.log(util.same(1, 1), util.same('a', 'b'), util.same(NaN, NaN), util.count);
console.log(util.wrap('x'), util.wrap(3), util.pick({ a: 1, b: 'two' }, 'b'), util.plain(1), util.nested.id(true));
console.log(lib.ident(5), lib.also('s'), lib.first([7, 8]), lib.first<string>([]));
function f(n: number) {
  const local = { add: <T>(x: T) => `${x} ${n}` };
  return local.add('v') + local.add(true);
}
console.log(f(3));
class Suite { readonly assert = { eq<T>(a: T, b: T) { if (a !== b) throw new Error(`${a} ${b}`); } }; run() { this.assert.eq(1, 1); this.assert.eq('a', 'b'); } }
try { new Suite().run(); } catch (e) { console.log((e as Error).message); }
function make(n: number) {
  return {
    n,
    label<T>(x: T): string {
      return `${this.n}:${x}`;
    },
    test(k: number): string {
      const other = make(k);
      return [other.label(this.n), this.label('own'), this.n, other.label(this.label(true))].join(' ');
    },
  };
}
console.log(make(1).test(2), make(3).label([4]));
