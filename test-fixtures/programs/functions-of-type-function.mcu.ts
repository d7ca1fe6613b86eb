// The type Function: what can be called with anything.
class Emitter {
  private handlers: Record<string, Function[]> = {};
  on(name: string, handler: Function): this {
    (this.handlers[name] = this.handlers[name] || []).push(handler);
    return this;
  }
  off(name: string, handler: Function): this {
    this.handlers[name] = (this.handlers[name] ?? []).filter((each) => each !== handler);
    return this;
  }
  emit(name: string, ...args: any[]): this {
    (this.handlers[name] || []).forEach((handler) => handler(...args));
    return this;
  }
}
const shown = (x: number) => console.log('got', x);
function named(x: number, y = 2) { console.log(x + y); }
new Emitter().on('a', shown).on('a', named).emit('a', 5).emit('b').off('a', shown).emit('a', 6);
const queue: Function[] = [];
queue.push(() => 1, (a: string, b: string) => a + b, async () => 2);
console.log(queue.map((f) => typeof f), queue.length, queue[0](), queue[1]('x', 'y'));
function debounceLike(f: Function, ...fixed: any[]): Function { return (...more: any[]) => f(...fixed, ...more); }
console.log(debounceLike((a: number, b: number, c: number) => [a, b, c], 1, 2)(3));
const table = new Map<string, Function>([['double', (n: number) => n * 2]]);
console.log(table.get('double')!(21), table.get('none')?.(1));
function isFunction(x: unknown): x is Function { return typeof x === 'function'; }
console.log([1, shown, null].map(isFunction));
let callback: Function | null = null;
callback = (s: string) => s.length;
console.log(callback('four'), callback !== null);
function run(f: () => void, g: Function) { f(); return g(); }
console.log(run(() => console.log('f'), () => 'g'));
