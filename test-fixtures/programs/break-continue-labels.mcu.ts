outer: for (let i: int = 0; i < 4; i++) {
  for (let j: int = 0; j < 4; j++) {
    if (j === 2) continue outer;
    if (i === 3) break outer;
    console.log(i, j);
  }
}
let n: int = 0;
loop: while (true) {
  n++;
  switch (n) {
    case 1:
      continue loop;
    case 3:
      break loop;
    default:
      console.log('n', n);
  }
}
console.log(n);
block: {
  if (n === 3) break block;
  console.log('never');
}
