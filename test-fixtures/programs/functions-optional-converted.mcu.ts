const shout = (n?: number, text = 'x') => `${n ?? 'none'}${text}`;
function use(f: (n?: number, text?: string) => unknown, g: (n: number | undefined) => string | number) {
  console.log(f(), f(3), f(4, 'y'), g(undefined), g(5));
}
use(shout, shout);
use(
  (n) => n,
  (n) => n ?? 'absent',
);
const list: ((n?: number) => unknown)[] = [shout, (n) => (n ?? 0) + 1];
for (const f of list) console.log(f(), f(7));
const add = function (this: { base: number }, n?: number, m = 1) {
  return this.base + (n ?? 10) + m;
};
const bound = add.bind({ base: 100 });
console.log(bound(), bound(1), bound(1, 2));
const one = add.bind({ base: 1 }, 2);
console.log(one(), one(5));
