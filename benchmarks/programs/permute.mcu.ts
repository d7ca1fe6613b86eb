let count: int = 0;
function swap(v: int[], i: int, j: int): void {
  const t = v[i];
  v[i] = v[j];
  v[j] = t;
}
function permute(v: int[], n: int): void {
  count++;
  if (n !== 0) {
    const last: int = n - 1;
    permute(v, last);
    for (let i: int = last; i >= 0; i--) {
      swap(v, last, i);
      permute(v, last);
      swap(v, last, i);
    }
  }
}
const v: int[] = [];
for (let i: int = 0; i < 6; i++) v.push(i);

// %%
permute(v, 6);
count;
