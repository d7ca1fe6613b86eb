// Literals where the type is `{}`, or an alternative that lacks some of their properties.
const anything: {} = { q: 1 };
console.log(anything, Object.keys(anything), JSON.stringify(anything));
function names(object: {}) {
  return Object.keys(object);
}
console.log(names({ a: 1, b: 'x' }), names({}));
console.log(Object.keys({ q: 1 }), Object.getOwnPropertyNames({ q: 1, r: 2 }), Object.hasOwn({ a: 1 }, 'a'));
console.log(Object.entries({ q: 1 }), Object.values({ q: 'v' }));

const either: { a: number } | { b: string } = { a: 1, b: 'x' };
console.log(either, JSON.stringify(either));
type Point = { x: number };
const wider = { x: 1, y: 2 } as Point;
console.log(wider, wider.x);
let changing: {} = { k: [1] };
console.log(changing);
changing = { other: { deep: true } };
console.log(changing);

class Holder {
  constructor(public content: {}) {}
}
console.log(new Holder({ x: 1 }), new Holder({ y: 'q', z: null }));
const list: {}[] = [{ a: 1 }, { b: 2 }, {}];
console.log(list, JSON.stringify(list));
