// As many timers as memory has room for: sorting by sleeping, a pool of jobs, timers that are all cleared.
function sleep(milliseconds: number): Promise<number> {
  return new Promise((resolve) => setTimeout(() => resolve(milliseconds), milliseconds));
}

async function sortBySleeping(values: number[]): Promise<number[]> {
  const sorted: number[] = [];
  await Promise.all(values.map(async (value) => {
    await sleep(value);
    sorted.push(value);
  }));
  return sorted;
}

const values: number[] = [];
for (let i = 0; i < 60; i++) values.push(((i * 37) % 61) * 3 + 1);
sortBySleeping(values).then((sorted) => console.log(sorted.length, sorted.join(' ')));

const cleared: ReturnType<typeof setTimeout>[] = [];
for (let i = 0; i < 40; i++) cleared.push(setTimeout(() => console.log('never', i), 20 + i));
for (const timer of cleared) clearTimeout(timer);

let ticks = 0;
const intervals = Array.from({ length: 20 }, (_, i) => setInterval(() => { ticks += i; }, 500));
setTimeout(() => {
  for (const interval of intervals) clearInterval(interval);
  console.log(ticks);
}, 1700);

// Equal delays keep the order in which they were set.
const order: number[] = [];
for (let i = 0; i < 30; i++) setTimeout(() => order.push(i), 300);
setTimeout(() => console.log(order.join()), 310);
