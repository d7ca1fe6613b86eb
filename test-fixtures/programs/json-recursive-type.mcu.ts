// The type of all that JSON can say, which contains itself.
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const value: Json = { a: [1, 'x', null], b: { c: true } };
console.log(JSON.stringify(value));

function leaves(json: Json): number {
  if (Array.isArray(json)) {
    let n = 0;
    for (const each of json) n += leaves(each);
    return n;
  }
  if (json !== null && typeof json === 'object') {
    let n = 0;
    for (const key in json) n += leaves(json[key]!);
    return n;
  }
  return 1;
}
console.log(leaves(value));

const parsed: Json = JSON.parse('{"list": [1, {"deep": [true, null]}], "s": "t"}');
console.log(JSON.stringify(parsed), leaves(parsed));
console.log(parsed);

function depth(json: Json): number {
  if (json === null || typeof json !== 'object') return 0;
  const inner = Array.isArray(json) ? json : Object.values(json);
  return 1 + Math.max(0, ...inner.map(depth));
}
console.log(depth(parsed), depth(3), depth([]));
