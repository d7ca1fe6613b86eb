let i: int = 5;
console.log(i++, i, ++i, i--, i, --i);
let n = 1.5;
console.log(n++, n, ++n, n--, --n);
const xs: int[] = [1, 2];
console.log(xs[0]++, ++xs[1], xs, xs[0]--, --xs[1], xs);
const ds = [0.5];
console.log(ds[0]++, ds[0]);
