// Static methods whose `this` parameter is the class that they are called as one of.
class P {
  static create<T extends P>(this: new () => T): T { return new this(); }
  static make<T extends P>(this: new (n?: number) => T, n: number): T { const made = new this(n); return made; }
  constructor(readonly n = 0) {}
  hi() { return `P${this.n}`; }
}
class Q extends P { override hi() { return `Q${this.n}`; } alone() { return 'q'; } }
console.log(Q.create().hi(), P.create().hi(), Q.make(5).alone(), P.make(4).hi());
class A { x = 1; m(this: A) { return this.x; } }
console.log(new A().m());
