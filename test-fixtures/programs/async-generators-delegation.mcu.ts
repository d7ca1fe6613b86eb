// yield* in asynchronous generators.
async function* inner(): AsyncGenerator<string, string, any> {
  try {
    const x: any = yield 'i1';
    console.log('inner got', x);
    yield 'i2';
    return 'inner result';
  } finally {
    console.log('inner finally');
  }
}
async function* outer(): AsyncGenerator<string, void, any> {
  const r = yield* inner();
  console.log('r', r);
  yield* ['s1', 's2'];
  yield* [Promise.resolve('p1')];
  yield* new Set(['set']);
}
async function main() {
  const g = outer();
  console.log(await g.next(''));
  console.log(await g.next('sent'));
  console.log(await g.next(''));
  for await (const x of g) console.log(x);
  const h = outer();
  await h.next('');
  console.log(await h.return());
  const k = outer();
  await k.next('');
  try {
    await k.throw(new Error('into inner'));
  } catch (e) {
    console.log((e as Error).message);
  }
}
main();
