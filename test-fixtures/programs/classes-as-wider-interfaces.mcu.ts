// Classes used as interfaces whose methods take fewer parameters, or take and give any values.
interface Op<A, B> {
  run(a: A): B;
}
class Base implements Op<number, number> {
  run(a: number) {
    return a;
  }
}
class Wide extends Base {
  override run(a: number, b = 10) {
    return a + b;
  }
}
class Opt extends Base {
  override run(a: number, b?: number) {
    return a * (b ?? 3);
  }
}
const ops: Op<any, any>[] = [new Base(), new Wide(), new Opt()];
console.log(
  ops.map((o) => o.run(5)),
  new Wide().run(1, 2),
  new Opt().run(2, 2),
  new Wide().run(1),
);
const b: Base = new Wide();
console.log(b.run(7));
interface Shape {
  area(): number;
  scale?(k: number): Shape;
}
interface Drawer {
  draw(s: any): unknown;
  readonly kind: unknown;
}
class Sq implements Shape {
  constructor(private s: number) {}
  area() {
    return this.s ** 2;
  }
  scale(k: number) {
    return new Sq(this.s * k);
  }
}
class SqDrawer implements Drawer {
  kind = 'sq';
  draw(s: Sq) {
    return `sq ${s.area()}`;
  }
}
class NumDrawer implements Drawer {
  get kind() {
    return 7;
  }
  draw(n: number) {
    return n + 1;
  }
}
const ds: Drawer[] = [new SqDrawer(), new NumDrawer()];
console.log(
  ds[0]!.draw(new Sq(3)),
  ds[1]!.draw(4),
  ds.map((d) => d.kind),
);
const nd = new NumDrawer();
console.log(nd.kind + 1, nd.draw(3) * 2);
try {
  ds[0]!.draw('no');
} catch (e) {
  console.log(e instanceof TypeError);
}
abstract class Task<I, O> {
  abstract exec(i: I): O;
  async later(i: I): Promise<O> {
    return this.exec(i);
  }
}
class Len extends Task<string, number> {
  exec(i: string) {
    return i.length;
  }
}
class Up extends Task<string, string> {
  exec(i: string) {
    return i.toUpperCase();
  }
}
const ts: Task<any, any>[] = [new Len(), new Up()];
(async () => {
  for (const t of ts) console.log(await t.later('abc'), t.exec('x'));
  const l = new Len();
  console.log((await l.later('four')) + 1);
})();
class Repo<T extends { id: number }> {
  protected rows: T[] = [];
  save(t: T): T {
    const i = this.rows.findIndex((r) => r.id === t.id);
    if (i >= 0) this.rows[i] = t;
    else this.rows.push(t);
    return t;
  }
  find(id: number): T | undefined {
    return this.rows.find((r) => r.id === id);
  }
  all(): readonly T[] {
    return this.rows;
  }
  where(p: (t: T) => boolean): T[] {
    return this.rows.filter(p);
  }
}
interface User {
  id: number;
  name: string;
}
interface Post {
  id: number;
  title: string;
  by: number;
}
const users = new Repo<User>(),
  posts = new Repo<Post>();
users.save({ id: 1, name: 'A' });
posts.save({ id: 9, title: 'T', by: 1 });
users.save({ id: 1, name: 'B' });
const repos: Repo<any>[] = [users, posts];
console.log(
  repos.map((r) => r.all().length),
  users.find(1)?.name,
  posts.where((p) => p.by === 1).map((p) => p.title),
  repos[0]!.find(1).name,
);
interface Plus {
  run(a: number): number;
}
class W implements Plus {
  run(a: number, b = 10) {
    return a + b;
  }
}
const plus: Plus = new W();
console.log(plus.run(1), new W().run(1, 2));
