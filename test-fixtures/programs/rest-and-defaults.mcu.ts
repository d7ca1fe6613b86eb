function opt(a: number, b = 2, ...rest: number[]) { return [a, b, ...rest]; }
console.log(opt(1), opt(1, 5), opt(1, undefined, 3), opt(1, 4, 3, 2));
let n = 0;
function next() { return ++n; }
function lazy(a: number, b = next(), ...rest: number[]) { return [a, b, ...rest]; }
console.log(lazy(1), lazy(1, 50), lazy(1, undefined, 3), lazy(1, 4, 3, 2), n);
let u: number | undefined;
console.log(lazy(1, u, 7), opt(1, u, 7), n);
u = 3;
console.log(lazy(1, u, 7), opt(1, u), n);
function both(x: number | undefined = 5) { return x; }
u = undefined;
console.log(both(u), both(), both(7), both(undefined));
function str(x: string | undefined = 'dflt', y: string | null = null) { return x + String(y); }
let su: string | undefined;
console.log(str(su), str(), str('q', 'z'), str(undefined, 'k'));
