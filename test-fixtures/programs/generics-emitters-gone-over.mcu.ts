// An emitter whose handlers are kept by a mapped type: TypeScript finds that they are there.
type Handler<T> = (payload: T) => void;
class Emitter<E extends Record<string, unknown>> {
  private handlers: { [K in keyof E]?: Handler<E[K]>[] } = {};
  on<K extends keyof E>(name: K, handler: Handler<E[K]>): void {
    (this.handlers[name] ??= []).push(handler);
  }
  emit<K extends keyof E>(name: K, payload: E[K]): boolean {
    const handlers = this.handlers[name];
    if (!handlers) return false;
    for (const handler of handlers) handler(payload);
    return true;
  }
}
const emitter = new Emitter<{ count: number; text: string; none: boolean }>();
emitter.on('count', (n) => console.log(n + 1));
emitter.on('text', (text) => console.log(text.length));
emitter.on('text', (text) => console.log(text.toUpperCase()));
console.log(emitter.emit('count', 1), emitter.emit('text', 'xyz'), emitter.emit('none', true));
