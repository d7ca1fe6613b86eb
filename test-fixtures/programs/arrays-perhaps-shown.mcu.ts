// Elements of which TypeScript does not know that they may not be there.
{
  const grid = [[1, 2], [3, 4]];
  const x = 1;
  console.log([0, 1, 2].map((y) => grid[y]?.[x]));
  const r = [0, 5].map((y) => grid[y]?.[x] ?? -1);
  console.log(r);
  const n = [[1, 0], [0, 1]].map(([dx, dy]) => grid[dy]?.[dx]).filter((v) => v !== undefined);
  console.log(n);
  function at(y: number) { return grid[y]?.[0]; }
  console.log(at(1) + 1);
  const words = ['a', 'b'];
  console.log([0, 3].map((i) => words[i]), [0, 1].map((i) => words[i]?.length));
  const m: Record<string, { v: number }> = { a: { v: 1 } };
  console.log(['a', 'b'].map((k) => m[k]?.v));
  console.log(['a'].map((k) => m[k]?.v).reduce((a, b) => a + b));
}
