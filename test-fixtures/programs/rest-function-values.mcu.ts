const f: (...args: number[]) => number = (...args) => args.length;
console.log(f(), f(1), f(1, 2));
const g: (a: number, b: number) => number = (...args) => args[0] + args[1] * 10;
console.log(g(1, 2));
const h: (...args: number[]) => number = (a, b) => a + b;
console.log(h(1, 2), h(1, 2, 3));
function call(cb: (...args: number[]) => void) { cb(1, 2, 3); cb(); }
call((...xs) => console.log('got', ...xs));
call((...xs) => { console.log(xs); });
call(() => console.log('none'));
[10, 20].forEach((...args) => console.log(args.length, args[0], args[1]));
console.log([1, 2, 3].map((x, ...rest) => x + rest.length));
function apply<T, R>(fn: (...xs: T[]) => R, ...xs: T[]): R { return fn(...xs); }
console.log(apply((...ys: number[]) => ys.length, 1, 2, 3), apply((...ys: string[]) => ys.join('-'), 'a', 'b'));
