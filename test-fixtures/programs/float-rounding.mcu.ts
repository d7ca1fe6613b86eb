// float rounds every operation to single precision.
let x: float = 0.1;
console.log(x, x + x, x * x, x - 1, x / 3);
let sum: float = 0;
for (let i: int = 0; i < 10; i++) sum += x;
console.log(sum, sum === 1);
const big: float = 16777216;
console.log(big + 1, big * big, big * big * big * big * big * big);
let e: float = 1;
while (1 + e > 1) e = e / 2;
console.log(e);
