// JSON.stringify with a function or list that chooses what is written, toJSON, and JSON.parse with a reviver.
console.log(JSON.stringify({ a: 1, b: 2, c: { a: 5, d: 6 } }, ['a', 'c']));
console.log(JSON.stringify({ a: 1, b: 'x', c: 3 }, (_key, v) => (typeof v === 'number' ? v * 2 : v)));
console.log(JSON.stringify({ name: 'n', password: 'p', list: [1, 'two', null] }, (k, v) => (k === 'password' ? undefined : v), 2));
console.log(JSON.stringify([3, 1, 2], (k, v) => (k === '1' ? undefined : v)));
console.log(JSON.stringify({ a: [1, 2] }, null, 2), JSON.stringify({ a: 1 }, undefined, '\t'));
class Celsius {
  constructor(public degrees: number) {}
  toJSON() {
    return { celsius: this.degrees, fahrenheit: this.degrees * 1.8 + 32 };
  }
}
console.log(JSON.stringify(new Celsius(20)), JSON.stringify(new Celsius(0), null, 1));
class Id {
  constructor(private id: number) {}
  toJSON(): string {
    return `id-${this.id}`;
  }
}
console.log(JSON.stringify(new Id(7)));
console.log(JSON.parse('{"a":{"b":[1,{"c":null}]}}', (_k, v) => (typeof v === 'number' ? v + 1 : v)));
console.log(JSON.parse('[1,2,3,4]', (k, v) => (k === '' ? v : v * 10)));
console.log(JSON.parse('{"keep":1,"drop":2}', (k, v) => (k === 'drop' ? undefined : v)));
const seen: string[] = [];
JSON.parse('{"x":[1,{"y":2}],"z":"s"}', (k, v) => {
  seen.push(k);
  return v;
});
console.log(seen.join('|'));
