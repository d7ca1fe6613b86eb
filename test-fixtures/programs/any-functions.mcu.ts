// Functions that are given where any is wanted stay the same, and can be called.
const hs: any[] = [];
const f = (x: number) => x + 1;
function g(x: number) { return x * 2; }
hs.push(f); hs.push(g); hs.push((x: number) => x);
console.log(hs.indexOf(f), hs.includes(g), hs[0] === f, hs[1] === g, hs[1] === f);
function same(a: any, b: any) { return a === b; }
console.log(same(f, f), same(f, g), same(g, g));
const o: any = { f }; console.log(o.f === f, o.f(1));
function call(h: any, x: number) { return h(x); }
console.log(call(f, 1), call(g, 2));
