// Fields with initialisers that use other fields, parameters, and the constructor's body, in order.
let n = 0;
const next = () => ++n;
class A {
  a = next();
  b = this.a * 10;
  c: number;
  readonly list: number[] = [this.a, this.b];
  constructor(
    public p: number,
    readonly q = p * 2,
  ) {
    this.c = next() + this.p;
    this.list.push(this.c, q);
  }
  arrow = () => this.a + this.p;
}
class B extends A {
  d = this.c + 1;
  a = 100;
  constructor() {
    super(5);
    this.p = 6;
  }
}
const a = new A(1);
const b = new B();
console.log(a.a, a.b, a.c, a.list, a.arrow());
console.log(b.a, b.b, b.c, b.d, b.list, b.arrow(), b.q);
