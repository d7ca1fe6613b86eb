// Static members of classes that only the running program knows, and objects made by them.
class Model {
  static count = 0;
  static table = 'model';
  static describe() {
    return `table ${this.table}`;
  }
  id: number;
  constructor() {
    const c = this.constructor as typeof Model;
    Model.count++;
    this.id = Model.count;
  }
  tableName() {
    return (this.constructor as typeof Model).table;
  }
  info() {
    return (this.constructor as typeof Model).describe();
  }
}
class User extends Model {
  static override table = 'users';
  name = 'u';
}
const m = new Model(),
  u = new User();
console.log(m.tableName(), u.tableName(), m.constructor.name, u.constructor.name, m.info(), u.info());
class Vec {
  constructor(
    public x = 0,
    public y = 0,
  ) {}
  clone(): this {
    const C = this.constructor as new (x: number, y: number) => this;
    return new C(this.x, this.y);
  }
}
class Vec2 extends Vec {
  len() {
    return Math.hypot(this.x, this.y);
  }
}
const v = new Vec2(3, 4);
const w = v.clone();
console.log(w instanceof Vec2, w.len(), w !== v, v.constructor === Vec2, w.constructor === v.constructor);
abstract class Shape {
  static kind = 'shape';
  static made = 0;
  static label(): string {
    return `<${this.kind}>`;
  }
  static create(n: number): Shape {
    throw new Error('abstract');
  }
  constructor(readonly n: number) {}
  abstract area(): number;
  kindOf() {
    return (this.constructor as typeof Shape).kind;
  }
}
class Sq extends Shape {
  static override kind = 'sq';
  static override create(n: number) {
    Sq.made++;
    return new Sq(n);
  }
  constructor(private s: number) {
    super(s);
  }
  area() {
    return this.s ** 2;
  }
}
class Ci extends Shape {
  static override kind = 'ci';
  static override create(n: number) {
    return new Ci(n);
  }
  constructor(private r: number) {
    super(r);
  }
  area() {
    return Math.round(Math.PI * this.r ** 2);
  }
}
const kinds: (typeof Shape)[] = [Sq, Ci];
for (const K of kinds) console.log(K.kind, K.label(), K.create(2).area(), K.create(1).kindOf(), K.name);
function count(K: typeof Shape) {
  K.made += 5;
  return K.made;
}
console.log(count(Sq), count(Ci), Shape.made, Sq.made, Ci.made);
class Entity {
  static next = 1;
  id: number;
  constructor() {
    const C = this.constructor as typeof Entity;
    this.id = C.next++;
  }
}
class Cat extends Entity {}
class Dog extends Entity {
  static override next = 100;
}
console.log(new Cat().id, new Dog().id, new Dog().id, new Cat().id, new Entity().id);
class Tree1 {
  children: Tree1[] = [];
  spawn(): this {
    const C = this.constructor as new () => this;
    const c = new C();
    this.children.push(c);
    return c;
  }
  who() {
    return this.constructor.name;
  }
}
class Leaf extends Tree1 {
  extra = 1;
}
const leaf = new Leaf();
console.log(leaf.spawn().extra, leaf.children.length, leaf.children[0]!.who(), new Tree1().spawn().who());
const reg = new Map<string, typeof Shape>([
  ['sq', Sq],
  ['ci', Ci],
]);
console.log(reg.get('ci')!.create(3).area(), reg.get('sq')?.label());
class Named {
  static registry: Record<string, number> = {};
  static register(n: number) {
    Named.registry[this.name] = n;
  }
}
class X extends Named {}
class Y extends Named {}
X.register(1);
Y.register(2);
console.log(Named.registry);
class Cfg {
  static defaults = { a: 1 };
  opts: { a: number };
  constructor(o?: Partial<{ a: number }>) {
    this.opts = { ...(this.constructor as typeof Cfg).defaults, ...o };
  }
}
class Cfg2 extends Cfg {
  static override defaults = { a: 9 };
}
console.log(new Cfg().opts, new Cfg2().opts, new Cfg2({ a: 4 }).opts);
