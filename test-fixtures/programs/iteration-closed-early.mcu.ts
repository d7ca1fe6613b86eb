// Iterators are told when a loop, a pattern or a function leaves them.
class R {
  constructor(readonly log: string[]) {}
  [Symbol.iterator](): Iterator<number> {
    let i = 0;
    const log = this.log;
    return {
      next: () => ({ value: i++, done: false }),
      return: () => {
        log.push('closed at ' + i);
        return { value: undefined, done: true };
      },
    };
  }
}
const log: string[] = [];
for (const x of new R(log)) if (x === 2) break;
outer: for (const a of [1, 2]) {
  for (const x of new R(log)) {
    if (x === a) continue outer;
  }
}
function find() {
  for (const x of new R(log)) if (x > 3) return x;
  return -1;
}
console.log(find(), log);
const [a, b] = new R(log);
console.log(a, b, log.length);
