// Plain number counters behave as integers do.
let sum = 0;
for (let i = 0; i < 1000; i++) sum += i * i;
console.log(sum);
for (let i = 10; i > 0; i -= 3) console.log(i);
let n = 27;
let steps = 0;
while (n !== 1) {
  n = n % 2 === 0 ? n / 2 : 3 * n + 1;
  steps++;
}
console.log(steps);
let power = 1;
for (let i = 0; i < 70; i++) power *= 2;
console.log(power);
