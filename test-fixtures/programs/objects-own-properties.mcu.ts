// Questions after own properties, by methods of Object.prototype and of the object.
const has = (o: object, k: string) => Object.prototype.hasOwnProperty.call(o, k);
console.log(has({ a: 1 }, 'a'), has({ a: 1 }, 'b'));
const tag = (v: unknown) => Object.prototype.toString.call(v);
console.log([1, 'a', null, undefined, [], {}, () => 1, new Map(), new Set(), new Error('x'), true].map(tag));
const d: any = { q: 1 };
console.log(d.hasOwnProperty('q'), d.hasOwnProperty('z'), Object.hasOwn([1], '0'), Object.hasOwn([1] as any, '1'));
const rec: Record<string, number> = { k: 1 };
for (const k in rec) if (Object.prototype.hasOwnProperty.call(rec, k)) console.log(k, rec[k]);
class P { x = 1; get y() { return 2; } m() {} }
const p: any = new P();
console.log(p.hasOwnProperty('x'), p.hasOwnProperty('y'), p.hasOwnProperty('m'));
