// Asynchronous functions where functions are wanted that give nothing, or anything.
setTimeout(async () => {
  await null;
  console.log('timer');
}, 1);
[1, 2].forEach(async (x) => {
  await null;
  console.log(x);
});
const fs: (() => unknown)[] = [async () => 5, async () => 'x'];
console.log(typeof fs[0]!());
const handlers = new Map<string, () => void>();
handlers.set('a', async () => {
  await null;
  console.log('handled');
});
handlers.get('a')!();
async function run(f: (x: number) => number | Promise<number>) {
  return await f(20);
}
run(async (x) => x + 1).then(console.log);
run((x) => x + 2).then(console.log);
queueMicrotask(async () => {
  console.log('micro');
  await null;
  console.log('micro 2');
});
Promise.all(
  [1, 2, 3].map(async (x) => {
    await null;
    return x * x;
  }),
).then((xs) => console.log(xs));
