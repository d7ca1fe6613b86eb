// What is changed through any[] is changed in the array of numbers that it is.
function show(xs: any[]): string { return xs.join('|'); }
const ns = [1, 2, 3]; console.log(show(ns), show(['a']));
const held: { list: any[] } = { list: ns };
held.list.sort(); held.list.splice(0, 1, 7 as any, 8); console.log(ns, held); ns.length = 0; console.log(held.list, held.list.length);
// loops with change
const q: any[] = ns; for (const x of [1, 2]) q.push(x); for (const x of q) { if (q.length < 5) q.push(x * 10); } console.log(q, ns === q);
q.forEach((x, i, self) => { self[i] = x + 1; }); console.log(ns); q.fill(0, 1); console.log(ns, q.map((x) => x)); q.reverse(); q.unshift(3); console.log(q.shift(), q.pop(), ns.length);
// optional, default, rest, destructuring
function opt(a?: any[], b: any[] = [0], ...c: any[]): number { return (a?.length ?? -1) + b.length + c.length; } console.log(opt(), opt(ns), opt(undefined, ns, 1, 2), opt(['x'], ['y', 'z'], ...ns));
function take([a, b = 'B', ...rest]: any[]): string { return `${a}${b}${rest.length}`; } console.log(take([1]), take(ns), take(['p', 'q', 'r']));
const { list, list: [firstItem] } = held; console.log(list.length, firstItem);
