let i: int = 0;
while (i < 3) {
  console.log('while', i);
  i++;
}
do {
  console.log('do', i);
  i--;
} while (i > 0);
do console.log('once');
while (false);
let n = 100;
while (true) {
  n = n / 3;
  if (n < 1) break;
}
console.log(n);
