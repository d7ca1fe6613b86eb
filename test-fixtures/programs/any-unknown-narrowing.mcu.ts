function describe(x: unknown): string {
  if (x === null) return 'null';
  if (x === undefined) return 'undefined';
  if (typeof x === 'string') return `string(${x.length}) ${x.toUpperCase()} ${x.split('').reverse().join('')}`;
  if (typeof x === 'number') return `number ${x.toFixed(1)} ${Number.isInteger(x)}`;
  if (typeof x === 'boolean') return x ? 'yes' : 'no';
  if (Array.isArray(x)) return `array(${x.length}) ${x.map((e) => describe(e)).join(' | ')}`;
  if (typeof x === 'function') return 'function';
  if (x instanceof Error) return `error ${x.message}`;
  if (typeof x === 'object') return `object ${Object.keys(x).join()}`;
  return 'other';
}
console.log(describe('abc'));
console.log(describe(4));
console.log(describe(true));
console.log(describe([1, 'x', [2, 3]]));
console.log(describe([1, 2, 3]));
console.log(describe(['p', 'q']));
console.log(describe({ a: 1, b: 2 }));
console.log(describe(new Error('bad')));
console.log(describe(null), describe(undefined));
console.log(describe(() => 1));
function isRecord(x: unknown): x is Record<string, unknown> { return typeof x === 'object' && x !== null && !Array.isArray(x); }
const v: unknown = JSON.parse('{"k": "v", "n": [1,2]}');
if (isRecord(v)) { console.log(v.k, v['n']); }
if (typeof v === 'object' && v !== null && 'k' in v) console.log('has', v.k);
function sumAll(x: unknown): number { if (typeof x === 'number') return x; if (Array.isArray(x)) return x.reduce((a: number, b: unknown) => a + sumAll(b), 0); return 0; }
console.log(sumAll([1, [2, [3, 4]], 'x', 5]));
