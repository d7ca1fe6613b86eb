// Properties, elements and texts of values of type any.
const o: any = { a: 1, b: 'x', c: true, d: [1, 2], e: { f: 2.5 }, n: null, u: undefined };
console.log(o.a + 1, o.b, o.c, o.e.f, o.n, o.u, o.missing, o.d.length, o.d[1]);
for (const k in o) console.log(k);
console.log(Object.keys(o).length);

const list: any = [1, 2.5, 3];
console.log(list.length, list[1], list[7], String(list), `<${list}>`);
const nested: any = [[1, 2], [3]];
console.log(String(nested), nested.length);
const words: any = ['a', null, undefined, 'b'];
console.log(String(words));
const bytes: any = new Uint8Array([1, 200]);
console.log(String(bytes), bytes.length, bytes[1]);

const counts: Record<string, number> = { x: 1, y: 2 };
const dictionary: any = counts;
console.log(dictionary.x, dictionary.q, dictionary['y']);
let sum = 0;
for (const k in dictionary) sum += dictionary[k];
console.log(sum);

class Pin {
  level = 1;
  name = 'p';
}
const pin: any = new Pin();
console.log(pin.level, pin.name);

const text: any = 'hey';
console.log(text.length, text[1]);
try {
  const nothing: any = null;
  console.log(nothing.foo);
} catch (e) {
  console.log(e instanceof TypeError);
}

function failure(attempt: () => unknown): string {
  try {
    return String(attempt());
  } catch (e) {
    return e instanceof TypeError ? 'TypeError' : 'another error';
  }
}
for (const nothing of [null, undefined] as any[]) {
  console.log(failure(() => Object.keys(nothing)), failure(() => Object.values(nothing)));
  console.log(failure(() => Object.entries(nothing)));
  let rounds = 0;
  for (const k in nothing) rounds += k.length;
  console.log(rounds);
}
console.log(Object.keys(5 as any), Object.values('ab' as any));
