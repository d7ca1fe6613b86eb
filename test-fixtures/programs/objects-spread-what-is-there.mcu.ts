// The same, for functions, records, and objects of a union.
interface Opt { retries?: number; name?: string; on?: boolean; f?: (n: number) => number }
const defaults = { retries: 3, name: 'x', on: true, f: (n: number) => n + 1 };
const config = (o: Opt = {}) => { const c = { ...defaults, ...o }; return `${c.retries} ${c.name} ${c.on} ${c.f!(1)}`; };
console.log(config(), config({ name: 'y', on: false }), config({ retries: 0, f: (n) => n * 10 }));
function log(order: string[], x: string): string { order.push(x); return x; }
const order: string[] = [];
const made = { a: log(order, '1'), ...(order.length > 0 && { b: log(order, '2') }), ...(order.length > 5 && { c: log(order, '3') }), d: log(order, '4') };
console.log(order, made.a, made.d, 'c' in made);
let nulls: { x: number } | null = null;
const withNull = () => ({ x: 0, y: 1, ...nulls });
console.log(withNull()); nulls = { x: 9 }; console.log(withNull());
class P { constructor(public x = 1, public y = 2) {} }
const p: P | undefined = order.length > 100 ? new P() : undefined;
const q: P | undefined = order.length > 1 ? new P(5) : undefined;
console.log({ z: 1, ...p }.z, { z: 1, ...q });
const rec = (n?: number): Record<string, number> => ({ a: 1, ...(n !== undefined && { n }), ...(n ? { m: n } : null) });
console.log(rec(), rec(0), rec(4));
const any: any = { ...(order.length > 1 && { k: 1 }), z: 2 }; console.log(any);
interface State { items: string[]; loading: boolean; error: string | null; page?: number }
const next = (s: State, a: { error?: string; page?: number }): State => ({ ...s, loading: false, ...(a.error ? { error: a.error, items: [] } : { error: null }), ...(a.page !== undefined && { page: a.page }) });
const s0: State = { items: ['i'], loading: true, error: null };
console.log(next(s0, {}), next(s0, { error: 'bad', page: 2 }));
type U = { k: 1; a: number } | { k: 2 };
function clone(u: U): U { return { ...u }; }
const c1 = clone({ k: 1, a: 5 }), c2 = clone({ k: 2 }); console.log(c1, c2);
type Ev = { type: 'key'; code: number } | { type: 'text'; text: string } | { type: 'num'; code: string };
let n = 0; const stamp = (e: Ev) => ({ ...e, at: ++n });
const all = [stamp({ type: 'key', code: 1 }), stamp({ type: 'text', text: 't' }), stamp({ type: 'num', code: 'c' })];
for (const e of all) { console.log(e, e.at, e.type); switch (e.type) { case 'key': console.log(e.code + 1); break; case 'text': console.log(e.text.length); break; case 'num': console.log(e.code.length); } }
const rename = (e: Ev, text: string): Ev => (e.type === 'text' ? { ...e, text } : { ...e });
console.log(rename({ type: 'text', text: 'a' }, 'b'), rename({ type: 'key', code: 3 }, 'b'));
