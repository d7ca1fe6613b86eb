// Promises as ones of a more general type, and back.
async function f(): Promise<string> { return 'a'; }
const p: Promise<any> = f(); p.then((v) => console.log(v));
const tasks: Promise<any>[] = [f(), Promise.resolve(3)];
Promise.all(tasks).then((r) => console.log(r));
function wrap(p: Promise<any>): Promise<any> { return p; }
wrap(f()).then((v) => console.log('w', v));
const back: Promise<number> = wrap(Promise.resolve(5)); back.then((n) => console.log(n + 1));
const bad: Promise<unknown> = Promise.reject(new Error('no')); bad.catch((e) => console.log(e.message));
const opt: Promise<number | undefined> = Promise.resolve(2); opt.then((n) => console.log(n));
const thunk: () => Promise<unknown> = async () => 7; thunk().then(console.log);
async function each(fs: (() => Promise<any>)[]) { for (const g of fs) console.log(await g()); }
each([async () => 1, async () => 'two', () => Promise.resolve([3])]);
const late = new Promise<number>((r) => setTimeout(() => r(9), 5)); const lateAny: Promise<any> = late; lateAny.then((v) => console.log('late', v)); late.then((v) => console.log('same', v));
class Repo { private m = new Map<number, { n: string }>([[1, { n: 'x' }]]); find(id: number): Promise<{ n: string } | undefined> { return Promise.resolve(this.m.get(id)); } }
new Repo().find(1).then((x) => console.log(x)); new Repo().find(2).then((x) => console.log(x));
