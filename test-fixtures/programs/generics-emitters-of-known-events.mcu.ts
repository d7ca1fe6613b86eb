// Tables whose functions take what depends on the key: of events that are known by name, and of the kinds of a union.
type Events = { added: { sku: string; qty: number }; removed: { sku: string }; count: number };
type Handler<K extends keyof Events> = (payload: Events[K]) => void;
class Emitter {
  private readonly handlers: { [K in keyof Events]?: Handler<K>[] } = {};
  on<K extends keyof Events>(name: K, handler: Handler<K>): () => void {
    const list = (this.handlers[name] ??= []) as Handler<K>[];
    list.push(handler);
    return () => {
      const at = list.indexOf(handler);
      if (at >= 0) list.splice(at, 1);
    };
  }
  emit<K extends keyof Events>(name: K, payload: Events[K]): number {
    for (const handler of (this.handlers[name] ?? []) as Handler<K>[]) handler(payload);
    return this.handlers[name]?.length ?? 0;
  }
}
const emitter = new Emitter();
const off = emitter.on('added', ({ sku, qty }) => console.log(sku, qty + 1));
emitter.on('removed', (event) => console.log('gone', event.sku));
emitter.on('count', (n) => console.log(n.toFixed(1)));
console.log(emitter.emit('added', { sku: 'bolt', qty: 3 }), emitter.emit('removed', { sku: 'nut' }), emitter.emit('count', 2));
off();
console.log(emitter.emit('added', { sku: 'bolt', qty: 3 }));

type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number } | { kind: 'dots'; at: readonly [number, number][] };
type Of<K extends Shape['kind']> = Extract<Shape, { kind: K }>;
const areas: { [K in Shape['kind']]: (shape: Of<K>) => number } = {
  circle: ({ r }) => Math.round(Math.PI * r ** 2),
  square: ({ side }) => side * side,
  dots: ({ at }) => at.reduce((sum, [x, y]) => sum + x * y, 0),
};
const areaOf = <K extends Shape['kind']>(shape: Of<K>): number => (areas[shape.kind as K] as (shape: Of<K>) => number)(shape);
const shapes: Shape[] = [{ kind: 'circle', r: 2 }, { kind: 'square', side: 3 }, { kind: 'dots', at: [[1, 2], [3, 4]] }];
console.log(shapes.map((shape) => areaOf(shape)), areas.square({ kind: 'square', side: 5 }));

type Handlers<E> = { [K in keyof E]: (value: E[K], key: K) => string };
const shown: Handlers<{ a: number; b: string[] }> = { a: (n, key) => `${key}${n * 2}`, b: (list, key) => key + list.join('+') };
console.log(shown.a(4, 'a'), shown.b(['x', 'y'], 'b'));
