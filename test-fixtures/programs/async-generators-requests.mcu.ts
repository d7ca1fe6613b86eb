// Requests to an asynchronous generator wait in a queue.
async function* q() {
  console.log('start');
  yield 1;
  await null;
  yield 2;
  yield 3;
}
const it = q();
it.next().then((r) => console.log('r1', r));
it.next().then((r) => console.log('r2', r));
it.return(undefined).then((r) => console.log('ret', r));
it.next().then((r) => console.log('r4', r));
it.next().then((r) => console.log('r5', r));
Promise.resolve()
  .then(() => console.log('t1'))
  .then(() => console.log('t2'))
  .then(() => console.log('t3'))
  .then(() => console.log('t4'))
  .then(() => console.log('t5'))
  .then(() => console.log('t6'))
  .then(() => console.log('t7'));
console.log('sync');
