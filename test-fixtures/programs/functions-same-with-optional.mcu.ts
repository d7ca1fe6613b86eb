// A function with optional parameters is one value, whether it is seen with them or without.
function add(a: number, b?: number): number {
  return a + (b ?? 0);
}
const one: (a: number) => number = add;
const two: (a: number, b?: number) => number = add;
console.log(one === two, one === add, two === add, one(1), two(1, 2));
const list: ((a: number) => number)[] = [add];
console.log(list.includes(add), list.indexOf(two), list.map((f) => f(5)));
function step(by = 1): number {
  return by * 2;
}
const none: () => number = step;
const some: (by: number) => number = step;
console.log(none === some, none === step, none(), some(4));
function same(x: () => number, y: (by: number) => number): boolean {
  return x === y;
}
console.log(same(step, step), same(step, Math.abs), same(() => 1, step));
const handlers = new Set<() => number>();
handlers.add(step);
handlers.add(none);
console.log(handlers.size, handlers.has(step), handlers.delete(step), handlers.size);
const names = new Map<unknown, string>([[add, 'add'], [step, 'step']]);
console.log(names.get(one), names.get(none), names.get(some), names.get(Math.abs));

function counter(): void {
  let n = 0;
  function count(by?: number): number {
    n += by ?? 1;
    return n;
  }
  const plain: () => number = count;
  const full: (by?: number) => number = count;
  const given: (by: number) => number = count;
  console.log(plain === full, plain === given, plain === count, plain(), full(5), given(2));
  const all = new Set<() => number>([count, plain]);
  all.add(count);
  console.log(all.size, all.has(count), same(count, count));
  const arrow = (text = 'x', times?: number) => text.repeat(times ?? ++n);
  const short: () => string = arrow;
  const long: (text: string) => string = arrow;
  console.log(short === arrow, short === long, long('ab').length, short().length);
}
counter();

class Bus {
  private listeners: ((event: string) => void)[] = [];
  on(listener: (event: string) => void): void {
    this.listeners.push(listener);
  }
  off(listener: (event: string) => void): void {
    this.listeners = this.listeners.filter((each) => each !== listener);
  }
  emit(event: string): number {
    for (const each of this.listeners) each(event);
    return this.listeners.length;
  }
}
function log(event?: string, level = 1): void {
  console.log(event, level);
}
const bus = new Bus();
bus.on(log);
console.log(bus.emit('a'));
bus.off(log);
console.log(bus.emit('b'));
const flexible: (event?: string, level?: number) => void = log;
flexible('c', 3);
log();
bus.on(flexible);
bus.off(log);
console.log(bus.emit('d'));
