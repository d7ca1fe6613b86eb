// `finally` with return, break, continue and throw: what comes last wins.
function last(how: number): string {
  for (let i = 0; i < 3; i++) {
    try {
      if (how === 0) return `try ${i}`;
      if (how === 1) throw new Error('lost');
      if (how === 2) continue;
      if (how === 3) break;
    } finally {
      if (how === 0 && i === 0) continue;
      if (how === 1) return `finally ${i}`;
      if (how === 2 && i === 1) break;
      console.log('finally', how, i);
    }
  }
  return 'end';
}
for (let how = 0; how < 5; how++) console.log(last(how));
function nested(): string {
  const log: string[] = [];
  try {
    try {
      try {
        throw new Error('a');
      } finally {
        log.push('f1');
      }
    } catch (e) {
      log.push((e as Error).message);
      throw new Error('b');
    } finally {
      log.push('f2');
    }
  } catch (e) {
    log.push((e as Error).message);
  } finally {
    log.push('f3');
  }
  return log.join();
}
console.log(nested());
let x = 1;
function value(): number {
  try {
    return x;
  } finally {
    x = 50;
  }
}
console.log(value(), x);
function replaced(): string {
  try {
    throw new Error('first');
  } catch {
    throw new Error('second');
  } finally {
    throw new Error('third');
  }
}
try {
  replaced();
} catch (e) {
  console.log((e as Error).message);
}
label: try {
  console.log('in');
  if (x > 2) break label;
  console.log('not here');
} finally {
  console.log('out');
}
const list: number[] = [];
for (const n of [1, 2, 3, 4]) {
  try {
    if (n % 2) continue;
    list.push(n);
  } finally {
    list.push(-n);
  }
}
console.log(list);
