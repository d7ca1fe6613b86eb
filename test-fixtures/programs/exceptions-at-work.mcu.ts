// Errors in all their ways: nested, given on, caught again, of classes of their own.
class ValidationError extends Error {
  readonly field: string;
  constructor(field: string, message: string, options?: ErrorOptions) { super(message, options); this.name = 'ValidationError'; this.field = field; }
}
class NotFound extends ValidationError { constructor(what: string) { super(what, `${what} not found`); this.name = this.constructor.name; } }
function order(log: string[], how: number): string {
  try {
    log.push('try');
    if (how === 1) throw new Error('one');
    if (how === 2) return 'returned';
    log.push('end');
  } catch (e) {
    log.push('catch ' + (e as Error).message);
    if (how === 1) return 'from catch';
  } finally {
    log.push('finally');
    if (how === 3) return 'from finally';
  }
  return 'normal';
}
for (let i = 0; i < 4; i++) { const log: string[] = []; console.log(order(log, i), log); }
try { throw new NotFound('key'); } catch (e) {
  if (e instanceof NotFound) console.log(e.name, e.message, e.field, e instanceof ValidationError, e instanceof Error, String(e), `${e}`);
}
try { try { throw new Error('inner'); } catch (e) { throw new Error('outer', { cause: e }); } } catch (e) { const err = e as Error; console.log(err.message, (err.cause as Error).message); }
function rethrow(): void { try { throw new RangeError('r'); } finally { console.log('cleanup'); } }
try { rethrow(); } catch (e) { console.log((e as Error).name); }
outer: for (let i = 0; i < 3; i++) { try { if (i === 1) continue outer; if (i === 2) break outer; console.log('body', i); } finally { console.log('fin', i); } }
const thrown: unknown[] = [1, 'text', null, undefined, true, { code: 5 }, [1, 2], new Error('e')];
for (const t of thrown) { try { throw t; } catch (e) { console.log(typeof e, e === t, e instanceof Error ? e.message : e); } }
try { (null as any).x; } catch (e) { console.log((e as Error).name); }
try { const o: any = {}; o.f(); } catch (e) { console.log((e as Error).name); }
try { const arr: number[] = []; arr.length = -1; } catch (e) { console.log((e as Error).name); }
function deep(n: number): number { return n === 0 ? 0 : 1 + deep(n - 1); }
try { deep(1e6); } catch (e) { console.log((e as Error).name, e instanceof RangeError); }
const ag = new AggregateError([new Error('a'), new TypeError('b')], 'many');
console.log(ag.message, ag.errors.length, ag.errors.map((e: Error) => e.name));
class Disposable1 { constructor(public log: string[]) {} use<T>(f: () => T): T { try { this.log.push('open'); return f(); } finally { this.log.push('close'); } } }
const l: string[] = [];
try { new Disposable1(l).use(() => { throw new Error('in use'); }); } catch (e) { l.push((e as Error).message); }
console.log(l.join());
const result = (() => { try { return JSON.parse('{"a": [1, 2, {"b": null}]}'); } catch { return undefined; } })();
console.log(result, JSON.stringify(result), result.a[2].b);
try { JSON.parse('{bad'); } catch (e) { console.log(e instanceof SyntaxError); }
let e2: Error | undefined; try { throw new Error('kept'); } catch (e) { if (e instanceof Error) e2 = e; } console.log(e2?.message, e2?.stack !== undefined);
type Result<T, E extends Error = Error> = { ok: true; value: T } | { ok: false; error: E };
function attempt<T>(f: () => T): Result<T> { try { return { ok: true, value: f() }; } catch (e) { return { ok: false, error: e as Error }; } }
const r1 = attempt(() => 5), r2 = attempt<number>(() => { throw new TypeError('no'); });
console.log(r1, r2.ok ? r2.value : r2.error.message);
