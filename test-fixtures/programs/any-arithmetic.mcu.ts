// Operators on values of type any.
const five: any = 5;
const word: any = 'x';
const nothing: any = null;
const yes: any = true;
console.log(five + 1, five + word, word + five, five * 2, -five, five - word, five % 3, five | 2);
console.log(nothing + 1, five ** 2, ~five, +word, yes + yes, five / 2, five << 3, word + word);
let total = 0;
total += five;
console.log(total);
let count: any = 1;
count += 2;
count++;
console.log(count, count < 6, count >= 5, count == 4, count === 4);
const list: any = [1, 2];
console.log(list + 1, list + 'x');
function kindOf(x: unknown) {
  return x === undefined || x === null ? 'none' : typeof x;
}
console.log(kindOf(1), kindOf(null), kindOf(undefined), kindOf('s'), kindOf({}));
const parsed = JSON.parse('{"n": 4, "list": [1, 2, 3], "s": "t"}');
console.log(parsed.n * 2, parsed.list[0] + parsed.list[2], parsed.s + parsed.n);
