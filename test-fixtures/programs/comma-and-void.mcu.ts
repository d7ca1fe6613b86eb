let i: int = 0;
const r = (i++, i++, i);
console.log(r, i);
for (let a: int = 0, b: int = 5; a < b; a++, b -= 2) console.log(a, b);
