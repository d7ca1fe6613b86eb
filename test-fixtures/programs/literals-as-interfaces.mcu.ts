// Literals whose functions give something more special than the methods of the interface that they are made for.
interface Task { id: number; run(): string | Promise<string>; note?: string; undo?(): void }
const tasks: Task[] = [];
function add(...ts: Task[]) { tasks.push(...ts); }
add({ id: 1, run: () => 'now' }, { id: 2, run: async () => { throw new Error('bad'); } }, { id: 3, run() { return Promise.resolve('x' + this.id); }, note: 'n' }, { run: () => 'last', id: 4, undo() {} });
(async () => { for (const t of tasks) { try { console.log(t.id, await t.run(), t.note, t.undo !== undefined); } catch (e) { console.log((e as Error).message); } } console.log(tasks[3], Object.keys(tasks[2]!)); })();
interface Visitor<R> { num(n: number): R; add(a: string, b: string): R }
const show: Visitor<unknown> = { num: (n) => n * 2, add: (a, b) => a + b };
console.log(show.num(2), show.add('a', 'b'));
interface Shape { area(): number | undefined; name: string } 
const mk = (n: number): Shape => ({ name: 's' + n, area: () => n });
console.log(mk(2).area(), mk(3));
