// Asynchronous generators that are told to return, or that something went wrong.
async function* g(name: string): AsyncGenerator<number, string, number | undefined> {
  try {
    let r = yield 1;
    console.log(name, 'got', r);
    r = yield 2;
    return 'fin';
  } catch (e) {
    console.log(name, 'caught', (e as Error).message);
    yield 99;
    return 'after';
  } finally {
    console.log(name, 'finally');
    await null;
    console.log(name, 'finally 2');
  }
}
async function main() {
  const a = g('a');
  console.log(await a.next());
  console.log(await a.next(7));
  console.log(await a.return('early'));
  console.log(await a.next());
  const b = g('b');
  await b.next();
  console.log(await b.throw(new Error('bad')));
  console.log(await b.next());
  const c = g('c');
  console.log(await c.return('unstarted'));
  try {
    await g('d').throw(new Error('unstarted'));
  } catch (e) {
    console.log((e as Error).message);
  }
  for await (const x of g('e')) {
    console.log(x);
    break;
  }
  try {
    for await (const x of g('f')) throw new Error('body ' + x);
  } catch (e) {
    console.log((e as Error).message);
  }
  async function find() {
    for await (const x of g('h')) if (x === 2) return x;
    return -1;
  }
  console.log(await find());
}
main();
