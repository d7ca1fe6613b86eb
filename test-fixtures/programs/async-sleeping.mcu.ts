// Sleeping by a promise that a timer settles, without a type for it.
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
async function* ticks() {
  for (let i = 0; i < 2; i++) {
    await new Promise((r) => setTimeout(r, 1));
    yield i;
  }
}
async function main() {
  await new Promise((r) => setTimeout(r, 1));
  console.log('slept', await sleep(2));
  for await (const tick of ticks()) console.log(tick);
  console.log(await new Promise((r) => setTimeout(r, 1, 'given')));
  let n = 0;
  const counted = await new Promise((r) => {
    const id = setInterval(() => {
      if (++n < 3) return;
      clearInterval(id);
      r(n);
    }, 1);
  });
  console.log(counted);
  await new Promise<void>((r) => setTimeout(r, 1));
}
main().then(() => console.log('end'));
