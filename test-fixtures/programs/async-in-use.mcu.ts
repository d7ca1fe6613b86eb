// Queues, retries, methods and races of asynchronous functions.
const wait = (ms: number) => new Promise<void>((r) => setTimeout(r, ms));
class Queue<T> {
  private items: T[] = [];
  private waiting: ((item: T) => void)[] = [];
  push(item: T): void {
    const next = this.waiting.shift();
    if (next) next(item);
    else this.items.push(item);
  }
  async pop(): Promise<T> {
    if (this.items.length > 0) return this.items.shift()!;
    return new Promise<T>((resolve) => this.waiting.push(resolve));
  }
}
const q = new Queue<number>();
async function consumer(name: string): Promise<void> {
  for (let i = 0; i < 2; i++) console.log(name, await q.pop());
}
consumer('c1');
consumer('c2');
async function producer(): Promise<void> {
  for (let i = 0; i < 4; i++) {
    await wait(10);
    q.push(i);
  }
}
producer().then(() => console.log('produced'));
async function retry<T>(f: () => Promise<T>, times: number): Promise<T> {
  let last: unknown;
  for (let i = 0; i < times; i++) {
    try {
      return await f();
    } catch (e) {
      last = e;
      console.log('attempt', i, (e as Error).message);
    }
  }
  throw last;
}
let tries = 0;
retry(async () => {
  tries++;
  if (tries < 3) throw new Error(`fail ${tries}`);
  return 'success';
}, 5).then((x) => console.log(x));
abstract class Base {
  abstract load(): Promise<string>;
  async run(): Promise<string> {
    const x = await this.load();
    return `[${x}]`;
  }
}
class Impl extends Base {
  async load(): Promise<string> {
    await wait(15);
    return 'loaded';
  }
}
new Impl().run().then(console.log);
async function sum(values: number[]): Promise<number> {
  let total = 0;
  for (const v of values) total += await Promise.resolve(v);
  return total;
}
sum([1, 2, 3]).then((s) => console.log('sum', s));
(async () => {
  const [a, b] = await Promise.all([sum([1]), sum([2, 3])]);
  console.log('all', a, b);
  const p = Promise.reject(new Error('later'));
  try {
    await p;
  } catch (e) {
    console.log('caught', (e as Error).message);
  }
  const v = await (Math.max(1, 2) > 1 ? sum([5]) : 7);
  console.log('v', v);
  const fns = [async () => 1, async () => 2];
  for (const f of fns) console.log(await f());
  const obj = { async m(x: number) { await null; return x * 2; } };
  console.log(await obj.m(21));
  const timeout = (ms: number) => new Promise<string>((_, reject) => setTimeout(() => reject(new Error('timeout')), ms));
  try {
    console.log(await Promise.race([timeout(100), wait(200).then(() => 'done')]));
  } catch (e) {
    console.log((e as Error).message);
  }
})();
Promise.resolve(1).finally(() => { console.log('fin'); }).then((x) => console.log('after fin', x));
