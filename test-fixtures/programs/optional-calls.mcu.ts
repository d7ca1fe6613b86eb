type F = ((x: number) => number) | undefined;
const f: F = ((x: number) => x * 2) as F; const g: F = undefined as F;
console.log(f?.(4), g?.(4), f?.(1)?.toFixed(1), g?.(1)?.toFixed(1));
interface O { cb?: (s: string) => string; m?(n: number): number; inner?: { go(): string; list?: number[] } }
const o: O = { cb: (s) => s + '!', m(n) { return n + 1; } };
const e: O = {};
console.log(o.cb?.('a'), e.cb?.('a'), o.m?.(1), e.m?.(1));
console.log(o.inner?.go(), e.inner?.list?.[0], e?.inner?.list?.length);
let calls = 0; function arg() { calls++; return 1; }
g?.(arg()); e.m?.(arg()); console.log(calls);
const n: { p: F } | null = null as { p: F } | null; console.log(n?.p?.(3));
function run(cb?: () => void) { cb?.(); console.log('ran'); } run(); run(() => console.log('cb'));
class K { h?: (x: number) => string; name = 'k'; fire() { return this.h?.(5) ?? 'none'; } }
const k = new K(); console.log(k.fire()); k.h = (x) => 'h' + x; console.log(k.fire());
const arr: (F)[] = [f, undefined]; console.log(arr[0]?.(2), arr[1]?.(2));
const any: unknown = 5; console.log((any as { z?: number } | number) ? 1 : 2);
