// The turns that return takes in an asynchronous generator.
async function* o() {
  try {
    yield 1;
    return Promise.resolve('ret');
  } finally {
    console.log('f');
  }
}
async function a() {
  const g = o();
  console.log(await g.next());
  console.log(await g.next());
  console.log(await g.next());
}
async function b() {
  for (let i = 0; i < 14; i++) {
    console.log('b', i);
    await null;
  }
}
a();
b();
