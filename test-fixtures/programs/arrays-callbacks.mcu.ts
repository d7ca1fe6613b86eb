const xs: int[] = [1, 2, 3, 4, 5];
console.log(xs.map((x) => x * 2), xs.filter((x) => x % 2 === 1), xs.reduce((a, x) => a + x, 0));
console.log(xs.some((x) => x > 4), xs.every((x) => x > 1), xs.findIndex((x) => x === 3));
xs.forEach((x, i) => console.log(i, x));
console.log(xs.map((x) => 'n' + x), xs.map((x) => x / 2));
const names = ['b', 'a'];
console.log(names.map((n) => n.toUpperCase()).join('+'));
