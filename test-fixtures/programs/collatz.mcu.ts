let best: int = 0;
let bestStart: int = 0;
for (let start: int = 1; start < 1000; start++) {
  let n: int = start;
  let length: int = 1;
  while (n !== 1) {
    n = n & 1 ? 3 * n + 1 : n >> 1;
    length++;
  }
  if (length > best) {
    best = length;
    bestStart = start;
  }
}
console.log(bestStart, best);
