let count = 0;
function swap(v: number[], i: number, j: number): void {
  const t = v[i];
  v[i] = v[j];
  v[j] = t;
}
function permute(v: number[], n: number): void {
  count++;
  if (n !== 0) {
    const last = n - 1;
    permute(v, last);
    for (let i = last; i >= 0; i--) {
      swap(v, last, i);
      permute(v, last);
      swap(v, last, i);
    }
  }
}
const v: number[] = [];
for (let i = 0; i < 6; i++) v.push(i);

// %%
permute(v, 6);
count;
