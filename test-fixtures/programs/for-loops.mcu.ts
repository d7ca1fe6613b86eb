for (let i: int = 0, j: int = 10; i < j; i++, j--) console.log(i, j);
let k: int = 0;
for (; k < 3; ) k++;
console.log(k);
for (let i = 0; i < 3; i++) {
  for (let i = 0; i < 2; i++) console.log('inner', i);
}
for (;;) {
  if (++k > 5) break;
}
console.log(k);
