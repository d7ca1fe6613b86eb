// number is an IEEE double: nothing wraps.
let big = 2147483647;
console.log(big + 1, big * big, -big - 2, big * 4 + 3);
console.log(0.1 + 0.2, 1 / 3, 2 / 3, 10 / 4, 1e21 + 1, 1e-7 * 3);
console.log(5 % 3, -5 % 3, 5 % -3, 5.5 % 2, -0 % 1, 1e17 % 7);
let factorial = 1;
for (let i = 1; i <= 25; i++) {
  factorial *= i;
  console.log(i, factorial);
}
console.log(2 ** 10, 2 ** 0.5, (-2) ** 3, 2 ** -1, 10 ** 20);
