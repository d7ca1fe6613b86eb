class Vec { constructor(readonly x: number, readonly y: number) {} toString(): string { return `(${this.x},${this.y})`; } }
const vs = [new Vec(3, 1), new Vec(1, 2)];
console.log(vs.join(' '), String(vs), `${vs[0]}`, vs.map(String), vs.map((v) => `${v}`).sort(), vs.toSorted((a, b) => a.x - b.x).join());
console.log(vs.sort().join(), vs.includes(vs[0]), vs.indexOf(new Vec(3, 1)), 'v: '.concat(vs[1].toString()));
enum Color { Red, Green = 5, Blue }
const colors = [Color.Blue, Color.Red, Color.Green];
console.log(colors.sort(), colors.map((c) => Color[c]), colors.includes(Color.Red), colors.indexOf(Color.Green), colors.reduce<number>((a, c) => a + c, 0));
const keys = ['a', 'b'] as const;
console.log(keys.map((k) => k.toUpperCase()), keys.includes('a'), keys.indexOf('b'), keys.length, keys.at(-1), keys.join('+'), keys.find((k) => k === 'b'));
type Shape = { kind: 'circle'; r: number } | { kind: 'square'; s: number };
const shapes: Shape[] = [{ kind: 'circle', r: 1 }, { kind: 'square', s: 2 }];
console.log(shapes.map((s) => (s.kind === 'circle' ? s.r : s.s)), shapes.filter((s) => s.kind === 'circle').map((c) => c.r), shapes.find((s) => s.kind === 'square')?.s, shapes.every((s) => s.kind !== undefined));
const handlers: Record<string, (x: number) => number> = { double: (x) => x * 2, half: (x) => x / 2 };
console.log(['double', 'half'].map((k) => handlers[k](10)));
const fns: Array<(s: string) => string> = [(s) => s.trim(), (s) => s.toUpperCase(), (s) => s.split('').reverse().join('')];
console.log(fns.reduce((acc, f) => f(acc), '  abc '));
