// Promise.allSettled of a list; what it gave is filtered by a guard.
async function main() {
  const ps: Promise<number>[] = [1, 2, 3].map(async (x) => {
    if (x === 2) throw new Error('two');
    return x;
  });
  const r = await Promise.allSettled(ps);
  const ok = r
    .filter((x): x is PromiseFulfilledResult<number> => x.status === 'fulfilled')
    .map((x) => x.value);
  console.log(ok);
  const bad = r.filter((x) => x.status === 'rejected').length;
  console.log(bad);
  console.log(r.flatMap((x) => (x.status === 'fulfilled' ? [x.value] : [])));
}
main();
