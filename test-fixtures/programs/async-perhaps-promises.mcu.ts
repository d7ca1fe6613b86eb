// `await` of what may be a promise or nothing: `Promise<T> | undefined`, and results of type `void | Promise<void>`.
{
  type F = () => void | Promise<void>;
  const fs: F[] = [() => { console.log('sync'); }, async () => { await null; throw new Error('x'); }];
  (async () => { for (const f of fs) { try { await f(); console.log('fine'); } catch (e) { console.log('caught', (e as Error).message); } } })();
}
{
  const tests: Record<string, () => void | Promise<void>> = {};
  tests.a = async () => { await null; throw new Error('x'); };
  (async () => { for (const [n, f] of Object.entries(tests)) { try { await f(); console.log('fine'); } catch (e) { console.log(n, 'caught', (e as Error).message); } } })();
}
{
  function test(n: string, f: () => void | Promise<void>) { fs.push(f); }
  const fs: (() => void | Promise<void>)[] = [];
  test('c', async () => { await null; throw new Error('zero'); });
  (async () => { for (const f of fs) { try { await f(); console.log('fine'); } catch (e) { console.log('caught', (e as Error).message); } } })();
}
{
  function run(f: () => unknown) { return f(); }
  (async () => { try { await run(async () => { await null; throw new Error('u'); }); console.log('fine'); } catch (e) { console.log((e as Error).message); } })();
  const fv: () => void = async () => { await null; console.log('late'); }; fv();
  function assert(c: unknown, m?: string): asserts c { if (!c) throw new Error(m ?? 'f'); }
  (async () => { try { await (async () => { await null; assert(0, 'zero'); })(); console.log('no'); } catch (e) { console.log('yes'); } })();
}
{
  class Loader { private pending?: Promise<number>; n = 0; load(): Promise<number> { return (this.pending ??= this.go()); } private async go() { this.n++; await null; return 5; } async peek() { const x = await this.pending; return x === undefined ? 'none' : x + 1; } async both(): Promise<number | undefined> { return this.pending; } reset() { this.pending = undefined; } }
  async function main() { const l = new Loader(); console.log(await l.peek(), await l.both()); console.log(await l.load(), await l.peek(), await l.both(), l.n); l.reset(); console.log(await l.peek()); 
  const p: Promise<string> | null = l.n > 5 ? Promise.resolve('x') : null; console.log(await p); const q: Promise<string> | null = l.n < 5 ? Promise.resolve('x') : null; console.log(await q);
  const m = new Map<string, Promise<string>>([['a', Promise.resolve('va')]]); console.log(await m.get('a'), await m.get('b')); console.log((await m.get('a'))?.length);
  let done: Promise<void> | undefined; done = (async () => { await null; console.log('inner'); })(); await done; console.log('after'); done = undefined; await done; console.log('end');
  try { const bad: Promise<number> | undefined = l.n ? Promise.reject(new Error('bad')) : undefined; await bad; } catch (e) { console.log((e as Error).message); } }
  main(); Promise.resolve().then(() => console.log('t1')).then(() => console.log('t2')).then(() => console.log('t3')).then(() => console.log('t4')).then(() => console.log('t5'));
}
{
  class L { p?: Promise<number>; q: Promise<string> | null = null; async a(): Promise<number | undefined> { return this.p; } async b() { return this.q; } c = async () => this.p; async d(): Promise<void> { await this.p; } }
  async function main() { const l = new L(); console.log(await l.a(), await l.b(), await l.c()); l.p = Promise.resolve(4); l.q = Promise.resolve('q'); console.log(await l.a(), await l.b(), await l.c(), await l.d()); l.p = Promise.reject(new Error('no')); try { await l.a(); } catch (e) { console.log((e as Error).message); } try { await l.d(); } catch (e) { console.log((e as Error).message); } }
  main(); let t = Promise.resolve(); for (let i = 0; i < 12; i++) t = t.then(() => console.log('t', i));
}
