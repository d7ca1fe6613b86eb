// Asynchronous generators: values that are waited for, one after the other.
const later = <T>(value: T, ms: number) => new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));
async function* count(n: number) {
  for (let i = 0; i < n; i++) {
    await later(null, 2);
    yield i;
  }
  return 'done';
}
async function main() {
  const out: number[] = [];
  for await (const x of count(3)) out.push(x);
  console.log(out);
  const g = count(2);
  console.log(await g.next(), await g.next(), await g.next(), await g.next());
  async function* p() {
    yield Promise.resolve('a');
    yield later('b', 3);
    try {
      yield Promise.reject<string>(new Error('rejected'));
    } catch (e) {
      console.log('inside', (e as Error).message);
      yield 'c';
    }
  }
  for await (const s of p()) console.log(s);
}
main().then(() => console.log('end'));
