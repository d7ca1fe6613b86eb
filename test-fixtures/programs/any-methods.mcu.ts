const o: any = { f() { return 1; }, g: (x: number) => x * 2, n: 5, list: [1, 2], inner: { h: (s: string, t = '!') => s + t } };
console.log(o.f(), o.g(4), o.n, o.inner.h('a'), o.inner.h('a', '?'), typeof o.f);
o.added = (a: number, b: number) => a + b;
o.list.push('three', { four: 4 });
o.list[0] = null;
console.log(o.added(1, 2), o.list.length, o.list, Object.keys(o).join());
delete o.n;
console.log('n' in o, o.n);
const s: any = 'hello';
console.log(s.length, s.toUpperCase(), s.slice(1, 3), s.indexOf('l'), s + '!', s[0], s.charAt(1), s.split('').reverse().join(''), s.includes('ell'));
const arr: any = [3, 1, 2];
console.log(arr.length, arr[0], arr.map((x: number) => x + 1), arr.slice().sort(), arr.includes(2), arr.join('+'), arr.indexOf(1));
arr.push(9);
arr[arr.length] = 'end';
console.log(arr, arr.filter((x: any) => x !== 9).length, arr.find((x: any) => x === 1), arr.reduce((a: any, b: any) => a + b), arr.at(-1));
const n: any = 3.14159;
console.log(n.toFixed(2), n > 3, n + 1, n * 2, -n, n.toString());
const fn: any = (a: number, b: number) => a + b;
console.log(fn(1, 2));
const typed: (a: number, b: number) => number = fn;
console.log(typed(3, 4));
const handlers: any = {};
for (const name of ['x', 'y']) handlers[name] = (value: any) => `${name}:${value}`;
console.log(handlers.x(1), handlers['y'](true));
try {
  o.missing();
} catch (e) {
  console.log(e instanceof TypeError);
}
const list: any[] = [{ a: 1 }, { a: 2, b: [1] }];
list.push({ c: 'new' });
list[0].extra = true;
console.log(list, list.map((x) => x.a));
const copy = [...arr, ...s];
console.log(copy.length);
for (const c of s) console.log(c);
console.log('10' > ('9' as any), (10 as any) > '9', (null as any) == undefined, ('1' as any) == 1, (true as any) == 1, ('a' as any) == 'a');
