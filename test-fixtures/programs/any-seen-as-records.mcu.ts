// `Record<string, unknown>` of what may be any object, and literals that get into values of type `any` by ??= and ||.
const data: unknown = { a: 1, b: { c: 2 } };
console.log((data as Record<string, unknown>).a, (data as Record<string, unknown>)['b']);

function show(object: object) {
  const record = object as Record<string, unknown>;
  for (const key of Object.keys(record)) console.log(key, record[key], key in record);
}
show({ x: 1, y: 'z' });

function isRecord(x: unknown): x is Record<string, unknown> {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}
function walk(x: unknown): string {
  if (isRecord(x))
    return `{${Object.keys(x)
      .map((key) => key + walk(x[key]))
      .join()}}`;
  return Array.isArray(x) ? `[${x.map((each) => walk(each)).join()}]` : String(x);
}
console.log(walk({ a: [1, { b: 'x' }], c: null }), walk(data));

function get(object: unknown, path: string): unknown {
  const step = (found: unknown, key: string) =>
    found && typeof found === 'object' ? (found as Record<string, unknown>)[key] : undefined;
  return path.split('.').reduce<unknown>(step, object);
}
console.log(get({ a: { b: [10, 20] } }, 'a.b.1'), get(data, 'b.c'), get(data, 'x.y'));

const trie: any = {};
for (const word of ['to', 'tea']) {
  let node = trie;
  for (const letter of word) {
    node[letter] = node[letter] || {};
    node = node[letter];
  }
  node.end = true;
}
console.log(JSON.stringify(trie));
const open: { [key: string]: any } = {};
let at = open;
at = at.q ??= {};
at.end = true;
open.r = open.q.end ? {} : undefined;
open.r.first = [1];
console.log(open);
