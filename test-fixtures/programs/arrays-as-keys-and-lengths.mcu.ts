// Elements as keys beyond the end, arrays of a length that are spread.
const v: Record<string, number> = { I: 1, V: 5 }; const val = (s: string) => [...s].reduce((t, c, i, a) => t + (v[c]! < (v[a[i + 1]!] ?? 0) ? -v[c]! : v[c]!), 0); console.log(val('IV'), val('VI'));
console.log([...Array(3)].map((_, i) => i), [...Array(3).keys()], Array(3).fill(undefined).map((_, i) => i * 2), Array.from(Array(3), (_, i) => i), [...new Array(2)].length);
console.log([...Array(4)].reduce<number[]>((r, _, i) => [...r, i], []), [...Array(2)], Array.from({ length: 2 }), new Array(5).fill(0).map(() => new Array(2).fill('x')));
{ const byId: Record<number, string> = {}; byId[7] = 'x'; console.log([1, 2].reduce((acc, v) => ({ ...acc, [v]: v * v }), {} as Record<number, number>), byId); }
