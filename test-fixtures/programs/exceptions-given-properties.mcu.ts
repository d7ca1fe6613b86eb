// Errors that are given properties, by Object.assign and by types that have more than Error.
const e = Object.assign(new Error('boom'), { code: 'E_BOOM', status: 500 });
console.log(e.message, e.code, e.status, e instanceof Error);
try { throw e; } catch (err) { console.log((err as { code: string }).code, (err as Error).message); }
try { throw Object.assign(new Error('x'), { code: 'ENOENT' }); } catch (err) { if (err instanceof Error && 'code' in err) console.log(err.code); }
function fail(): never { const e: any = new Error('nope'); e.code = 42; e.details = { a: [1] }; throw e; }
try { fail(); } catch (e: any) { console.log(e.code, e.message, e.details.a[0], e.missing, Object.keys(e), JSON.stringify(e)); e.code++; console.log(e.code); delete e.code; console.log('code' in e, e.code); }
interface CodedError extends Error { code: string; errno?: number }
function coded(code: string): CodedError { const err = new Error('coded') as CodedError; err.code = code; return err; }
const c = coded('EX'); console.log(c.code, c.errno, c.name, c.message, c.code.length, `${c}`);
c.errno = 3; console.log(c.errno + 1);
class HttpError extends Error { status = 404; } const h: any = new HttpError('nf'); h.extra = 'x'; console.log(h.status, h.extra, h.message, h instanceof HttpError);
const t = Object.assign(new TypeError('tt'), { path: ['a', 'b'] }); console.log(t.path.join('.'), t.name, t instanceof TypeError);
function isCoded(e: unknown): e is CodedError { return e instanceof Error && typeof (e as any).code === 'string'; }
console.log(isCoded(c), isCoded(new Error('n')), isCoded({ code: 'x' }));
try { const err = new Error('m') as Error & { code?: number }; console.log(err.code); err.code = 7; throw err; } catch (x) { console.log((x as any).code, x instanceof Error ? (x as Error & { code: number }).code + 1 : 0); }
class Wrapped extends Error { constructor(public readonly inner: Error, msg = 'wrapped: ' + inner.message) { super(msg); } } const w = new Wrapped(c); console.log(w.message, (w.inner as CodedError).code);
console.log(Object.entries(Object.assign(new Error('z'), { k: 1 })));
const { message, ...more } = Object.assign(new Error('q'), { a: 1 }) as any; console.log(message, more);
