const n: int = 20;
function multiply(a: int[], b: int[], c: int[]): void {
  for (let i: int = 0; i < n; i++) {
    for (let j: int = 0; j < n; j++) {
      let sum: int = 0;
      for (let k: int = 0; k < n; k++) sum += a[i * n + k] * b[k * n + j];
      c[i * n + j] = sum;
    }
  }
}
const a: int[] = new Array(n * n).fill(0);
const b: int[] = new Array(n * n).fill(0);
const c: int[] = new Array(n * n).fill(0);
for (let i: int = 0; i < n * n; i++) {
  a[i] = i;
  b[i] = i * 3;
}

// %%
multiply(a, b, c);
c[n * n - 1];
