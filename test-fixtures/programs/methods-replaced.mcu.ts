// Methods of objects of literals that are replaced, by what a type declares as a method.
interface Svc {
  name: string;
  run(x: number): number;
}
const svc: Svc = {
  name: 's',
  run(x) {
    return x + 1;
  },
};
console.log(svc.run(1));
svc.run = (x) => x * 10;
console.log(svc.run(2));
const orig = svc.run;
svc.run = (x) => orig(x) + 1;
console.log(svc.run(3));

interface Logger {
  log(s: string): void;
  error(s: string): void;
}
const lines: string[] = [];
const logger: Logger = {
  log: (s) => {
    lines.push(s);
  },
  error(s) {
    lines.push(`!${s}`);
  },
};
function spyOn(l: Logger) {
  let n = 0;
  const before = l.log;
  l.log = (s) => {
    n++;
    before(s.toUpperCase());
  };
  return () => n;
}
const calls = spyOn(logger);
logger.log('a');
logger.log('b');
logger.error('c');
console.log(calls(), lines);
const made = (run: Svc['run']): Svc => ({ name: 'm', run });
const m = made((x) => x - 1);
m.run = m.run;
m.run = Math.abs;
console.log(m.run(-5), m);
for (let i = 0; i < 3; i++) {
  const k = i;
  svc.run = (x) => x + k;
  console.log(svc.run(100));
}
