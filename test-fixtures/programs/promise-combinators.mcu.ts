// Promise.all, race, any, allSettled.
function later<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms));
}
function failing(ms: number, message: string): Promise<number> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(message)), ms));
}
async function main(): Promise<void> {
  const all = await Promise.all([later(3, 1), later(1, 2), later(2, 3)]);
  console.log(all, all[0]! + all[2]!);
  const [n, s] = await Promise.all([later(1, 5), later(2, 'five')]);
  console.log(n + 1, s.length);
  console.log(await Promise.race([later(3, 'slow'), later(1, 'fast')]));
  try {
    await Promise.all([later(1, 1), failing(2, 'one of all')]);
  } catch (e) {
    console.log((e as Error).message);
  }
  const settled = await Promise.allSettled([later(1, 1), failing(2, 'settled')]);
  for (const each of settled) {
    if (each.status === 'fulfilled') console.log('value', each.value);
    else console.log('reason', (each.reason as Error).message);
  }
  console.log(await Promise.any([failing(1, 'x'), later(2, 7)]));
  console.log(await Promise.all([]));
  const list = [1, 2, 3].map((x) => later(4 - x, x * x));
  console.log(await Promise.all(list));
}
main().then(() => console.log('end'));
