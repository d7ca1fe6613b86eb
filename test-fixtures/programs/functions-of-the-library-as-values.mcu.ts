console.log(['1', '2.5', 'x', ''].map(Number), [1, 0, NaN].map(String), [true, false].map(Number), ['1', '7', '11'].map(parseInt));
console.log(['a', '', 'b'].filter(Boolean), [0, 1, 2].filter(Boolean), [0, 1, NaN].map(Boolean), ['3.7abc', '-2'].map(parseFloat));
console.log([1.5, -2.5].map(Math.round), [4, 9].map(Math.sqrt), [-1, 1].map(Math.abs), [0.5, 1.5].map(Math.floor), [1, 2.7].map(Math.trunc));
console.log([1, NaN, 3].filter(isFinite), [1, NaN].some(isNaN), [1, 1.5].every(Number.isInteger), [1, 2].map(Number.isSafeInteger));
const f = Math.sqrt;
console.log(f(16), f(2));
function apply(g: (x: number) => number, xs: number[]): number[] {
  return xs.map(g);
}
console.log(apply(Math.abs, [-1, 2]), apply(Math.sign, [-5, 0, 5]), apply((x) => x + 1, [1]));
const combine: (a: number, b: number) => number = Math.max;
console.log(combine(3, 8), [Math.sqrt, Math.abs].map((g) => g(4)));
const table: { name: string; f: (x: number) => number }[] = [{ name: 'sin', f: Math.sin }, { name: 'exp', f: Math.exp }];
for (const { name, f } of table) console.log(name, f(0), f(1));
const words: (string | undefined)[] = ['x', undefined, 'y'];
console.log(words.map(String), Array.from('123', Number), Array.from([1, 2], String), [1, 2, 3].map(String).join('+'));
