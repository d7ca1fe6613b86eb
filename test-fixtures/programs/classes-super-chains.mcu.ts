// super through several levels, virtual calls from constructors, order of fields and constructors.
const order: string[] = [];
function mark(text: string): string {
  order.push(text);
  return text;
}
class A {
  a = mark('A.a');
  constructor() {
    mark('A()');
    this.hook();
  }
  hook(): void {
    mark('A.hook');
  }
  describe(depth = 0): string {
    return `A${depth}`;
  }
}
class B extends A {
  b = mark('B.b');
  constructor() {
    mark('before super');
    super();
    mark('B()');
  }
  hook(): void {
    mark('B.hook');
    super.hook();
  }
  describe(depth = 0): string {
    return `B${depth}>${super.describe(depth + 1)}`;
  }
}
class C extends B {
  c = mark('C.c');
  hook(): void {
    super.hook();
    mark('C.hook');
  }
  describe(depth = 0): string {
    const arrow = () => super.describe(depth + 1);
    return `C${depth}>${arrow()}`;
  }
}
const c = new C();
console.log(order.join(' '));
console.log(c.describe(), c.describe(3));
console.log(c instanceof A, c instanceof B, c instanceof C, new B() instanceof C);
const many: A[] = [new A(), new B(), new C()];
console.log(many.map((x) => x.describe()));
