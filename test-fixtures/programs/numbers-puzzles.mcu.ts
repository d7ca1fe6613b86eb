const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
const lcm = (a: number, b: number): number => (a / gcd(a, b)) * b;
const isPrime = (n: number): boolean => { if (n < 2) return false; for (let i = 2; i * i <= n; i++) if (n % i === 0) return false; return true; };
function factors(n: number): number[] { const out: number[] = []; for (let p = 2; p * p <= n; p++) while (n % p === 0) { out.push(p); n /= p; } if (n > 1) out.push(n); return out; }
function toBase(n: number, base: number): string { const digits = '0123456789ABCDEF'; let s = ''; do { s = digits[n % base] + s; n = Math.floor(n / base); } while (n > 0); return s; }
const fromBase = (s: string, base: number): number => [...s].reduce((t, c) => t * base + parseInt(c, 36), 0);
const digitSum = (n: number): number => String(n).split('').map(Number).reduce((a, b) => a + b, 0);
const isArmstrong = (n: number): boolean => { const d = [...String(n)]; return d.reduce((t, c) => t + Number(c) ** d.length, 0) === n; };
const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
const binomial = (n: number, k: number): number => { let r = 1; for (let i = 1; i <= k; i++) r = (r * (n - k + i)) / i; return Math.round(r); };
function collatz(n: number): number { let s = 0; while (n !== 1) { n = n % 2 === 0 ? n / 2 : 3 * n + 1; s++; } return s; }
function sqrtNewton(x: number): number { let g = x / 2; for (let i = 0; i < 20; i++) g = (g + x / g) / 2; return g; }
const fizz = (n: number): string | number => (n % 15 === 0 ? 'FizzBuzz' : n % 5 === 0 ? 'Buzz' : n % 3 === 0 ? 'Fizz' : n);
console.log(gcd(48, 18), lcm(4, 6), [1, 2, 17, 91, 97].map(isPrime), factors(360), factors(97));
console.log(toBase(255, 2), toBase(255, 16), toBase(0, 2), fromBase('FF', 16), fromBase('1010', 2), digitSum(98765), [153, 154, 370].filter(isArmstrong));
console.log(factorial(20), factorial(25), factorial(170), binomial(10, 3), binomial(50, 25), collatz(27), sqrtNewton(2), sqrtNewton(144));
console.log(Array.from({ length: 15 }, (_, i) => fizz(i + 1)).join(' '));
console.log((1234.5678).toFixed(2), (0.1 * 3).toFixed(20), (1e-10).toFixed(5), (123456789).toExponential(3), (0.00001).toString(), 1e21 + 1, 1 / 3);
const formatMoney = (n: number): string => { const [i, f] = Math.abs(n).toFixed(2).split('.'); let out = ''; for (let k = 0; k < i.length; k++) { if (k > 0 && (i.length - k) % 3 === 0) out += ','; out += i[k]; } return `${n < 0 ? '-' : ''}$${out}.${f}`; };
console.log(formatMoney(1234567.891), formatMoney(-0.5), formatMoney(999), formatMoney(1000));
const perfect: number[] = []; for (let n = 2; n < 500; n++) { let s = 1; for (let d = 2; d * d <= n; d++) if (n % d === 0) s += d + (d * d === n ? 0 : n / d); if (s === n) perfect.push(n); } console.log(perfect);
const mean = (a: number[]) => a.reduce((x, y) => x + y, 0) / a.length; const median = (a: number[]) => { const s = [...a].sort((x, y) => x - y); const h = s.length >> 1; return s.length % 2 ? s[h] : (s[h - 1] + s[h]) / 2; };
const mode = (a: number[]) => { const c = new Map<number, number>(); for (const x of a) c.set(x, (c.get(x) ?? 0) + 1); return [...c].sort((x, y) => y[1] - x[1])[0][0]; }; const sd = (a: number[]) => Math.sqrt(mean(a.map((x) => (x - mean(a)) ** 2)));
const sample = [2, 4, 4, 4, 5, 5, 7, 9]; console.log(mean(sample), median(sample), mode(sample), sd(sample), median([3, 1, 2]), mean([]));
let seed = 42; const random = () => { seed = (seed * 1664525 + 1013904223) % 4294967296; return seed / 4294967296; }; console.log(Array.from({ length: 5 }, () => Math.floor(random() * 100)));
function hanoi(n: number, a: string, b: string, c: string): string[] { return n === 0 ? [] : [...hanoi(n - 1, a, c, b), `${a}>${c}`, ...hanoi(n - 1, b, a, c)]; } console.log(hanoi(3, 'A', 'B', 'C').join(' '));
console.log([0.5, -0.5, 1.5, 2.5, -1.5].map(Math.round), [-1.2, 1.8].map(Math.trunc), 5 % 3, -5 % 3, 2 ** 10, 7 / 2 | 0, Math.floor(-7 / 2), (-7) % 2);
