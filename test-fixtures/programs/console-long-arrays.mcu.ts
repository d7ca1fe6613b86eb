const xs: int[] = [];
for (let i: int = 0; i < 101; i++) xs.push(i);
console.log(xs);
const words: string[] = [];
for (let i: int = 0; i < 27; i++) words.push('w'.repeat(i % 5 + 1));
console.log(words);
const many = new Float64Array(120);
console.log(many);
console.log([xs.slice(0, 3), xs.slice(0, 8)]);
