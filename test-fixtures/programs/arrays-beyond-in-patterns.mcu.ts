// `const [a, b, c] = [x[i], x[i + 1], x[i + 2]]`: what is beyond the end is undefined where the program asks for the constant.
function ends(x: number[], i: number) {
  const [a, b, c] = [x[i], x[i + 1], x[i + 2]];
  if (b === undefined) return `end ${a}`;
  return a + b + (c ?? 0);
}
console.log(ends([1, 2, 3], 0), ends([1, 2, 3], 1), ends([1, 2, 3], 2));
const letters = 'ab'.split('');
const [first, second, third] = [letters[0], letters[1], letters[2]];
console.log(first, second, third);
if (!third) console.log('none');
let [left, right] = [letters[0], letters[1]];
[left, right] = [right, left];
console.log(left, right);
