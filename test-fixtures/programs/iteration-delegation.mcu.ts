// yield* passes on what is sent, thrown and returned.
function* inner() {
  try {
    const a: number = yield 1;
    console.log('got', a);
    const b: number = yield 2;
    console.log('got', b);
    return 'r';
  } finally {
    console.log('inner done');
  }
}
function* outer(): Generator<number, void, number> {
  const r = yield* inner();
  console.log(r);
}
const g = outer();
console.log(g.next(0).value);
console.log(g.next(10).value);
console.log(g.next(20).done);
const h = outer();
h.next(0);
console.log(JSON.stringify(h.return()));
const k = outer();
k.next(0);
try {
  k.throw(new Error('x'));
} catch (e) {
  console.log((e as Error).message);
}
