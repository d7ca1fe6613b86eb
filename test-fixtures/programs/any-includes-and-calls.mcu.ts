// Values of type any: what strings and arrays include, and functions of a type called as ones of another.
function has(a: any, x: unknown) { return a.includes(x); }
console.log(has([1, 2], 2));
console.log(has(['a'], 'b'));
console.log(has('hello', 'ell'));
function run(f: any) { try { (f as () => void)(); return 'fine'; } catch (e) { return (e as Error).message; } }
const g = (): number => 1;
console.log(run(g), run(() => 2), run(() => { throw new Error('x'); }));
const h = (s: string): string => s + '!';
function call(f: any) { return (f as (s: string) => unknown)('a'); }
console.log(call(h), call((s: string) => s.length));
const k = (x?: number) => x ?? 0;
console.log(run(k));
function fn2(f: unknown) { if (typeof f === 'function') { f(); return 'called'; } return 'no'; }
console.log(fn2(g), fn2(3));
