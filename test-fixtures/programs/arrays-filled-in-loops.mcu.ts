// Arrays to which loops add: lengths are right at any time, growth keeps what is there, arrays beside are others.
function squares(n: int): int[] {
  const out: int[] = [];
  for (let i: int = 0; i < n; i++) out.push(i * i);
  return out;
}
console.log(squares(0), squares(1), squares(4).length, squares(5)[4], squares(200).reduce((a, b) => (a + b) & 0xffff, 0));

function lengths(n: int): int {
  const out: int[] = [7];
  let sum: int = 0;
  for (let i: int = 1; i < n; i++) {
    out.push(out[i - 1] + out.length);
    if (out.length > 10) out.length = 3;
    sum += out.length * 100 + out[out.length - 1];
    if (out[i] === undefined) break;
  }
  return sum;
}
console.log(lengths(5), lengths(9));

// Two arrays that grow in turns, so that neither can grow in its place.
function turns(n: int): [int[], number[], boolean[], string[]] {
  const ints: int[] = [];
  const numbers: number[] = [];
  const flags: boolean[] = [];
  const texts: string[] = [];
  for (let i: int = 0; i < n; i++) {
    ints.push(i);
    numbers.push(i / 4);
    flags.push(i % 3 === 0);
    texts.push(i % 2 === 0 ? 'even' : 'odd');
  }
  return [ints, numbers, flags, texts];
}
const [ints, numbers, flags, texts] = turns(50);
console.log(ints.join(), numbers.join(), flags.map((f) => (f ? 1 : 0)).join(''), texts.filter((t) => t === 'odd').length);

// Rows: the last one is read while the next one is filled.
function rows(n: int): number {
  let previous: number[] = [1];
  for (let i = 1; i < n; i++) {
    const current: number[] = [1];
    for (let j = 1; j < i; j++) current.push(previous[j - 1] + previous[j]);
    current.push(1);
    previous = current;
  }
  return previous.reduce((a, b) => a * 3 + b, 0);
}
console.log(rows(1), rows(2), rows(9), rows(30));

// The same array is the row before and this one.
function same(n: int): int[] {
  const row: int[] = [1, 2];
  let other = row;
  for (let i: int = 0; i < n; i++) {
    row.push(other.length + other[other.length - 1]);
    if (i === 3) other = [100];
  }
  return row;
}
console.log(same(7).join());

// Known to others, who add as well.
const shared: int[] = [];
const add = (x: int): void => {
  if (x % 2 === 0) shared.push(-x);
};
for (let i: int = 0; i < 9; i++) {
  shared.push(i);
  add(i);
}
console.log(shared.join());

// Taken away in the same loop.
function stack(n: int): string {
  const open: int[] = [];
  let text = '';
  for (let i: int = 0; i < n; i++) {
    open.push(i);
    if (i % 3 === 2) text += `${open.pop()}${open.pop()};`;
  }
  return text + open.join();
}
console.log(stack(11));

// In loops of loops, on several ways, and from the front.
function ways(n: int): int[] {
  const out: int[] = [];
  for (let i: int = 0; i < n; i++) {
    for (let j: int = 0; j < i; j++) {
      if (j % 2 === 0) out.push(i * 10 + j);
      else if (j % 3 === 0) out.push(-j);
    }
    if (out.length > 6) out.shift();
  }
  return out;
}
console.log(ways(6).join(), ways(9).join());

// What was added before an error stays.
function until(n: int, limits: int[]): int[] {
  const out: int[] = [];
  try {
    for (let i: int = 0; i < n; i++) out.push(limits[i] * 2);
  } catch (error) {
    out.push(-1);
  }
  return out;
}
console.log(until(3, [1, 2, 3]).join());

// Bytes, and garbage between.
function bytes(n: int): boolean[] {
  let out: boolean[] = [];
  for (let round: int = 0; round < 60; round++) {
    const next: boolean[] = [];
    for (let i: int = 0; i < n; i++) next.push(i === round || (out.length > i && out[i]));
    out = next;
  }
  return out;
}
console.log(bytes(100).lastIndexOf(true), bytes(30).every((b) => b));

// Counters that go the same way, and ones that do not.
function counters(n: int, odd: boolean): int {
  let a: int = 0;
  let b: int = 0;
  let c: int = 0;
  for (let i: int = 0; i < n; i++) {
    if (odd) a++;
    else {
      a++;
      c++;
    }
    b++;
    if (a !== b || (c !== b && !odd)) return -1;
  }
  return a * 100 + b * 10 + c;
}
console.log(counters(5, true), counters(6, false));
