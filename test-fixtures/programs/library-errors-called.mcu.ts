// JavaScript's errors without `new`.
const e = Error('x'); console.log(e.message, e instanceof Error, e.name);
try { throw TypeError('bad'); } catch (err) { console.log(err instanceof TypeError, (err as Error).message); }
const r = RangeError('r'); console.log(r.name, String(r));
function f(n: number): number { if (n < 0) throw RangeError(`neg ${n}`); return n; }
try { f(-1); } catch (x) { console.log(x instanceof RangeError, x instanceof Error, String(x)); }
Promise.reject(Error('p')).catch((x) => console.log(x.message));
function g(ok: boolean): Error | null { if (ok) return null; return Error('g'); }
console.log(g(false)?.message, g(true));
console.log(Error('a', { cause: 'c' }).cause, Error().message === '');
const list: Error[] = [Error('1'), SyntaxError('2')]; console.log(list.map((x) => x.name + x.message));
