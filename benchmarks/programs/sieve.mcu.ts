function sieve(flags: boolean[]): int {
  let count: int = 0;
  for (let i: int = 0; i < flags.length; i++) flags[i] = true;
  for (let i: int = 2; i < flags.length; i++) {
    if (!flags[i]) continue;
    count++;
    for (let j: int = i + i; j < flags.length; j += i) flags[j] = false;
  }
  return count;
}
const flags: boolean[] = new Array(4000).fill(false);

// %%
sieve(flags);
