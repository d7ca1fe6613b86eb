// What is listed of errors: what their classes add.
const e = new Error('m', { cause: 'why' });
console.log(Object.keys(e), JSON.stringify(e), JSON.stringify({ e }), Object.entries(new TypeError('x')));
for (const k in e) console.log(k);
console.log('message' in e, e.hasOwnProperty('message'));
const u: unknown = new Error('m');
console.log(JSON.stringify(u), Object.keys(u as object));
try {
  throw new RangeError('r');
} catch (x: any) {
  console.log(Object.keys(x), JSON.stringify(x), JSON.stringify({ err: x.message }));
}
class Coded extends Error {
  code = 5;
}
const c = new Coded('m');
console.log(Object.keys(c), JSON.stringify(c), Object.values(c));
