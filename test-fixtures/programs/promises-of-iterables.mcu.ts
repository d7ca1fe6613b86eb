// Promise.all and the like of maps, sets and generators; classes of values of any type; typed arrays as ArrayLike; properties
// of functions whose type is written.
const byName = new Map([['a', Promise.resolve(1)], ['b', Promise.resolve(2)]]);
function* several() { yield Promise.resolve('x'); yield 'y'; }
async function all() {
  console.log(await Promise.all(byName.values()), await Promise.race(byName.values()));
  console.log((await Promise.all(several())).map((text) => text.toUpperCase()));
  console.log(await Promise.allSettled(new Set([1, Promise.resolve(2), Promise.reject(3)])));
  console.log((await Promise.any(new Set([Promise.reject(0), Promise.resolve(3)]))) + 1, await Promise.all(new Set([1, 2])));
  await Promise.reject(new RangeError('late')).catch((error) => console.log(error.constructor.name, error.constructor === RangeError));
}
class Base {}
class Derived extends Base {}
const nameOf = (value: any): string => value.constructor.name;
const things: any[] = [new Base(), new Derived(), new TypeError('x'), [], 1, 's', true, {}, () => 1, new Map(), Promise.resolve()];
console.log(things.map(nameOf));
const isBase = (value: any) => value.constructor === Base;
console.log(isBase(new Base()), isBase(new Derived()), isBase(3), isBase({}));
try { nameOf(null); } catch (error: any) { console.log(error.constructor.name); }
function sum(values: ArrayLike<number>) {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}
const mean = (values: ArrayLike<number>, count = values.length) => sum(values) / count;
function copied<T>(values: ArrayLike<T>): T[] {
  const out: T[] = [];
  for (let i = 0; i < values.length; i++) out.push(values[i]);
  return out;
}
const bytes = new Uint8Array([1, 2, 300]);
console.log(sum([1, 2]), sum(bytes), mean(Float32Array.from([1.5, 2.5])), mean(bytes, 2), copied(bytes), copied(['a']));
interface Counter { (text: string): string; calls: number }
const count: Counter = (text) => text + ++count.calls;
count.calls = 5;
function local() {
  let last = '';
  const tell: { (text: string): Promise<void>; mark: string } = async (text) => { last = text + tell.mark; };
  tell.mark = '!';
  void tell('told');
  return last + tell.mark;
}
console.log(count('a'), count.calls, local());
all();
