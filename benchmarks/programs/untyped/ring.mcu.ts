const size = 64;
const buffer = new Int32Array(size);
let head = 0;
let tail = 0;
function put(value: number): boolean {
  const next = (head + 1) & (size - 1);
  if (next === tail) return false;
  buffer[head] = value;
  head = next;
  return true;
}
function take(): number {
  if (head === tail) return -1;
  const value = buffer[tail];
  tail = (tail + 1) & (size - 1);
  return value;
}

// %%
let sum = 0;
for (let round = 0; round < 100; round++) {
  for (let i = 0; i < 7; i++) put(round * i);
  for (let i = 0; i < 5; i++) sum += take();
}
sum;
