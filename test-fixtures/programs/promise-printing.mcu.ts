// How promises and generators print.
console.log(Promise.resolve(5), Promise.resolve('text'), Promise.resolve([1, 2]));
console.log(new Promise<number>(() => {}));
console.log([Promise.resolve(1)], { p: Promise.resolve(true) });
async function f(): Promise<void> {}
console.log(f());
function* g(): Generator<number> {
  yield 1;
}
console.log(g());
