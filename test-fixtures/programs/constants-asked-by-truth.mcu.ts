// Constants with an element that may not be there: what asks for them, and what does not.
function firstOf(numbers: number[]) {
  const value = numbers[0];
  if (value === undefined) return -1;
  return value + 1;
}
console.log(firstOf([4]), firstOf([]));
function peek(text: string, i: number) {
  const unit = text[i];
  if (unit === undefined) return 'end';
  return unit + '!';
}
console.log(peek('ab', 1), peek('ab', 2));
function step(numbers: number[], i: number) {
  const next = numbers[i + 1];
  return next === undefined ? numbers[i] : next - numbers[i];
}
console.log(step([1, 5], 0), step([1, 5], 1));
const pushed: number[] = [];
pushed.push(1);
const absent = pushed[5];
console.log(absent === undefined, absent ?? 7);
if (!absent) console.log('none');
const flags: boolean[] = [true];
const flag = flags[3];
if (flag === undefined) console.log('no flag');
const pair: [number, string] = [1, 'a'];
const head = pair[0];
if (head === undefined) console.log('never');
const bytes = new Uint8Array(2);
const byte = bytes[1];
if (byte === undefined) console.log('never');
console.log(head, byte, bytes[7] === undefined);
const users: Record<string, { n: number }> = { a: { n: 1 } };
for (const key of ['a', 'b']) {
  const user = users[key];
  console.log(
    user ? user.n : 'no',
    (user || { n: 9 }).n,
    user !== undefined && user.n > 0,
    !!user && user.n > 0,
  );
  if (user && user.n > 0) console.log('if');
  while (user && user.n > 5) {}
  if (!(user || key === 'a')) console.log('not', key);
  const n: number = user ? user.n : 3;
  const known = user ? true : false;
  console.log(n, known, user === users['a'], typeof user);
}
const words = ['x'];
const third = words[2];
console.log(third || 'default');
const list = [{ v: 1 }];
const item = list[4];
console.log(item ? item.v : 0);
