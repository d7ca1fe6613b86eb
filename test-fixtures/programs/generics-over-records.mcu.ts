// Generator functions where ones of a more general type are wanted, and objects that generic functions take for records.
function pick<T extends Record<string, number>>(o: T, k: string): number { return o[k] ?? -1; }
console.log(pick({ a: 1, b: 2 }, 'b'), pick({ a: 1, b: 2 }, 'z'));
function keys<T extends Record<string, unknown>>(o: T): string[] { const r: string[] = []; for (const k in o) if (Object.hasOwn(o, k)) r.push(k + typeof o[k]); return r; }
console.log(keys({ x: 1, y: 'q' }));
const cfg = { host: 'h', port: 'p' };
function lookup<T extends { [key: string]: string }>(o: T, name: string): string | undefined { return o[name]; }
console.log(lookup(cfg, 'port'), lookup(cfg, 'q'), cfg.host);
function assign<T extends Record<string, number>>(o: T, k: keyof T & string, v: number): T { (o as Record<string, number>)[k] = v; return o; }
console.log(assign({ n: 1, m: 2 }, 'm', 5));
type TaskFn = () => Generator<number | undefined, void, number>;
const trace: string[] = [];
const runTask = (f: TaskFn) => { const g = f(); let t = 0; for (let r = g.next(0); !r.done; r = g.next(t)) t += r.value ?? 1; trace.push(`ended at ${t}`); };
runTask(function* () { const t = yield 10; trace.push(`at ${t}`); yield; });
runTask(function* () { while (true) { if ((yield 4) > 9) return; } });
console.log(trace);
