// TypeScript goes on with what it has found of a property or variable, although a call has changed that meanwhile.
class Job {
  constructor(readonly id: number) {}
}
class Worker {
  job: Job | undefined = new Job(1);
  limit: number | undefined = 5;
  next: Worker | null = null;
  jobs: Job[] = [new Job(7)];
  stop() {
    this.job = undefined;
    this.limit = undefined;
    this.next = null;
  }
  run(): number {
    if (!this.job) return -1;
    this.stop();
    return this.job.id;
  }
  asks(): boolean {
    if (!this.job) return false;
    this.stop();
    return this.job === undefined && !this.job && this.limit === undefined;
  }
  follow(): number {
    this.next = new Worker();
    this.stop();
    return this.next.run();
  }
  take(i: number): number {
    this.job = this.jobs[i];
    return this.job.id;
  }
  has(i: number): boolean {
    this.job = this.jobs[i];
    return this.job !== undefined;
  }
}
const attempt = (f: () => unknown) => {
  try {
    console.log(f());
  } catch (error) {
    console.log((error as Error).name);
  }
};
attempt(() => new Worker().run());
attempt(() => new Worker().asks());
attempt(() => new Worker().follow());
attempt(() => new Worker().take(0));
attempt(() => new Worker().take(3));
attempt(() => [new Worker().has(0), new Worker().has(9)]);

let current: Job | undefined = new Job(3);
const drop = () => {
  current = undefined;
};
attempt(() => {
  if (!current) return 'none';
  drop();
  return current.id;
});
function local(): unknown {
  let held: Job | null = new Job(4);
  const clear = () => {
    held = null;
  };
  if (held !== null) {
    clear();
    return held === null ? 'gone' : held.id;
  }
  return 'none';
}
attempt(local);
const record: { last?: string } = { last: 'x' };
const forget = (target: { last?: string }) => delete target.last;
attempt(() => {
  if (!record.last) return 'none';
  forget(record);
  return record.last.length;
});
