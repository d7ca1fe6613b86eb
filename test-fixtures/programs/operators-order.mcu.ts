// Operands are evaluated from left to right, once.
let log = '';
function t(name: string, value: int): int {
  log += name;
  return value;
}
console.log(t('a', 1) + t('b', 2) * t('c', 3), log);
const xs: int[] = [10, 20, 30];
let i: int = 0;
xs[i++] += t('d', 5) + i;
console.log(xs, i, log);
xs[t('e', 2)] = t('f', 7);
console.log(xs, log);
i = i++ + ++i;
console.log(i);
let y: int = 1;
y += (y = 5) + y;
console.log(y, (t('g', 1), t('h', 2)), log);
