const n = 20;
function multiply(a: number[], b: number[], c: number[]): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i * n + k] * b[k * n + j];
      c[i * n + j] = sum;
    }
  }
}
const a: number[] = new Array(n * n).fill(0);
const b: number[] = new Array(n * n).fill(0);
const c: number[] = new Array(n * n).fill(0);
for (let i = 0; i < n * n; i++) {
  a[i] = i;
  b[i] = i * 3;
}

// %%
multiply(a, b, c);
c[n * n - 1];
