// Errors in asynchronous generators.
async function* bad() {
  yield 1;
  throw new Error('gen failed');
}
async function main() {
  try {
    for await (const x of bad()) console.log(x);
  } catch (e) {
    console.log((e as Error).message);
  }
  const g = bad();
  await g.next();
  await g.next().catch((e: Error) => console.log('c', e.message));
  console.log(await g.next());
  console.log(g[Symbol.asyncIterator]() === g);
}
main();
