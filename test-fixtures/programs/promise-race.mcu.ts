// Promise.race of promises of several types.
async function main() {
  console.log(
    await Promise.race([
      new Promise<string>((r) => setTimeout(() => r('slow'), 20)),
      new Promise<number>((r) => setTimeout(() => r(1), 5)),
    ]),
  );
  try {
    await Promise.race([Promise.reject(new Error('r')), Promise.resolve(1)]);
  } catch (e) {
    console.log((e as Error).message);
  }
}
main();
