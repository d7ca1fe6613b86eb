// Texts made of several parts at once: all kinds of parts, in all orders; what they are made of stays as it was.
const integers: int[] = [0, 9, 10, -1, 99999, -100000, 1000000000, 2147483647, -2147483648];
for (const i of integers) console.log(`<${i}>` + i + `,${-1}${i}` + '.');

function describe(name: string, value: number, unit: string): string {
  return `{"name":"${name}","value":${value},"unit":"${unit}"}`;
}
console.log(describe('temperature', 21.5, 'C'), describe('pressure', 1013, 'hPa'), describe('', -0, ''));
console.log(describe('čidlo', NaN, '°'), describe('x', 1e21, 'é'), describe('sum', 2147483647 + 1, 'ÿ'));

const yes = integers.length > 3;
const none: string | undefined = integers.length > 99 ? 'some' : undefined;
const half: float = 0.5;
console.log(`${yes}${none}${null}${half}${integers.length}${[1, 2]}` + yes + integers[2]);

// Single units, of one byte and of two.
let alphabet = '';
for (let i: int = 0; i < 26; i++) alphabet = alphabet + String.fromCharCode(97 + i) + (i % 5 === 4 ? ' ' : '');
console.log(alphabet, alphabet.length);
let wide = 'ab';
for (const code of [233, 255, 256, 26085]) wide += `${String.fromCharCode(code)}${code}|`;
console.log(wide, wide.length, wide.charCodeAt(2), wide[3] + wide[4] + wide[0]);

// Beginnings that several texts share.
const base = 'shared ' + integers.length;
let left = base;
let right = base;
for (let i: int = 0; i < 4; i++) {
  left += `${i},`;
  right += '+' + i + left[i];
  const before = left;
  left += left.length + '';
  if (before.length >= left.length || !left.startsWith(before)) console.log('changed');
}
console.log(base, left, right);
let twice = 'ab';
twice += twice + 1 + twice;
twice = `${twice}${twice}${twice.length}`;
console.log(twice);

// More parts than are joined at once, and parts that are made on the way.
let calls = 0;
const next = (): int => ++calls;
console.log(
  next() + '-' + next() + '-' + next() + '-' + next() + '-' + next() + '-' + next() + '-' + next() + '-' + next() +
    '-' + next() + '-' + next() + `${next()}${next()}${next()}` + (next() > 13 ? 'odd' : 'even') + next() + calls,
);
const list = (texts: string[], mark: string): string => {
  let all = '';
  for (const text of texts) all = all === '' ? text : `${all}${mark}${text}`;
  return `[${all}]`;
};
console.log(list(['a', 'b', 'c'], ', '), list([], '-'), list(['', '', 'é'], '/'), list(['x', 'ž'], ';'));
console.log('' + '' + `${''}${''}` === '', `${''}${base}` === base, `${base}${''}${''}`.length);

// What is kept while the rest is garbage.
const kept: string[] = [];
let checksum = 0;
for (let round: int = 0; round < 3000; round++) {
  const line = `round ${round}: ${round * 7 - 9000}, ${round / 4}, ${round % 2 === 0 ? 'even' : 'odd'}${String.fromCharCode(65 + (round % 26))}`;
  if (round % 100 === 0) kept.push(line + kept.length);
  checksum = (checksum * 31 + line.length + line.charCodeAt(line.length - 1)) % 65521;
}
console.log(checksum, kept.length);
for (const line of kept) console.log(line);

// In what is caught.
function at(index: int): int {
  if (index >= integers.length) throw new RangeError('none');
  return integers[index];
}
function risky(text: string, index: int): string {
  let result = 'start ';
  try {
    result += `${text}${at(index)}${text.length}`;
    result += `${text}${index}!`;
  } catch {
    result += `failed at ${index}${text}`;
  } finally {
    result = `${result};${index}`;
  }
  return result;
}
console.log(risky('abc', 2), risky('abc', 50), risky('č', 1));
