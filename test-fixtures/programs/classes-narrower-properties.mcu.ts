// Properties of nothing, and properties in the place of ones of more general types.
abstract class Expr { abstract readonly value: unknown; show(): string { return `${this.value}`; } }
class Num extends Expr { constructor(readonly value: number) { super(); } half() { return this.value / 2; } }
class Str extends Expr { readonly value: string = 'x'; size() { return this.value.length; } }
class Any extends Expr { value: any; constructor() { super(); this.value = [1]; } }
const xs: Expr[] = [new Num(5), new Str(), new Any()]; for (const x of xs) console.log(x.value, x.show(), x);
console.log(new Num(3).half(), new Str().size(), new Num(3).value + 1, new Num(2.5).value.toFixed(1));
class Base { data: string | number = 1; } class Text extends Base { override data = 'text'; up() { return this.data.toUpperCase(); } } const t = new Text(); console.log(t.up(), t.data, new Base().data); t.data = 'new'; console.log(t.up(), (t as Base).data);
class Node2 { next: Node2 | null = null; } class Leaf extends Node2 { override next = null; } console.log(new Leaf());
class N { a = null; b = undefined; c: undefined; } const n0 = new N(); console.log(n0, n0.a, n0.b, n0.c, n0.a === null, n0.b === undefined); class Ov { protected kind: 'a' | 'b' = 'a'; get k() { return this.kind; } } class Ow extends Ov { protected override kind: 'b' = 'b'; } console.log(new Ov().k, new Ow().k, new Ow());
