// Builders: what is collected as Partial<T> is used as T in the end.
interface Point {
  a: number;
  b: string;
  on?: boolean;
}

class Builder<T extends object> {
  private parts: Partial<T> = {};
  with<K extends keyof T>(key: K, value: T[K]): this {
    this.parts[key] = value;
    return this;
  }
  copy(): T {
    return { ...this.parts } as T;
  }
  same(): T {
    return this.parts as T;
  }
}
const builder = new Builder<Point>().with('a', 1).with('b', 'x');
const copied = builder.copy();
const same = builder.same();
builder.with('a', 2);
console.log(copied, same, copied.a + 1, same.a + 1, same.b.length, same === builder.same());

class PointBuilder {
  private parts: Partial<Point> = {};
  a(value: number) {
    this.parts.a = value;
    return this;
  }
  b(value: string) {
    this.parts = { ...this.parts, b: value };
    return this;
  }
  build(): Point {
    if (this.parts.a === undefined) throw new Error('a is missing');
    return { ...this.parts, on: true } as Point;
  }
  defaults(): Point {
    return { a: 0, b: 'none', ...this.parts };
  }
}
console.log(new PointBuilder().a(1).b('x').build(), new PointBuilder().b('y').defaults());
try {
  new PointBuilder().build();
} catch (error) {
  console.log((error as Error).message);
}
