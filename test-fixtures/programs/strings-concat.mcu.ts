console.log('a' + 1 + 2, 1 + 2 + 'a', 'x' + 1.5 + true + -0 + NaN);
let s = '';
for (let i: int = 0; i < 20; i++) s += i;
console.log(s, s.length);
const n: int = -42;
const f: float = 0.5;
console.log('' + n + f, n + '', `${n}|${f}|${n + f}`);
console.log('[' + [1, 2, 3] + ']', `${['a', 'b']}`);
