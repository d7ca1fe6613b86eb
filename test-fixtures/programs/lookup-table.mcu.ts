const sine: int[] = [];
for (let i = 0; i < 16; i++) sine.push(Math.round(Math.sin((i * Math.PI) / 8) * 100));
console.log(sine);
const histogram: int[] = new Array(5).fill(0);
for (const v of [1, 2, 2, 3, 3, 3, 4] as int[]) histogram[v]++;
console.log(histogram);
