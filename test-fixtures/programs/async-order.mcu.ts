// The order in which asynchronous functions go on, and their errors.
async function a1() { console.log('a1 start'); await a2(); console.log('a1 end'); }
async function a2() { console.log('a2'); }
console.log('script start'); setTimeout(() => console.log('timeout'), 0); a1();
new Promise<void>((resolve) => { console.log('promise1'); resolve(); }).then(() => console.log('promise2')); console.log('script end');
async function seq(): Promise<string[]> { const out: string[] = []; for (const f of [async () => 'x', async () => { throw new Error('y'); }, async () => 'z']) { try { out.push(await f()); } catch (e) { out.push((e as Error).message); } finally { out.push('|'); } } return out; }
seq().then((x) => console.log(x.join('')));
const sleep = (ms: number, v?: string) => new Promise<string>((res) => setTimeout(() => res(v ?? 'none'), ms));
class Mutex { private last: Promise<void> = Promise.resolve(); async run<T>(f: () => Promise<T>): Promise<T> { const prev = this.last; let release!: () => void; this.last = new Promise<void>((r) => { release = r; }); await prev; try { return await f(); } finally { release(); } } }
const mu = new Mutex(); for (const i of [1, 2, 3]) mu.run(async () => { console.log('in', i); await sleep(1); console.log('out', i); });
function promisify(cb: (done: (err: Error | null, v?: number) => void) => void): Promise<number> { return new Promise((res, rej) => cb((err, v) => (err ? rej(err) : res(v!)))); }
promisify((d) => setTimeout(() => d(null, 42), 2)).then((v) => console.log('p', v)); promisify((d) => d(new Error('perr'))).catch((e) => console.log(e.message));
(async () => { try { await (async () => { throw new TypeError('deep'); })(); } catch (e) { console.log(e instanceof TypeError, String(e)); } })();
function* ids() { let i = 0; while (true) { const reset: boolean = yield i++; if (reset) i = 0; } } const it = ids(); console.log(it.next().value, it.next(false).value, it.next(true).value, it.return(0 as never).done);
Promise.resolve().then(() => console.log(1)).then(() => console.log(2)); Promise.resolve().then(() => console.log('a')).then(() => console.log('b'));
