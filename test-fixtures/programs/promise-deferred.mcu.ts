// Promises that are settled from outside.
class Deferred<T> {
  promise: Promise<T>;
  resolve!: (v: T) => void;
  reject!: (e: unknown) => void;
  constructor() {
    this.promise = new Promise<T>((a, b) => {
      this.resolve = a;
      this.reject = b;
    });
  }
}
const d = new Deferred<number>();
d.promise.then((v) => console.log('d', v));
d.resolve(4);
const d2 = new Deferred<void>();
d2.promise.catch((e) => console.log('rej', (e as Error).message));
d2.reject(new Error('x'));
