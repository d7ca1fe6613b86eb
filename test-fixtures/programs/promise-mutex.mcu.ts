// Asynchronous functions one after the other.
class Mutex {
  private last: Promise<void> = Promise.resolve();
  lock<T>(f: () => Promise<T>): Promise<T> {
    const run = this.last.then(f);
    this.last = run.then(
      () => {},
      () => {},
    );
    return run;
  }
}
const m = new Mutex();
const log: string[] = [];
m.lock(async () => {
  log.push('a1');
  await null;
  log.push('a2');
  return 1;
});
m.lock(async () => {
  log.push('b1');
  throw new Error('b');
}).catch((e) => log.push((e as Error).message));
m.lock(async () => {
  log.push('c');
}).then(() => console.log(log.join()));
