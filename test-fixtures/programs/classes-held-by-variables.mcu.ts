// Names and printing of classes that variables hold.
{
  class A {} class B extends A {}
  const reg = new Map<string, typeof A>([['a', A], ['b', B]]);
  console.log(reg.get('a')?.name, reg.get('b')?.name, reg.get('z')?.name);
  const xs = [A, B]; console.log(xs.map((c) => c.name), xs[1].name);
  function nm(c: typeof A) { return c.name; } console.log(nm(B)); let c: typeof A | undefined = A; if (c) console.log(c.name);
}
{
  class A {} class B extends A {}
  const c = A; console.log(c, B, 'x'); let d: typeof A = B; console.log(d); function sh(k: typeof A) { console.log(k); } sh(A); sh(B); console.log(String(1));
}
