// What is spread in calls and taken apart besides arrays: generators, strings.
function* numbers(...xs: number[]) {
  yield* xs;
}
console.log(...numbers(3, 4), Math.max(...numbers(5, 6)), [...numbers(1)]);
console.log(...'h\u00e9y', ...new Set(['x', 'y']));
const [first, , third = '-', fourth = '-'] = 'abc';
console.log(first, third, fourth);
let head: string, tail: string[];
[head, ...tail] = 'xyz';
console.log(head, tail);
async function later(a: number, b = a * 2, ...rest: number[]) {
  return a + b + rest.length;
}
later(1).then((sum) => console.log(sum));
later(1, undefined, 5, 6).then((sum) => console.log(sum));
function make(k: number) {
  class Local {
    async run(n = Math.abs(-k)) {
      await null;
      return n + k;
    }
    *all() {
      yield k;
      yield* [k, k + 1];
    }
  }
  return new Local();
}
make(4)
  .run()
  .then((sum) => console.log(sum));
console.log(...make(5).all());
