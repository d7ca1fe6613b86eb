// Dates without Date: day numbers, weekdays, months.
const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const monthDays = (y: number, m: number): number => [31, isLeap(y) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1];
function dayNumber(y: number, m: number, d: number): number { const a = Math.floor((14 - m) / 12), yy = y + 4800 - a, mm = m + 12 * a - 3; return d + Math.floor((153 * mm + 2) / 5) + 365 * yy + Math.floor(yy / 4) - Math.floor(yy / 100) + Math.floor(yy / 400) - 32045; }
const weekday = (y: number, m: number, d: number): (typeof names)[number] => names[(dayNumber(y, m, d) + 1) % 7];
interface Day { readonly y: number; readonly m: number; readonly d: number }
function parse(s: string): Day | null { const parts = s.split('-').map(Number); if (parts.length !== 3 || parts.some((p) => !Number.isInteger(p))) return null; const [y, m, d] = parts; return m >= 1 && m <= 12 && d >= 1 && d <= monthDays(y, m) ? { y, m, d } : null; }
const format = ({ y, m, d }: Day): string => `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
function addDays(day: Day, n: number): Day { let { y, m, d } = day; d += n; while (d > monthDays(y, m)) { d -= monthDays(y, m); if (++m > 12) { m = 1; y++; } } while (d < 1) { if (--m < 1) { m = 12; y--; } d += monthDays(y, m); } return { y, m, d }; }
console.log(weekday(2000, 1, 1), weekday(2024, 2, 29), weekday(1970, 1, 1), dayNumber(2024, 12, 25) - dayNumber(2024, 1, 1));
console.log(parse('2023-02-29'), parse('2024-02-29'), parse('abc'), parse('2024-13-01'), parse('2024-1'));
console.log(format(addDays({ y: 2023, m: 12, d: 30 }, 3)), format(addDays({ y: 2024, m: 3, d: 1 }, -1)), format({ y: 33, m: 4, d: 3 }));
function calendar(y: number, m: number): string { const first = (dayNumber(y, m, 1) + 1) % 7; const cells = [...Array<string>(first).fill('  '), ...Array.from({ length: monthDays(y, m) }, (_, i) => String(i + 1).padStart(2))]; const lines: string[] = [names.map((n) => n.slice(0, 2)).join(' ')]; for (let i = 0; i < cells.length; i += 7) lines.push(cells.slice(i, i + 7).join(' ')); return lines.join('\n'); }
console.log(calendar(2024, 2));
const clock = (s: number): string => [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60].map((v) => v.toString().padStart(2, '0')).join(':');
console.log(clock(0), clock(3661), clock(86399));
const duration = (ms: number): string => { const units: [string, number][] = [['d', 86400000], ['h', 3600000], ['m', 60000], ['s', 1000]]; const parts: string[] = []; for (const [u, n] of units) { const v = Math.floor(ms / n); if (v > 0) parts.push(`${v}${u}`); ms %= n; } return parts.join(' ') || `${ms}ms`; };
console.log(duration(90061000), duration(500), duration(60000));
const days = ['2024-03-10', '2023-12-25', '2024-01-01'].map(parse).filter((d): d is Day => d !== null).sort((a, b) => a.y - b.y || a.m - b.m || a.d - b.d); console.log(days.map(format));
