// Promise.all of tuples, one part of which is rejected.
async function main() {
  try {
    const [a, b] = await Promise.all([Promise.resolve(1), Promise.reject(new Error('no'))]);
    console.log(a, b);
  } catch (e) {
    console.log((e as Error).message);
  }
  const [x, y, z] = await Promise.all([1, Promise.resolve('s'), Promise.resolve(true)]);
  console.log(x + 1, y.length, z);
}
main();
