// The turns that for await and yield take.
async function* o() {
  console.log('o1');
  yield 'y1';
  console.log('o2');
  yield 'y2';
  console.log('o3');
}
async function a() {
  for await (const x of o()) console.log('a', x);
  console.log('a end');
}
async function b() {
  for (let i = 0; i < 12; i++) {
    console.log('b', i);
    await null;
  }
}
a();
b();
