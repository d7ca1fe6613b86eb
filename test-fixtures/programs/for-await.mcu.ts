// for await over arrays, sets and generators: each element is waited for, in the turns that JavaScript takes.
const later = (value: number, ms: number) =>
  new Promise<number>((resolve) => setTimeout(() => resolve(value), ms));

async function sum(values: (Promise<number> | number)[]) {
  let total = 0;
  for await (const value of values) {
    console.log('value', value);
    total += value;
  }
  return total;
}

function* promises() {
  yield later(1, 5);
  yield later(2, 1);
}

async function main() {
  console.log(await sum([later(3, 2), 4, Promise.resolve(5)]));
  for await (const value of promises()) console.log('generated', value);
  for await (const value of new Set(['a', 'b'])) console.log(value);
  for await (const value of [Promise.resolve(1), Promise.resolve(2)]) {
    if (value === 2) break;
    console.log('before', value);
  }
  try {
    for await (const value of [Promise.resolve(1), Promise.reject<number>(new Error('no'))]) console.log(value);
  } catch (error) {
    console.log((error as Error).message);
  }
}

async function ticks() {
  for (let i = 0; i < 8; i++) {
    await null;
    console.log('tick', i);
  }
}
async function fast() {
  for await (const value of ['x', 'y']) console.log(value);
  console.log('end');
}
fast();
ticks().then(main);
