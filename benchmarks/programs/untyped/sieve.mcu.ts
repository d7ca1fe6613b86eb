function sieve(flags: boolean[]): number {
  let count = 0;
  for (let i = 0; i < flags.length; i++) flags[i] = true;
  for (let i = 2; i < flags.length; i++) {
    if (!flags[i]) continue;
    count++;
    for (let j = i + i; j < flags.length; j += i) flags[j] = false;
  }
  return count;
}
const flags: boolean[] = new Array(4000).fill(false);

// %%
sieve(flags);
