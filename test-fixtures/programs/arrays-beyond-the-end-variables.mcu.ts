// Variables that hold elements beyond the end: constants, variables without a type, and those that may be undefined.
const s = 'ab';
let i = 0;
let c = s[i];
while (c !== undefined) {
  c = s[++i];
}
function more() {
  const c = s[i + 1];
  if (c === 'zz') return 'z';
  return c ?? '-';
}
try {
  console.log(more());
} catch (e) {
  console.log((e as Error).name);
}
let d = s[7];
d ??= 'dflt';
console.log(d, d.length);
let e2 = s[1];
e2 ??= 'no';
console.log(e2);
let f = s[9];
f ||= 'or';
console.log(f);
const xs = [1, 2];
console.log(xs[7] ?? null, xs[1] ?? null);
let n = xs[5];
if (n === undefined) n = 4;
n++;
n += 2;
console.log(n);
function g(k: string) {
  let r = s[2];
  if (r === undefined) r = k;
  return r + k;
}
console.log(g('z'));
class Lx {
  private cur: string;
  private p = 0;
  constructor(private t: string) {
    this.cur = t[0];
  }
  step() {
    this.cur = this.t[++this.p];
    return this.cur;
  }
  all() {
    let o = '';
    while (this.cur !== undefined) {
      o += this.cur;
      this.step();
    }
    return o;
  }
  get end() {
    return !this.cur;
  }
}
const l = new Lx('hey');
console.log(l.all(), l.end, l.step());
const xs8 = [1, 2];
const texts = ['a'];
const rows = [{ a: 1 }];
console.log(
  xs8[7] ?? null,
  xs8[1] ?? null,
  texts[3] ?? null,
  texts[0] ?? undefined,
  rows[0] ?? 'none',
  rows[2] ?? 'none',
  rows[3] ?? 0,
  rows[1] || null,
);
function text(i: number): string | null {
  return texts[i] ?? null;
}
function digit(i: number): number | undefined {
  return xs8[i] ?? undefined;
}
console.log(text(0), text(1), digit(0), digit(5));
const row: { a: number } | null = rows[4] ?? null;
console.log(row === null, `${xs8[9] ?? 'x'} ${texts[9] ?? null}`);
const os = [{ a: 1 }];
const rr: { a: number } | null = os[4] ?? null;
console.log(rr === null);
if (rr) console.log('there');
else console.log('not');
const q: { a: number } | undefined = os[4];
console.log(q === undefined, q ? 1 : 2, q?.a, q ?? 'x');
const w: { a: number } | undefined = os[7];
console.log(w === undefined, !w);
const nn: number | undefined = [1][3];
console.log(nn === undefined, nn ? 1 : 2);
const m: number | null = [1][3] ?? null;
console.log(m === null, m ? 1 : 2, m);
const rec: Record<string, number> = {};
const v: number | undefined = rec['k'];
console.log(v === undefined, v);
function find(i: number): { a: number } | undefined {
  const r: { a: number } | undefined = os[i];
  if (!r) return undefined;
  return r;
}
console.log(find(3), find(0));
interface Word { text: string }
const precedences: Record<string, number> = { '+': 1, '*': 2 };
function priority(t: Word | undefined) { const pr = t && precedences[t.text]; if (pr === undefined) return 'none'; return 'p' + pr; }
console.log(priority(undefined), priority({ text: '+' }), priority({ text: '?' }));
const choice = (t: Word | null) => { const v = t ? precedences[t.text] : undefined; return v === undefined ? -1 : v; };
console.log(choice(null), choice({ text: '*' }), choice({ text: 'zz' }));
const three = [1, 2, 3];
const either = (i: number, ok: boolean) => { const v = ok && three[i]; return v; };
console.log(either(1, true), either(1, false));
const ones = [{ a: 1 }];
function row0(o: { b: number }, i: number) { const x: { a: number } | undefined = o && ones[i]; return x === undefined ? 'u' : x.a; }
console.log(row0({ b: 1 }, 0), row0({ b: 1 }, 4));
function row1(c: boolean, i: number) { const x = c ? ones[i] : undefined; if (!x) return 'none'; return x.a; }
console.log(row1(true, 0), row1(true, 3), row1(false, 0));
function row2(c: boolean, i: number) { const x: { a: number } | undefined = c ? ones[i] : ones[0]; if (x === undefined) return 'none'; return x.a; }
console.log(row2(true, 0), row2(true, 3), row2(false, 0));
