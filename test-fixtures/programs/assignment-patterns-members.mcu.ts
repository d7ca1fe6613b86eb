class P { x = 1; y = 2; static count = 0; get sum() { return this.x + this.y; }
  set(o: { x: number; y: number }) { ({ x: this.x, y: this.y } = o); return this; }
  swap() { [this.x, this.y] = [this.y, this.x]; return this; } }
const p = new P().set({ x: 5, y: 6 });
console.log(p, p.swap().x);
let sum = 0, len = 0;
({ sum } = p); ({ length: len } = 'hello'); console.log(sum, len);
({ length: P.count } = [1, 2, 3]); console.log(P.count);
function counter() { let a = 0, b = 0; const get = () => [a, b]; const set = () => { ({ a, b = 9 } = { a: a + 1 } as { a: number; b?: number }); }; return { get, set }; }
const c = counter(); c.set(); c.set(); console.log(c.get());
function arrs() { let a = 1, rest: number[] = []; const f = () => { [a, ...rest] = [a + 1, ...rest, a]; }; f(); f(); return [a, rest.length]; }
console.log(arrs());
let fi: int = 0, ff: float = 0;
({ fi, ff } = { fi: 3, ff: 0.1 }); console.log(fi, ff);
const { length } = 'abc', { length: l2 } = [1, 2]; console.log(length, l2);
const [d1 = 5, d2 = 6] = [undefined, 1] as (number | undefined)[]; console.log(d1, d2);
const { w = 3, v: vv = 'x' } = {} as { w?: number; v?: unknown }; console.log(w, vv);
const key = 'kk'; enum E { A = 'ea', B = 2 }
const obj = { [key]: 1, ['lit']: 2, [E.A]: 3, [E.B]: 4, [5]: 6 };
console.log(obj, obj.kk, obj.lit, obj.ea);
const { [key]: kv, ['lit']: lv } = obj; console.log(kv, lv);
