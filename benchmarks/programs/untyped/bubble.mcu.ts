function fill(xs: number[], count: number): void {
  let seed = 74755;
  for (let i = 0; i < count; i++) {
    seed = (seed * 1309 + 13849) & 65535;
    xs.push(seed);
  }
}
function sort(xs: number[]): void {
  for (let end = xs.length - 1; end > 0; end--) {
    for (let i = 0; i < end; i++) {
      if (xs[i] > xs[i + 1]) {
        const t = xs[i];
        xs[i] = xs[i + 1];
        xs[i + 1] = t;
      }
    }
  }
}
function bench(): number {
  const xs: number[] = [];
  fill(xs, 200);
  sort(xs);
  return xs[0] + xs[199] * 3;
}

// %%
bench();
