// Values of type any taken apart by patterns, spread into objects, assigned, and called.
function obj(a: any) { return { ...a, z: 1 }; }
console.log(obj({ y: 2 }), obj(null), obj([7, 8]), obj('ab'));
class P { x = 1; y = 'q'; }
const lit = { k: [1, 2], n: { m: 1 } };
console.log(obj(new P()), obj(lit), { ...obj(lit), more: true });
const merged: any = { ...lit, ...obj(new P()), k: 0 };
merged.extra = 1;
console.log(merged);
console.log(Object.assign(merged, { q: 2 }, lit).k, Object.assign({}, merged, { r: 1 }), Object.keys(merged));
const { a, ...rest } = { a: 1, b: 2, c: 3 } as any;
console.log(a, rest, rest.b);
const { k: [k0, ...ks], ...others } = obj(lit);
console.log(k0, ks, others);
const [h, ...t] = [1, 2, 3] as any;
console.log(h, t);
const [p, q = 5, , r] = 'xyzw' as any;
console.log(p, q, r);
let u: any, v: any;
[u, v] = [v ?? 1, 2] as any;
({ u, ...v } = { u: 3, w: 4 } as any);
console.log(u, v);
function params({ x, y = 2, ...more }: any, [first, second = 'none']: any) { return [x, y, more, first, second]; }
console.log(params({ x: 1, z: 3 }, ['one']));
for (const [key, { n }] of Object.entries({ one: { n: 1 } } as any) as any) console.log(key, n);
function num(n: any) { return n.toString(2) + n.toFixed(1) + (n > 2 ? 'big' : 'small') + (n | 0) + (n % 2) + n ** 2 + -n + ~n + (n << 1); }
console.log(num(5), ([1, 2] as any).toString(), (true as any).toString(), ('s' as any).toString());
function reducer(state: any, action: any) {
  switch (action.type) {
    case 'add': return { ...state, items: [...state.items, action.item], count: state.count + 1 };
    case 'clear': return { ...state, items: [], count: 0 };
    default: return state;
  }
}
let state: any = { items: [], count: 0, name: 'store' };
for (const action of [{ type: 'add', item: 'x' }, { type: 'add', item: { deep: [1] } }, { type: 'noop' }]) state = reducer(state, action);
console.log(state, JSON.stringify(state), reducer(state, { type: 'clear' }));
type Obj = { n: any; list: any[]; f: any };
const o: Obj = { n: 3, list: [1, 'a', true], f: (a: number) => a * 2 };
console.log(o.f(4), o.list.length, o.n + 1, o.list[o.n - 2]);
function call(f: any, ...args: any[]) { return f(...args); }
console.log(call((x: number, y: number) => x + y, 1, 2), call(function (s: string) { return s + '!'; }, 'hi'));
