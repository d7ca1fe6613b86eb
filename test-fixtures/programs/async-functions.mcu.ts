// async and await.
function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
async function add(a: number, b: number): Promise<number> {
  await sleep(1);
  return a + b;
}
async function fail(): Promise<number> {
  await sleep(2);
  throw new RangeError('failed');
}
async function main(): Promise<string> {
  console.log('main');
  const sum = await add(1, 2);
  console.log('sum', sum);
  try {
    await fail();
  } catch (error) {
    console.log('caught', (error as Error).message);
  } finally {
    console.log('cleaned');
  }
  let total = 0;
  for (let i = 0; i < 3; i++) total += await add(i, i);
  console.log('total', total);
  const value = await 7;
  console.log(value);
  return 'done';
}
main().then((text) => console.log(text));
console.log('after main');
const arrow = async (x: number) => x * 2;
arrow(4).then((x) => console.log('arrow', x));
class Device {
  private readings: number[] = [];
  async read(n: number): Promise<number[]> {
    for (let i = 0; i < n; i++) {
      await sleep(1);
      this.readings.push(i);
    }
    return this.readings;
  }
}
new Device().read(3).then((readings) => console.log(readings));
async function noAwait(): Promise<void> {
  console.log('runs at once');
}
noAwait().then(() => console.log('then later'));
async function interleaved(name: string): Promise<void> {
  for (let i = 0; i < 3; i++) {
    console.log(name, i);
    await null;
  }
}
interleaved('a');
interleaved('b');
