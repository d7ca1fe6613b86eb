enum Color { Red, Green = 5, Blue, Same = 5 }
const c: Color = Color.Blue as Color;
console.log(Color[c], Color[0], Color['Green'], Color[Color.Red], Color[5]);
for (const x of [Color.Red, Color.Blue]) console.log(Color[x].toUpperCase());
const enum CE { A = 'x', B = 1 << 3 } console.log(CE.A, CE.B, CE['A']);
class B { hi(n: string) { return 'hi ' + n; } static make() { return new B(); } }
class D extends B { override hi(n: string) { return super['hi'](n) + '!'; } }
console.log(new D()['hi']('x'), B['make']()['hi']('y'), [1, 2]['join']('-'), 'abc'['toUpperCase'](), (new D().hi)('z'));
const fs = [() => 1, () => 2]; console.log(fs[0](), fs[1]());
