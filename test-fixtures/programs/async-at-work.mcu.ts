// Queues, retries, time limits, and the order in which what waits goes on.
const log: string[] = [];
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
class Queue { private chain: Promise<void> = Promise.resolve(); add<T>(job: () => Promise<T>): Promise<T> { const result = this.chain.then(job); this.chain = result.then(() => {}, () => {}); return result; } }
async function* count(n: number) { for (let i = 0; i < n; i++) { await sleep(1); yield i; } }
async function retry<T>(f: () => Promise<T>, times: number): Promise<T> { let last: unknown; for (let i = 0; i < times; i++) { try { return await f(); } catch (e) { last = e; log.push(`retry ${i}`); } } throw last; }
function timeout<T>(p: Promise<T>, ms: number): Promise<T> { return Promise.race([p, new Promise<never>((_, reject) => setTimeout(() => reject(new Error('timeout')), ms))]); }
async function main() {
  const q = new Queue();
  const rs = await Promise.all([q.add(async () => { await sleep(5); log.push('a'); return 1; }), q.add(async () => { log.push('b'); return 2; })]);
  console.log(rs, log.join());
  let sum = 0; for await (const x of count(4)) sum += x; console.log(sum);
  let tries = 0; console.log(await retry(async () => { if (++tries < 3) throw new Error('no ' + tries); return 'yes'; }, 5), log.slice(2));
  try { await timeout(sleep(50), 5); } catch (e) { console.log((e as Error).message); }
  console.log(await timeout(Promise.resolve('fast'), 5));
  const settled = await Promise.allSettled([Promise.resolve(1), Promise.reject(new Error('x')), sleep(1)]);
  console.log(settled.map((s) => s.status), settled[1]!.status === 'rejected' ? (settled[1] as PromiseRejectedResult).reason.message : '');
  try { await Promise.any([Promise.reject(new Error('1')), Promise.reject(new Error('2'))]); } catch (e) { console.log((e as AggregateError).errors.length); }
  const order: string[] = [];
  setTimeout(() => order.push('timeout'), 0); queueMicrotask(() => order.push('micro')); Promise.resolve().then(() => order.push('then')); (async () => { order.push('sync'); await null; order.push('after await'); })(); order.push('end');
  await sleep(5); console.log(order);
  async function f() { try { await Promise.reject(new TypeError('t')); return 'no'; } catch (e) { return (e as Error).name; } finally { order.push('fin'); } }
  console.log(await f(), order.at(-1));
  const memo = new Map<string, Promise<number>>(); const get = (k: string) => { let p = memo.get(k); if (!p) { p = sleep(1).then(() => k.length); memo.set(k, p); } return p; };
  console.log(await Promise.all(['a', 'bb', 'a'].map(get)), memo.size);
  const results: number[] = []; await Promise.all([3, 1, 2].map(async (n) => { await sleep(n * 3); results.push(n); })); console.log(results);
  await ['x', 'y'].reduce<Promise<void>>((p, s) => p.then(() => { log.push(s); }), Promise.resolve()); console.log(log.slice(-2));
  function* gen(): Generator<number, string, number> { const a = yield 1; const b = yield a * 2; return `done ${a + b}`; }
  const g = gen(); console.log(g.next(), g.next(5), g.next(6), g.next());
  function* inner() { try { yield 1; yield 2; } finally { log.push('closed'); } } for (const x of inner()) { if (x === 1) break; } console.log(log.at(-1));
  function* all() { yield* [1, 2]; const r = yield* sub(); yield r; } function* sub() { yield 3; return 4; } console.log([...all()]);
  const it = { from: 1, to: 3, *[Symbol.iterator]() { for (let i = this.from; i <= this.to; i++) yield i; } }; console.log([...it], Math.max(...it));
  const take = function* <T>(n: number, xs: Iterable<T>) { let i = 0; for (const x of xs) { if (i++ >= n) return; yield x; } }; function* nat() { let n = 0; while (true) yield n++; } console.log([...take(3, nat())]);
}
main().catch((e) => console.log('failed', e)).finally(() => console.log('over'));
