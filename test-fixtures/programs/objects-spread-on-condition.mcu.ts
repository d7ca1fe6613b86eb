// Objects that take over others on a condition: `...(x && { x })`, `...(c ? { a } : {})`, and what may not be there.
interface T { a: number; tags?: string[]; n?: number; s?: string }
function mk(tags?: string[]): T { return { a: 1, ...(tags && { tags }) }; }
console.log(mk(), mk(['x']), JSON.stringify(mk()));
function mk2(flag: boolean, n: number): T { return { a: 2, ...(flag && { n }) }; }
console.log(mk2(true, 3), mk2(false, 4));
function mk3(s: string): T { return { a: 3, ...(s && { s }) }; }
console.log(mk3(''), mk3('q'));
function mk4(n: number): T { return { a: 4, ...(n ? { n } : {}) }; }
console.log(mk4(0), mk4(5));
function mk5(o?: Partial<T>): T { return { a: 5, ...o }; }
console.log(mk5(), mk5({ a: 6, s: 'z' }), mk5({ n: 1 }));
function mk6(o: Partial<T> | null): T { return { a: 5, n: 2, ...(o ?? {}) }; }
console.log(mk6(null), mk6({ a: 6, s: 'z' }));
const base = { x: 1, y: 2 };
const f = (o?: { x?: number }) => ({ ...base, ...o });
console.log(f(), f({ x: 5 }), f({}));
const g = (o: { y: number } | undefined, p: { x: number } | null) => ({ ...base, ...o, ...p, z: 1 });
console.log(g(undefined, null), g({ y: 7 }, { x: 8 }));
function mk8(n: number | undefined) { return { a: 1, ...(n !== undefined && { n }) }; }
console.log(mk8(undefined), mk8(4), JSON.stringify(mk8(undefined)), Object.keys(mk8(undefined)));
function mk9(n: number) { return { a: 1, ...(n && { n }), ...(n > 2 && { big: true, why: 'n' }) }; }
console.log(mk9(0).a, mk9(1), mk9(3));
interface I6 { f7: boolean; f8: string; f9: number } let v6: I6 = { f7: true, f8: '', f9: 0 }; const on = v6.f7;
v6 = { ...(on ? v6 : v6), f9: 10 }; console.log(v6); v6 = { ...(on ? v6 : { f9: 1, f8: 'q', f7: false }), f9: 10 }; console.log(v6); console.log({ f8: 1, ...(on && { f1: 2, f0: 3 }), f1: 9 });
