// Promises: order of jobs, then, catch, finally.
console.log('start');
const p = new Promise<number>((resolve) => {
  console.log('executor');
  resolve(5);
});
p.then((value) => {
  console.log('then', value);
  return value * 2;
})
  .then((value) => {
    console.log('again', value);
    throw new Error('broken');
  })
  .catch((error) => {
    console.log('caught', (error as Error).message);
    return 'recovered';
  })
  .finally(() => console.log('finally'))
  .then((value) => console.log('end', value));
queueMicrotask(() => console.log('microtask'));
setTimeout(() => console.log('timeout'), 0);
Promise.resolve('x').then((text) => console.log(text));
Promise.reject(new TypeError('no')).then(
  () => console.log('never'),
  (error) => console.log('rejected', (error as Error).name),
);
new Promise<string>((resolve) => resolve(Promise.resolve('inner'))).then((text) => console.log(text));
console.log('last');
