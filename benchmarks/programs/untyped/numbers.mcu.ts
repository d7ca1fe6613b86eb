// Plain TypeScript without annotations of representation.
function collatz(limit: number): number {
  let longest = 0;
  for (let start = 1; start < limit; start++) {
    let n = start | 0;
    let steps = 0;
    while (n !== 1) {
      n = (n & 1) === 0 ? n >> 1 : (3 * n + 1) | 0;
      steps++;
    }
    if (steps > longest) longest = steps;
  }
  return longest;
}

// %%
collatz(300);
