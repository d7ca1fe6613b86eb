const i: int = 3;
const d = 3.0;
const f: float = 3;
console.log(i === d, i == f, d === f, i < d + 0.1, i >= d);
console.log('a' == 'a', (i as number) !== d);
const xs: int[] = [1];
const ys = xs;
console.log(xs === ys);
