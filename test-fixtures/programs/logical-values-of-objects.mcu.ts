// `object && object.name` as a value: undefined or null where there is no object.
interface User {
  name: string;
  age: number;
  sub?: { z: number };
}
const nameOf = (user: User | undefined) => user && user.name;
const ageOf = (user: User | null) => user && user.age;
const zOf = (user?: User) => user && user.sub && user.sub.z;
console.log(nameOf(undefined), nameOf({ name: 'a', age: 1 }), nameOf({ name: '', age: 1 }));
console.log(ageOf(null), ageOf({ name: 'a', age: 0 }), ageOf({ name: '', age: 1 }));
console.log(zOf(), zOf({ name: '', age: 1 }), zOf({ name: '', age: 1, sub: { z: 5 } }));
const orDefault = (user?: User) => (user && user.name) || 'default';
console.log(orDefault(), orDefault({ name: 'x', age: 1 }), orDefault({ name: '', age: 1 }));
const isLong = (list: number[] | undefined) => list && list.length > 1;
console.log(isLong(undefined), isLong([]), isLong([1, 2]));
const called = (f?: (x: number) => number) => f && f(4);
console.log(called(), called((x) => x * 2));
const always = { a: 1 };
console.log(always && always.a, always && 'text');
