// Spread of what may not be there, or may lack properties.
{
  interface C { a: number; b?: string; c?: boolean } function upd(c: C, p?: Partial<C>): C { return { ...c, ...p }; } console.log(upd({ a: 1 }), upd({ a: 1, b: 'x' }, { a: 2 }), upd({ a: 1 }, { c: true }));
  const f = (on: boolean) => ({ id: 1, ...(on ? { extra: 'e' } : undefined), ...(on && { more: 2 }), ...(on ? { z: 1 } : {}) }); console.log(f(true), f(false));
  interface Ctx { n: number; s: string | null } const acts: Record<string, { run?: (c: Ctx) => Partial<Ctx> }> = { inc: { run: (c) => ({ n: c.n + 1 }) }, nop: {} }; let ctx: Ctx = { n: 0, s: null }; for (const k of ['inc', 'nop', 'zzz', 'inc']) ctx = { ...ctx, ...acts[k]?.run?.(ctx) }; console.log(ctx);
}
{
  interface Ctx { n: number; s: string | null } const acts: Record<string, { run?: (c: Ctx) => Partial<Ctx> }> = { inc: { run: (c) => ({ n: c.n + 1 }) }, nop: {} };
  let c: Ctx = { n: 0, s: null };
  const p = acts['inc']?.run?.(c); console.log(p);
  console.log(acts['nop']?.run?.(c));
  console.log(acts['zz']?.run?.(c));
  c = { ...c, ...p }; console.log(c);
}
{
  interface C { a: number; b?: string; n: string | null } function upd(c: C, p: Partial<C>): C { return { ...c, ...p }; } console.log(upd({ a: 1, b: 'x', n: 'q' }, { a: 2 }), upd({ a: 1, n: 'q' }, { n: null }), upd({ a: 1, n: null }, {}));
}
{
  interface C { a: number; n: string | null } const c: C = { a: 1, n: 'q' }; const p: Partial<C> = { a: 2 }; Object.assign(c, p); console.log(c); Object.assign(c, { n: null }); console.log(c); const q: Partial<C> = { n: 'z' }; console.log(Object.assign(c, q, p), c);
}
