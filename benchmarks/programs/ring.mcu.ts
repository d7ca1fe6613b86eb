const size: int = 64;
const buffer = new Int32Array(size);
let head: int = 0;
let tail: int = 0;
function put(value: int): boolean {
  const next: int = (head + 1) & (size - 1);
  if (next === tail) return false;
  buffer[head] = value;
  head = next;
  return true;
}
function take(): int {
  if (head === tail) return -1;
  const value: int = buffer[tail];
  tail = (tail + 1) & (size - 1);
  return value;
}

// %%
let sum: int = 0;
for (let round: int = 0; round < 100; round++) {
  for (let i: int = 0; i < 7; i++) put(round * i);
  for (let i: int = 0; i < 5; i++) sum += take();
}
sum;
