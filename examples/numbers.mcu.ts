// %% [markdown]
// # What numbers cost
// The same work as number, float and int: compare the times. A number means what it means in JavaScript, a float has
// single precision, an int 32 bits.

// %% A stopwatch
function measure(name: string, work: () => number) {
  const begin = micros();
  const result = work();
  const time = micros() - begin;
  console.log(`${name}: ${time} µs for ${result}`);
}

// %% number: doubles, in software
measure('number', () => {
  let sum = 0.5;
  for (let i = 1; i <= 1000; i++) sum += 1 / i;
  return sum;
});

// %% float: single precision, still in software
measure('float', () => {
  let sum: float = 0.5;
  for (let i: float = 1; i <= 1000; i++) sum += 1 / i;
  return sum;
});

// %% int: one instruction for an addition
measure('int', () => {
  let sum: int = 1;
  for (let i: int = 1; i <= 1000; i++) sum += sum ^ i;
  return sum;
});

// %% A number that stays whole needs no annotation to be faster than a double
measure('number, but whole', () => {
  let sum = 1;
  for (let i = 1; i <= 1000; i++) sum = (sum + i) & 0xffff;
  return sum;
});
