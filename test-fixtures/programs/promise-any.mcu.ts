// Promise.any, and the errors of AggregateError.
async function main() {
  console.log(await Promise.any([Promise.reject(new Error('a')), Promise.resolve(2)]));
  try {
    await Promise.any([Promise.reject(new Error('a')), Promise.reject(new Error('b'))]);
  } catch (e) {
    const a = e as AggregateError;
    console.log(
      a.name,
      a.message,
      a.errors.length,
      (a.errors[0] as Error).message,
      a.errors.map((x: Error) => x.message),
      a instanceof AggregateError,
      a instanceof Error,
    );
  }
  try {
    await Promise.any([]);
  } catch (e) {
    console.log((e as AggregateError).errors.length);
  }
}
main();
