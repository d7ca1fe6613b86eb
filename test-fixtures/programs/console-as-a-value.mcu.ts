// The console and its functions as values: taken apart, bound, given as what a type asks for.
{
  const l = console.log;
  l('x', 2);
  l();
  l('only', [1, 'a'], { a: 1 });
  const o = { log: console.log }; o.log('z', 3);
  class S { constructor(private out: (s: string) => void = console.log) {} go() { this.out('hi'); } }
  new S().go();
  function run(f: (...a: any[]) => void) { f(1, 'b', [2]); f(); }
  run(console.log);
  run(console.error);
  const pick = Math.random() < 2 ? console.log : console.warn; pick('p', 1);
}
{
  const { log, warn: w } = console;
  log('a', 1); w('b'); log();
  const { floor, PI, max } = Math;
  console.log(floor(PI), max(1, 2, 3));
  function f() { const { log } = console; log('in', 1); const { min } = Math; return [3, 1].reduce((a, b) => min(a, b)); }
  console.log(f());
  const { isInteger, MAX_SAFE_INTEGER } = Number; console.log(isInteger(3), MAX_SAFE_INTEGER);
}
{
  interface Logger { log(...a: unknown[]): void; warn: (...a: unknown[]) => void }
  const lg: Logger = console;
  lg.log('a', 1); lg.warn('b');
}
{
  interface L2 { log(msg: string): void }
  class Svc { constructor(private logger: L2 = console) {} go() { this.logger.log('svc'); } }
  new Svc().go();
  new Svc({ log(m) { console.log('own', m); } }).go();
}
{
  const c = console; c.log('q', [1]); c.error('e');
}
{
  function f(logger: Pick<Console, 'log' | 'warn'>) { logger.log('x', 1); }
  f(console); f({ log: (...a) => console.log('L', ...a), warn() {} });
  const c: Console = console; c.table([{ a: 1 }]); c.group('g'); c.info('i'); c.groupEnd();
}
{
  const p = console.log.bind(console, 'pre'); p('a'); p('b', 2);
  const q = console.log.bind(console); q(1, 'x');
  Promise.reject('e').catch(console.log.bind(null, 'caught')).finally(() => console.log('f'));
}
