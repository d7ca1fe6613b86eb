// Promises that functions return: only asynchronous functions wait for them.
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const later = (x: number) => new Promise<number>((resolve) => setTimeout(() => resolve(x), 2));
async function viaReturn(): Promise<void> {
  return sleep(5);
}
let isDone = false;
setTimeout(() => {
  isDone = true;
}, 3);
viaReturn().then(() => console.log('after the sleep', isDone));
Promise.resolve(1)
  .then((x) => {
    return later(x + 1);
  })
  .then((x) => {
    console.log('chained', x);
    return sleep(1);
  })
  .then(() => console.log('end of the chain'));
