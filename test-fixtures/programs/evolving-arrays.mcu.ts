// Arrays declared as `[]` without a type: their elements are what is stored there.
const numbers = [];
for (let i = 0; i < 4; i++) numbers.push(i * 2.5);
console.log(numbers, numbers.length);

let words = [];
words.push('x');
words.push('y');
console.log(words.join('+'));
words = [...words, 'z'];
console.log(words);

const mixed = [];
mixed.push(1);
mixed.push('two');
console.log(mixed);
for (const each of mixed) console.log(typeof each);

function squares(n: number) {
  const out = [];
  for (let i = 0; i < n; i++) out.push({ i, square: i * i });
  return out;
}
console.log(squares(3));
for (const { square } of squares(3)) console.log(square + 1);

function split(text: string) {
  const parts = [];
  let part = '';
  for (const character of text) {
    if (character === ' ') {
      parts.push(part);
      part = '';
    } else part += character;
  }
  parts.push(part);
  return parts;
}
console.log(split('to be or not'));

function unused() {
  const nothing = [];
  nothing.push(1, 2);
  return 'done';
}
console.log(unused());

function nested() {
  const rows = [];
  for (let y = 0; y < 2; y++) {
    const row = [];
    for (let x = 0; x < 3; x++) row.push(x * y);
    rows.push(row);
  }
  return rows;
}
console.log(nested());
