// Arrays that are only indexed, and asked whether an element is there, take elements at any index.
const memo: number[] = [];
function fib(n: number): number {
  if (n <= 1) return n;
  if (memo[n] !== undefined) return memo[n];
  return (memo[n] = fib(n - 1) + fib(n - 2));
}
console.log(fib(60), memo.length, memo[5], memo[0], 3 in memo, 1 in memo, 99 in memo);
function ways() {
  const cache: number[] = [1, 1];
  const count = (n: number): number => {
    const hit = cache[n];
    if (hit) return hit;
    const made = count(n - 1) + count(n - 2);
    cache[n] = made;
    return made;
  };
  return [count(20), cache.length, cache[0] ?? -1, cache[25] ?? -1];
}
console.log(ways());
const names: string[] = [];
const named = (n: number) => (names[n] ??= `n${n}`);
names[3] = 'three';
console.log(named(5), named(3), named(0), names.length, names[1], names[9]);
delete names[3];
delete names[77];
console.log(3 in names, names[3], named(3), names.length);
const composite: boolean[] = [];
let primes = '';
for (let i = 2; i < 50; i++) {
  if (composite[i]) continue;
  primes += `${i} `;
  for (let j = i * i; j < 50; j += i) composite[j] = true;
}
console.log(primes);
function coins(amount: number, values: number[]) {
  const fewest: number[] = [0];
  for (let sum = 1; sum <= amount; sum++)
    for (const value of values)
      if (sum >= value && fewest[sum - value] !== undefined)
        fewest[sum] = Math.min(fewest[sum] ?? Infinity, fewest[sum - value] + 1);
  return fewest[amount] ?? -1;
}
console.log(coins(11, [5, 2]), coins(3, [2]), coins(0, [1]), coins(100, [7, 30]));
interface Part { id: number }
const parts: Part[] = [];
class Store {
  put(part: Part) { parts[part.id] = part; }
  find(id: number): Part | undefined { return parts[id]; }
}
const store = new Store();
store.put({ id: 5 });
store.put({ id: 2 });
console.log(store.find(5)?.id, store.find(3)?.id, parts[2].id, parts.length, parts[4] ? 'yes' : 'no', typeof parts[1]);
const list: number[] = [1, 2];
list[5] = 6;
list.length = 4;
list[1] += 5;
list[0]++;
let total = 0;
for (let i = 0; i < list.length; i++) if (list[i] !== undefined) total += list[i];
console.log(total, list.length, list[3], list[0] + list[1]);
const rows: number[][] = [];
rows[1] = [1];
rows[1].push(2);
console.log(rows[1], rows[0]?.length, (rows[3] ?? []).length);
