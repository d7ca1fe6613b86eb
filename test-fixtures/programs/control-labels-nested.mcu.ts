// Labels on loops, blocks and switches; continue through switch and try.
const log: string[] = [];
outer: for (let i = 0; i < 4; i++) {
  inner: for (let j = 0; ; j++) {
    switch (j) {
      case 0:
        continue;
      case 1:
        if (i === 1) continue outer;
        break;
      case 2:
        if (i === 2) break outer;
        break inner;
    }
    log.push(`${i}${j}`);
  }
  log.push(`end ${i}`);
}
console.log(log.join());
block: {
  console.log('in block');
  if (log.length > 2) break block;
  console.log('never');
}
nested: {
  for (const x of [1, 2, 3]) {
    if (x === 2) break nested;
    console.log(x);
  }
  console.log('never');
}
let n = 0;
again: do {
  n++;
  while (true) {
    if (n < 3) continue again;
    break again;
  }
} while (n < 10);
console.log(n);
a: b: for (;;) {
  if (n++ > 4) break a;
  continue b;
}
console.log(n);
sw: switch (n) {
  case 6:
    for (const c of 'xyz') {
      if (c === 'y') break sw;
      console.log(c);
    }
}
const found = (() => {
  for (const row of [[1, 2], [3, 4]]) for (const cell of row) if (cell === 3) return row;
  return undefined;
})();
console.log(found);
for (let i = 0, j = 10; i < j; i += 3, j -= 2) console.log(i, j);
for (let i = 3; i--; ) console.log('i', i);
let k = 0;
for (; k < 2; ) k++;
for (;;) if (k++ > 3) break;
console.log(k);
