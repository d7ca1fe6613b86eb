// Promise.allSettled of a tuple, whose parts keep their types.
async function main() {
  const [a, b] = await Promise.allSettled([Promise.resolve(1), Promise.resolve('x')]);
  console.log(a.status, b.status);
  if (a.status === 'fulfilled') console.log(a.value + 1);
  if (b.status === 'fulfilled') console.log(b.value.length);
}
main();
