// Functions that were made with a type, called where nothing is known of them any more.
function add(a: number, b: number): number {
  return a + b;
}
const half = (x: number): number => x / 2;
const sum: any = add;
console.log(sum(1, 2), sum(1.5, 2) + 1);

const unknownFunctions: unknown[] = [add, half, (text: string) => text.length, (...rest: number[]) => rest.length];
for (const each of unknownFunctions)
  if (typeof each === 'function') console.log(each === unknownFunctions[2] ? each('abc') : each(6, 4));

const functions: Function[] = [half, add];
console.log(functions[0]!(9), functions[1]!(4, 5), functions.map((f) => f(1, 1)));

// Listeners that only their names tell apart.
type Listener<T> = (payload: T) => void;
interface Events extends Record<string, any> {
  moved: { x: number; y: number };
  said: string;
}
class Emitter<E extends Record<string, any>> {
  private readonly listeners: { [K in keyof E]?: Listener<E[K]>[] } = {};

  on<K extends keyof E>(event: K, listener: Listener<E[K]>): () => void {
    (this.listeners[event] ??= []).push(listener);
    return () => {
      const list = this.listeners[event];
      if (list) list.splice(list.indexOf(listener), 1);
    };
  }

  emit<K extends keyof E>(event: K, payload: E[K]): number {
    const list = this.listeners[event];
    if (!list) return 0;
    [...list].forEach((listener) => listener(payload));
    return list.length;
  }
}
const emitter = new Emitter<Events>();
const stop = emitter.on('moved', ({ x, y }) => console.log('moved', x + y));
emitter.on('said', (text) => console.log('said', text.toUpperCase()));
console.log(emitter.emit('moved', { x: 1, y: 2 }), emitter.emit('said', 'hi'), emitter.emit('none', 1));
stop();
console.log(emitter.emit('moved', { x: 1, y: 2 }));

// What takes other functions, throws, or gives nothing.
const apply: any = (f: (x: number) => number, x: number): number => f(x);
const kept: any = { apply, fail: () => { throw new RangeError('no'); }, quiet: (): void => {} };
console.log(kept.apply(half, 5), kept.apply((x: number) => x + 1, 5), kept.quiet());
try {
  kept.fail();
} catch (error) {
  console.log(error instanceof RangeError, (error as Error).message);
}
try {
  const text: any = 'text';
  text();
} catch (error) {
  console.log(error instanceof TypeError);
}

// What says what its text is.
const spoken: any = { x: 1, toString: () => 'spoken' };
const mixed: any[] = [{ toString() { return 'in a list'; } }, 1];
console.log(`${spoken}`, String(spoken), spoken + '', spoken.x, mixed.join());
