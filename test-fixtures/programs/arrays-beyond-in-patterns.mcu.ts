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
{
  // Parts of a text that may be fewer: compared with other texts, chosen by, and made numbers.
  const command = (line: string) => {
    const [name, filter] = line.split('|').map((part) => part.trim());
    return filter === 'upper' ? name!.toUpperCase() : name;
  };
  const kindOf = (line: string) => {
    const [, kind] = line.split(':');
    switch (kind) {
      case 'n': return 'number';
      case 's': return 'text';
      default: return 'none';
    }
  };
  const parts = 'b 2'.split(' ');
  const third = parts[2];
  console.log(command('a | upper'), command('b'), kindOf('x:n'), kindOf('y'), third === 'x', third !== 'y');
  console.log(Number(parts[1]), Number(parts[2]), parseInt(parts[3]), parseFloat(parts[4]));
}
