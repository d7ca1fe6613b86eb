// Retries and time limits.
const sleep = (ms: number) => new Promise<void>((r) => setTimeout(r, ms));
async function retry<T>(f: (attempt: number) => Promise<T>, n: number): Promise<T> {
  let last: unknown;
  for (let i = 1; i <= n; i++) {
    try {
      return await f(i);
    } catch (e) {
      last = e;
      await sleep(1);
    }
  }
  throw last;
}
function timeout<T>(p: Promise<T>, ms: number): Promise<T> {
  return Promise.race([
    p,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('timeout')), ms)),
  ]);
}
async function main() {
  console.log(
    await retry(async (a) => {
      if (a < 3) throw new Error('try ' + a);
      return 'ok ' + a;
    }, 5),
  );
  try {
    await retry(async (a) => {
      throw new Error('always ' + a);
    }, 2);
  } catch (e) {
    console.log((e as Error).message);
  }
  console.log(
    await timeout(
      sleep(1).then(() => 'in time'),
      10,
    ),
  );
  try {
    await timeout(sleep(50), 5);
  } catch (e) {
    console.log((e as Error).message);
  }
}
main();
