// Classes that variables hold: compared, asked for their names, and tested for by instanceof; those of errors too.
class Base { constructor(readonly n: number = 1) {} hi() { return `base ${this.n}`; } }
class Derived extends Base { override hi() { return `derived ${this.n}`; } }
class Other { x = 1; }
type Make = new (n?: number) => Base;
function check(make: Make, o: unknown) { return [o instanceof make, make.name, o instanceof make ? o.hi() : 'no']; }
console.log(check(Base, new Base(2)), check(Derived, new Base(3)), check(Base, new Derived(4)), check(Derived, 'text'), check(Base, null));
const makers: Make[] = [Base, Derived];
for (const m of makers) { const o = new m(7); console.log(m.name, o.hi(), o.constructor === m, o.constructor === Base, m === Base, m !== Derived); }
const errors = [Error, TypeError, RangeError, SyntaxError, URIError, ReferenceError];
for (const E of errors) { const e = new E('msg'); console.log(E.name, String(e), e instanceof E, e instanceof TypeError, e instanceof Error, e.constructor === E); }
class Custom extends Error { constructor(message?: string) { super(message); this.name = 'Custom'; } }
function throws(expected: new (message?: string) => Error, f: () => void): string {
  try { f(); } catch (e) {
    if (!(e instanceof Error)) return `threw ${e}`;
    return e.constructor === expected ? 'ok' : `expected ${expected.name}, got ${e.constructor.name}: ${e.message} ${(e as Error) instanceof expected}`;
  }
  return `no ${expected.name}`;
}
console.log(throws(TypeError, () => { throw new TypeError('x'); }), throws(RangeError, () => { throw new TypeError('x'); }), throws(Error, () => { throw new Custom('c'); }), throws(Custom, () => {}), throws(Custom, () => { throw 5; }), throws(Custom, () => { throw new Custom(); }));
console.log(throws(RangeError, () => { new Array(-1); }));
function of<T>(o: object, C: new (...args: any[]) => T): o is T & object { return o instanceof C; }
const things: object[] = [new Other(), new Derived(9), new Map(), [1]];
console.log(things.map((t) => [of(t, Other), of(t, Base)]));
const registry = new Map<string, Make>([['b', Base], ['d', Derived]]);
console.log([...registry].map(([k, C]) => `${k}:${C.name}:${new C(k.length).hi()}`));
function filterBy<T extends Base>(xs: Base[], C: new (n?: number) => T): T[] { return xs.filter((x): x is T => x instanceof C); }
console.log(filterBy([new Base(), new Derived(2)], Derived).map((d) => d.hi()));
