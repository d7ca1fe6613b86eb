// Helpers over the properties of what a type parameter stands for: typed emitters, mapped objects, classes of any kind.
type Events = { data: [string, number]; end: [] };
class Emitter<E extends Record<string, unknown[]>> {
  private handlers: { [K in keyof E]?: ((...args: E[K]) => void)[] } = {};
  on<K extends keyof E>(key: K, handler: (...args: E[K]) => void) {
    (this.handlers[key] ??= []).push(handler);
    return this;
  }
  emit<K extends keyof E>(key: K, ...args: E[K]) {
    for (const handler of this.handlers[key] ?? []) handler(...args);
  }
}
const emitter = new Emitter<Events>();
emitter.emit('end');
emitter.on('data', (text, n) => console.log(text, n)).on('end', () => console.log('end'));
emitter.emit('data', 'x', 1);
emitter.emit('end');

function mapValues<T extends object, R>(
  object: T,
  f: (value: T[keyof T], key: keyof T) => R,
): { [K in keyof T]: R } {
  const result = {} as { [K in keyof T]: R };
  for (const key of Object.keys(object) as (keyof T)[]) result[key] = f(object[key], key);
  return result;
}
const sizes = { x: 1, y: 2 };
console.log(mapValues(sizes, (value) => `${value}a`));
console.log(mapValues(sizes, (value) => value * 2));
console.log(mapValues(sizes, (value, key) => [key, value]));

type Flags<T> = { [K in keyof T]: boolean };
function flags<T extends object>(of: T): Flags<T> {
  const result = {} as Flags<T>;
  for (const key in of) result[key] = Boolean(of[key]);
  return result;
}
console.log(flags({ a: 1, b: '' }));

class AppError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AppError';
  }
}
function isOf(error: unknown, of: new (...args: never[]) => Error) {
  return error instanceof of;
}
console.log(isOf(new AppError('x'), AppError), isOf(new Error('x'), AppError), isOf(new RangeError('r'), RangeError));
const held: { steps?: ((n: number) => number)[] } = { steps: [(n) => n + 1] };
console.log((held.steps ?? []).map((step) => step(1)), (held.steps || []).length);
