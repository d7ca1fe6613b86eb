let n = 2;
n **= 3;
console.log(n, 2 ** 3 ** 2, (-2) ** 2, 9 ** 0.5, 2 ** -2, 0 ** 0, NaN ** 0, 1 ** Infinity);
const i: int = 3;
console.log(i ** 2, i ** 20);
