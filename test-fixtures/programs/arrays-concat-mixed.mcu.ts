// concat of what may be an array or not; spreading arrays of any.
{
  const a = [1, 2];
  function f(x: number | number[]) { return a.concat(x); }
  console.log(f(1), f([2, 3]), f([]));
  const mixed: (string | string[])[] = ['a', ['b', 'c']];
  console.log(([] as string[]).concat(...mixed));
  const u: any = [7, 8];
  console.log(a.concat(u), a.concat(u[0]), ([] as any[]).concat(u, 'x', [1, [2]]));
  interface P { n: string } const ps: P[] = [{ n: 'a' }];
  const more: P | P[] = Math.random() < 2 ? [{ n: 'b' }, { n: 'c' }] : { n: 'd' };
  console.log(ps.concat(more).map((p) => p.n));
  const asArr = <T,>(x: T | T[]): T[] => ([] as T[]).concat(x);
  console.log(asArr(3), asArr([4, 5]), asArr('s'), asArr(['q']));
  console.log(asArr({ n: 1 }), asArr([{ n: 2 }]));
}
{
  const d: any = [3, 1, 2];
  console.log(Math.max(...d), Math.min(...d.map((x: any) => x * 2)));
  const e: any[] = [3, 9];
  console.log(Math.max(...e), Math.max(...e.map((x) => x + 1)), Math.max(1, ...e));
  const rows: any[] = [{ n: 4 }, { n: 6 }];
  console.log(Math.max(...rows.map((r) => r.n)));
}
