// Computed names of which TypeScript knows what they may be: `{ ...state, [field]: value }`.
const counts = [true, false, true].reduce((acc, d) => ({ ...acc, [d ? 'done' : 'open']: acc[d ? 'done' : 'open'] + 1 }), { done: 0, open: 0 });
console.log(counts);
interface S { name: string; age: number; on: boolean }
function set<K extends keyof S>(s: S, k: K, v: S[K]): S { return { ...s, [k]: v }; }
console.log(set({ name: 'a', age: 1, on: false }, 'age', 5), set({ name: 'a', age: 1, on: false }, 'name', 'b'), set({ name: 'a', age: 1, on: false }, 'on', true));
function toggle(s: S, field: 'on'): S { return { ...s, [field]: !s[field] }; }
console.log(toggle({ name: 'q', age: 2, on: true }, 'on'));
type Axis = 'x' | 'y';
const move = (p: Record<Axis, number>, axis: Axis, by: number) => ({ ...p, [axis]: p[axis] + by });
console.log(move({ x: 1, y: 2 }, 'x', 3), move({ x: 1, y: 2 }, 'y', -1));
interface P { x: number; y: number }
const shift = (p: P, axis: keyof P): P => ({ ...p, [axis]: p[axis] * 2 });
console.log(shift({ x: 1, y: 2 }, 'y'));
const form = { name: '', email: '' };
type Form = typeof form;
const reducer = (s: Form, a: { field: keyof Form; value: string }): Form => ({ ...s, [a.field]: a.value });
console.log([{ field: 'name', value: 'Al' }, { field: 'email', value: 'a@b' }].reduce((s, a) => reducer(s, a as { field: keyof Form; value: string }), form));
const k = 'dyn' + 'amic'; const o = { [k]: 1, ['a' + 1]: 2, plain: 3 } as Record<string, number>; console.log(o);
const pairs = (ks: string[]) => ks.map((k, i) => ({ [k]: i })); console.log(pairs(['a', 'b']));
const mergeAll = ['a', 'b'].reduce((acc, k, i) => ({ ...acc, [k]: i }), {} as Record<string, number>); console.log(mergeAll);
enum Color { Red = 'red', Blue = 'blue' } const byColor = { [Color.Red]: 1, [Color.Blue]: 2 }; console.log(byColor, byColor[Color.Red]);
