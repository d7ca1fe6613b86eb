// Maps and sets that change while loops, forEach and iterators go over them.
const m = new Map<number, string>([[1, 'a'], [2, 'b'], [3, 'c']]);
for (const [k, v] of m) {
  console.log(k, v);
  if (k === 1) {
    m.delete(2);
    m.set(4, 'd');
  }
  if (k === 4 && m.size < 6) m.set(5, 'e');
  if (k === 3) m.set(1, 'again');
}
console.log(m);
const s = new Set([1, 2, 3]);
const seen: number[] = [];
for (const x of s) {
  seen.push(x);
  s.delete(x);
  if (x < 3) s.add(x + 10);
}
console.log(seen, s);
const again = new Set(['x']);
let turns = 0;
again.forEach((x) => {
  again.delete(x);
  if (turns++ < 4) again.add(x);
});
console.log(turns, again);
const it = m.keys();
console.log(it.next(), m.delete(3), it.next(), m.set(9, 'z').size);
console.log([...it], it.next());
const cleared = new Map([['a', 1], ['b', 2]]);
for (const k of cleared.keys()) {
  console.log(k);
  cleared.clear();
  if (k === 'a') cleared.set('n', 3);
}
console.log(cleared, cleared.get('a'), cleared.has('n'));
const keys = new Map<number, string>([[NaN, 'nan'], [0, 'zero']]);
keys.set(-0, 'minus').set(NaN, 'again');
console.log(keys, keys.get(0), keys.get(NaN), keys.size);
