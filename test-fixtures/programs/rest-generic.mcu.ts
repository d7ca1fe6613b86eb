function g<T>(...items: T[]): T[] { return items; }
console.log(g(1, 2), g('a'), g<int>(1, 2), g<boolean>());
function tuple<T extends unknown[]>(...args: T): T { return args; }
console.log(tuple(1, 'a', true));
const wrap = <A, R>(fn: (a: A) => R) => (...as: A[]) => as.map(fn);
console.log(wrap((x: number) => x * 2)(1, 2, 3));
function compose(...fns: ((x: number) => number)[]): (x: number) => number { return (x) => fns.reduce((v, f) => f(v), x); }
console.log(compose((x) => x + 1, (x) => x * 2)(5), compose()(1));
function outer(...xs: number[]) { const inner = () => xs.length; xs = [...xs, 1]; return inner(); }
console.log(outer(1, 2));
function pat(...[a, b = 5]: number[]) { return a + b; }
console.log(pat(1, 2), pat(1));
interface Logger { log(...xs: unknown[]): void; count(label: string, ...n: number[]): number }
const lg: Logger = { log(...xs) { console.log('L', ...xs); }, count: (label, ...n) => n.length };
lg.log(1, 'b'); console.log(lg.count('x', 1, 2));
const fs: float[] = [1.5]; function ff(...xs: float[]): float { return xs[0]; } console.log(ff(...fs), ff(0.1));
function ii(...xs: int[]): int { return xs.length; } console.log(ii(...[1, 2, 3]));
