// Promises as values of type any, and what looks for a method then.
const r: any = Promise.resolve(5); r.then((v: any) => console.log(v)); 
function isThenable(x: any): x is Promise<any> { return !!x && typeof x.then === 'function'; }
console.log(isThenable(Promise.resolve(1)), isThenable(3), isThenable(null), isThenable({ then() {} }), isThenable({}));
const q: any = Promise.reject(new Error('bad')); q.catch((e: any) => console.log(e.message)).then(() => console.log('after')).finally(() => console.log('fin'));
async function f(x: any) { return (await x) + 1; } f(Promise.resolve(1)).then(console.log); f(2).then(console.log);
function toPromise<T>(x: T | Promise<T>): Promise<T> { return x instanceof Promise ? x : Promise.resolve(x); } toPromise(3).then((v) => console.log('tp', v)); toPromise(Promise.resolve('s')).then((v) => console.log('tp', v));
