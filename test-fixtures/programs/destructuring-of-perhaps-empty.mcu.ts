// Patterns of what may be an empty object: `const { points = 1 } = questions.get(id) ?? {}`.
interface Q { id: string; answer: number; points?: number; tags?: string[] }
const byId = new Map<string, Q>([['x', { id: 'x', answer: 1, tags: ['t'] }]]);
const g = (k: string) => { const { answer, points = 1 } = byId.get(k) ?? {}; return [answer, points]; };
console.log(g('x'), g('y'));
const h = (k: string) => { const { tags: [main = 'misc'] = [] } = byId.get(k) ?? {}; return main; };
console.log(h('x'), h('y'));
interface O { a?: number; b?: { c: string } }
function p(o?: O) { const { a = 1, b } = o ?? {}; return [a, b?.c]; }
console.log(p(), p({ a: 2 }), p({ b: { c: 'x' } }));
function q(o: O | null) { const { b: { c } = { c: 'none' } } = o || {}; return c; }
console.log(q(null), q({ b: { c: 'y' } }));
class Keeper { opts: O | undefined; m() { const { a } = this.opts ?? {}; return a; } }
console.log(new Keeper().m());
