// Promise.allSettled of promises of several types.
async function main() {
  const r = await Promise.allSettled([
    Promise.resolve(1),
    Promise.reject(new Error('e')),
    Promise.resolve('s'),
    5,
  ]);
  console.log(r.map((x) => x.status));
  for (const x of r) {
    if (x.status === 'fulfilled') console.log(x.value);
    else console.log((x.reason as Error).message);
  }
}
main();
