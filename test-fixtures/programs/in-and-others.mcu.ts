const p: { a: number; b?: string } = { a: 1 }; const q: { a: number; b?: string } = { a: 1, b: 'x' };
console.log('a' in p, 'b' in p, 'b' in q, 'c' in p);
type Shape = { kind: 'c'; r: number } | { kind: 's'; side: number };
function area(s: Shape) { return 'r' in s ? s.r * 3 : s.side ** 2; }
console.log(area({ kind: 'c', r: 2 }), area({ kind: 's', side: 3 }));
class Dog { bark() { return 'w'; } } class Cat { lives = 9; }
function who(x: Dog | Cat) { return 'bark' in x ? x.bark() : x.lives; }
console.log(who(new Dog()), who(new Cat()));
console.log(1 in [1, 2], 2 in [1, 2], 'bark' in new Dog());
let i = 0; const k = () => i++; i = (k(), k(), 3); for (i = 0, i++; i < 3; k(), i++) ; console.log(i, void 0);
const cfg = { port: 1, host: 'h' } satisfies Record<string, string | number>; console.log(cfg.port + 1, cfg.host.length);
const dirs = ['n', 's'] as const; type Dir = (typeof dirs)[number]; const d: Dir = 's'; console.log(d, dirs[0], dirs.length);
const lit = { a: 1, b: [1, 2] } as const; console.log(lit.a, lit.b[1]);
let copy: typeof cfg = { port: 5, host: 'z' }; console.log(copy);
outer: { if (i > 1) break outer; console.log('not'); } console.log('after');
lab: for (const a of [1, 2]) { for (const b of [1, 2]) { if (b === 2) continue lab; console.log(a, b); } }
