// Functions that capture variables, given to library functions and to ones of the program that call them.
function each(n: number, action: (i: number) => void): void {
  for (let i = 0; i < n; i++) action(i);
}
function twice(f: (x: number) => number): (x: number) => number {
  return (x) => f(f(x));
}
function sums(items: number[], limit: number): string {
  let low = 0;
  let high = 0;
  let count = 0;
  items.forEach((x) => {
    count++;
    if (x > limit) high += x;
    else low += x;
  });
  const scaled = items.filter((x) => x > limit).map((x, i) => x * limit + i + count);
  return `${low} ${high} ${count} ${scaled.join('/')} ${items.some((x) => x === limit)} ${items.findIndex((x) => x > limit)}`;
}
function stops(items: number[], at: number): string {
  const seen: number[] = [];
  try {
    items.forEach((x, i) => {
      if (i === at) throw new Error(`at ${x}`);
      seen.push(x);
    });
  } catch (error) {
    return `${(error as Error).message} after ${seen.length}`;
  }
  return seen.join();
}
function kept(n: number): (() => number)[] {
  const all: (() => number)[] = [];
  let shared = 0;
  each(n, (i) => {
    let own = i * 10;
    all.push(() => ++own + shared++);
  });
  each(2, () => {
    shared += 100;
  });
  return all;
}
function recursive(n: number): number {
  let calls = 0;
  const down = (k: number): number => {
    calls++;
    return k <= 0 ? 0 : k + down(k - 1);
  };
  return down(n) * 100 + calls;
}

// %%
console.log(sums([3, 8, 5, 12, 7], 5), sums([], 1));
console.log(stops([1, 2, 3], 1), stops([1, 2, 3], 5));
const all = kept(3);
console.log(all.map((f) => f()), all[0](), all[2]());
console.log(recursive(5), twice((x) => x * 3 + all.length)(2), twice(twice((x) => x + 1))(0));
