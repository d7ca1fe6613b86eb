// Arrays with a type that are changed as values of type any, objects without one whose methods use this, functions with rests.
{
  const a: number[] = [1, 2, 3];
  const b: any = a; b[0] = 9; b.push(4); console.log(a, b.length);
  function mutate(x: any) { x[1] = 77; x.sort(); return x.pop(); }
  console.log(mutate(a), a);
  const s: string[] = ['b', 'a']; const t: any = s; t.push('c'); t[0] = 'z'; t.sort(); t.reverse(); console.log(s, t.shift(), s, t.splice(0, 1, 'q', 'r'), s);
  function swap(arr: any, i: number, j: number) { const tmp = arr[i]; arr[i] = arr[j]; arr[j] = tmp; } swap(a, 0, 1); console.log(a);
}
{
  const o: any = { n: 1, inc() { this.n++; return this; }, get() { return this.n; }, add: function (k: number) { this.n += k; return this.n; } };
  o.inc().inc(); console.log(o.get(), o.add(5), o);
  function make(): any { return { items: [], push(x: any) { this.items.push(x); return this.items.length; }, total() { let s = 0; for (const i of this.items) s += i; return s; } }; }
  const m = make(); m.push(1); m.push(2); console.log(m.total(), m.items);
  const cyc: any = { name: 'c' }; cyc.self = cyc; console.log(cyc.self.self.name);
}
{
  const fns: any[] = [Math.max, Math.min]; console.log(fns[0](1, 5, 3), fns[1](4, 2));
  function apply(f: any, ...args: number[]) { return f(...args); }
  console.log(apply(Math.max, 1, 2, 3));
  const sum: any = (...xs: number[]) => xs.reduce((a, b) => a + b, 0); console.log(sum(1, 2, 3), sum());
  const joiner = (sep: string, ...parts: string[]) => parts.join(sep); const j: any = joiner; console.log(j('-', 'a', 'b'), j('-'));
}
