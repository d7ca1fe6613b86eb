function sieve(limit: int): int {
  const composite: boolean[] = [];
  for (let i: int = 0; i <= limit; i++) composite.push(false);
  let count: int = 0;
  for (let i: int = 2; i <= limit; i++) {
    if (composite[i]) continue;
    count++;
    for (let j: int = i + i; j <= limit; j += i) composite[j] = true;
  }
  return count;
}
console.log(sieve(10), sieve(100), sieve(2000));
