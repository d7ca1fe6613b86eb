// Texts that loops build, in their places or not: all that was told of them before stays as it was.
function hex(value: int, digits: int): string {
  let text = '';
  for (let shift: int = (digits - 1) * 4; shift >= 0; shift -= 4) text += '0123456789abcdef'[(value >> shift) & 15];
  return text;
}
console.log(hex(0xbeef, 4), hex(7, 1), hex(0, 0) === '', hex(0x12345678, 8));

function listed(values: number[], separator: string): string {
  let text = '[';
  for (const value of values) {
    if (text.length > 1) text += separator;
    text += value;
  }
  return `${text}]`;
}
console.log(listed([1, 2.5, -3], ', '), listed([], ', '), listed([7], ''));

// Of those that are kept on the way, each is what it was.
function prefixes(text: string): string[] {
  const found: string[] = [];
  let prefix = '';
  for (const character of text) {
    prefix += character;
    found.push(prefix);
  }
  return found;
}
console.log(prefixes('abcdefghijklmnopq').join(' '));
function twice(n: number): string {
  let a = 'x';
  let b = a;
  for (let i = 0; i < n; i++) {
    a += i;
    if (i % 3 === 0) b = a;
  }
  return `${a} ${b}`;
}
console.log(twice(10), twice(0));
let last = '';
function remembered(start: string): string {
  let text = start;
  for (let i = 0; i < 5; i++) {
    last = text;
    text += String.fromCharCode(65 + i);
  }
  return text;
}
const start = `st${1}`;
console.log(remembered(start), last, start);
function grown(given: string, n: number): string {
  while (given.length < n) given += '.';
  return given;
}
const given = `1234567${8}`;
console.log(grown(given, 21), given, grown(given, 3), grown(grown(given, 9), 10), given);

// What a callback was given; what an exception leaves behind.
function told(n: number, tell: (text: string) => void): void {
  let text = '';
  for (let i = 0; i < n; i++) {
    text += i;
    tell(text);
  }
}
const heard: string[] = [];
told(12, (text) => heard.push(text));
console.log(heard.join());
function until(limit: number): string {
  let text = '';
  try {
    for (let i = 0; ; i++) {
      if (i === limit) throw new Error(text);
      text += i;
    }
  } catch (error) {
    return `${(error as Error).message}|${text}`;
  }
}
console.log(until(3), until(0), until(11));

// Wide units, then narrow ones; prepended, doubled, cut.
function mixed(n: number): string {
  let text = '';
  for (let i = 0; i < n; i++) text += i === 9 ? '→' : String.fromCharCode(97 + (i % 26));
  return text;
}
console.log(mixed(8), mixed(9), mixed(10), mixed(30), mixed(30).length);
let doubled = 'ab';
for (let i = 0; i < 4; i++) doubled += doubled;
console.log(doubled);
let both = '';
for (let i = 0; i < 9; i++) both = i % 2 ? `${i}${both}` : `${both}${i}`;
console.log(both);
let cut = '';
for (let i = 0; i < 40; i++) {
  cut += String(i);
  if (cut.length > 10) cut = cut.slice(5);
}
console.log(cut);

// Rows of a table, in lines, as texts in texts.
function table(rows: number, columns: number): string {
  let all = '';
  for (let y = 0; y < rows; y++) {
    let line = '';
    for (let x = 0; x < columns; x++) line += `${y * x}`.padStart(3);
    all += line;
    all += '\n';
  }
  return all;
}
console.log(table(4, 5));
let sum = 0;
const long = table(40, 30);
for (let i = 0; i < long.length; i++) sum = (sum * 31 + long.charCodeAt(i)) % 1000003;
console.log(long.length, sum);
function* growing(n: number): Generator<string> {
  let text = '';
  for (let i = 0; i < n; i++) {
    text += i;
    yield text;
  }
}
console.log([...growing(6)]);
async function waited(n: number): Promise<string> {
  let text = '';
  for (let i = 0; i < n; i++) {
    text += i;
    await undefined;
    text += '/';
  }
  return text;
}
waited(4).then((text) => console.log(text));
// Parts that differ by the way: each is put behind the text where it is made, one of which is the text itself or empty.
{
  const packed = (text: string) => {
    let out = '';
    let i = 0;
    while (i < text.length) {
      const unit = text[i];
      let n = 1;
      while (i + n < text.length && text[i + n] === unit) n++;
      out += n > 1 ? n + unit : unit;
      i += n;
    }
    return out;
  };
  console.log(packed('aaabccccccccccccd'), packed(''), packed('αααβ'), packed('xy'));
  const wide = (count: int) => {
    let out = '';
    let last = '';
    const all: string[] = [];
    for (let i: int = 0; i < count; i++) {
      const part: string = i % 4 === 0 ? `<${i}>` : i % 4 === 1 ? out : i % 4 === 2 ? '' : String.fromCharCode(900 + i);
      last = out;
      out = i % 5 === 4 ? part + out : out + part;
      if (i % 3 === 0) all.push(out);
    }
    return `${all.join('|')} ${out} ${last}`;
  };
  console.log(wide(0), wide(1), wide(12));
}
