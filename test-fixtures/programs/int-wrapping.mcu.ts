// int arithmetic wraps at 32 bits.
let max: int = 2147483647;
let min: int = -2147483648;
console.log(max + 1, min - 1, -min, max * max, min * min, max * 2);
max++;
console.log(max, max === min);
min -= 1;
console.log(min);
let h: int = 5381;
for (const c of 'wrapping hash') h = (h * 33) ^ c.charCodeAt(0);
console.log(h);
