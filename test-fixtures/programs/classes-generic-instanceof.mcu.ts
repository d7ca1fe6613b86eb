// instanceof with generic classes, of the program and of the library, of values of any type.
class Box<T> { #v: T; constructor(v: T) { this.#v = v; } static is(o: object): boolean { return #v in o; } eq(o: unknown): boolean { return typeof o === 'object' && o !== null && #v in o; } get() { return this.#v; } }
function isBox(x: unknown) { return x instanceof Box; }
class Special<U> extends Box<U[]> { n = 1; } class Plain extends Box<string> {}
console.log(isBox(new Box(1)), isBox(new Box('s')), isBox(new Special([2])), isBox(new Plain('p')), isBox({}), isBox(null), isBox(5), isBox('x'), isBox([1]));
console.log(Box.is(new Box(1)), Box.is({}), new Box('s').eq(new Box(2)), new Box(1).eq(3));
function kind(x: any) { return x instanceof Map ? 'map' : x instanceof Set ? 'set' : x instanceof Promise ? 'promise' : x instanceof Special ? 'special' : x instanceof Error ? 'error' : Array.isArray(x) ? 'array' : x instanceof WeakMap ? 'weak' : typeof x; }
console.log(kind(new Map([[1, 2]])), kind(new Map()), kind(new Set('a')), kind(Promise.resolve(1)), kind(new Special([1])), kind(new Plain('')), kind([]), kind({}), kind(null), kind(new TypeError()), kind(new WeakMap()), kind(undefined));
type Shape = Box<number> | { area: number }; const shapes: Shape[] = [new Box(3), { area: 4 }];
console.log(shapes.map((s) => s instanceof Box ? s.get() : s.area));
const maybe: Box<number> | undefined = shapes.length > 5 ? new Box(1) : undefined; console.log(maybe instanceof Box);
