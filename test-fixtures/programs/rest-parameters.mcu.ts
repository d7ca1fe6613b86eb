function sum(...xs: number[]): number { let s = 0; for (const x of xs) s += x; return s; }
console.log(sum(), sum(1), sum(1, 2, 3.5));
const a = [1, 2, 3];
console.log(sum(...a), sum(0, ...a, 4, ...a), sum(...[], ...[5]));
function tag(name: string, ...parts: string[]): string { return name + ':' + parts.join('|') + parts.length; }
console.log(tag('a'), tag('a', 'b'), tag('x', ...['p', 'q'], 'r'), tag('y', ...'hi'));
const arrow = (first: int, ...rest: int[]): int => rest.reduce((p, c) => p + c, first);
console.log(arrow(1), arrow(1, 2, 3));
function lenOf(...xs: unknown[]): number { return xs.length; }
console.log(lenOf(1, 'a', true, null, undefined, [1]), lenOf(...a, 'x'));
function mutate(...xs: number[]) { xs.push(9); return xs; }
console.log(mutate(...a), a);
