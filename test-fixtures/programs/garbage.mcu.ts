// Far more is allocated than there is memory.
let last = '';
let total = 0;
for (let i = 0; i < 3000; i++) {
  const xs = [i, i + 1, i + 2];
  last = 'string number ' + i + ' of many';
  total += xs[1] + last.length;
}
console.log(last, total);
const keep: string[] = [];
for (let i = 0; i < 2000; i++) {
  const s = `value ${i}`;
  if (i % 100 === 0) keep.push(s);
}
console.log(keep);
