// Properties that the alternatives of a union keep in different ways, asked before it is known which it is.
{
  type Tok = { kind: 'num'; value: number } | { kind: 'op'; value: string } | { kind: 'flag'; value: boolean } | { kind: 'eof' };
  const toks: Tok[] = [{ kind: 'num', value: 1.5 }, { kind: 'op', value: '+' }, { kind: 'flag', value: true }, { kind: 'eof' }];
  for (const t of toks) {
    console.log(t.kind === 'eof' ? 'eof' : t.value, `${t.kind === 'eof' ? '' : t.value}`);
    if (t.kind === 'eof') continue;
    const { kind, value } = t;
    console.log(kind, value, typeof value, typeof t.value === 'string' ? t.value.length : 0, String(t.value), t.value === '+');
  }
  type Field = { type: 'text'; initial?: string } | { type: 'count'; initial?: number };
  const fs: Field[] = [{ type: 'text', initial: 'x' }, { type: 'count', initial: 3 }, { type: 'count' }];
  console.log(fs.map((f) => f.initial ?? 'none'), fs.map(({ initial }) => typeof initial));
  class A { v = 1; } class B { v = 'b'; } class C { v: number[] = [1]; }
  const xs: (A | B | C)[] = [new A(), new B(), new C()];
  for (const x of xs) console.log(x.v);
  interface S { k: 's'; payload: { a: number } } interface T { k: 't'; payload: { b: string } }
  function f(x: S | T) { return JSON.stringify(x.payload); }
  console.log(f({ k: 's', payload: { a: 1 } }), f({ k: 't', payload: { b: 'z' } }));
}
{
  interface P { k: 'p'; v: number; w?: string } interface Q { k: 'q'; v: string; w?: number }
  class G { k = 'p' as const; get v() { return 7; } }
  const use = (x: P | Q) => `${x.v}/${x.w}`;
  const lit: P = { k: 'p', v: 1 }; const g: P = new G();
  console.log(use(lit), use({ k: 'q', v: 's', w: 2 }), use(g), use({ k: 'p', v: 2.5, w: 'w' }));
}
