// Enums as values: their keys, values and entries, members by names and numbers that are known only now.
enum Color {
  Red,
  Green = 5,
  Blue,
}
enum Level {
  Low = 'low',
  High = 'high',
}
enum Mixed {
  A = 1,
  B = 'b',
}
console.log(Color, Level, Mixed, [Level]);
console.log(Object.keys(Color), Object.values(Color), Object.entries(Level), Object.values(Mixed));
for (const key in Level) console.log(key, Level[key as keyof typeof Level]);
const names = Object.keys(Color).filter((key) => Number.isNaN(Number(key)));
for (const name of names) console.log(name, Color[name as keyof typeof Color]);
for (const level of Object.values(Level)) console.log(level, level === Level.High);
const chosen = 'Green' as keyof typeof Color;
console.log(Color[chosen] + 1, Color[Color[chosen]], Color[Color.Blue], 'Red' in Color);
const isLevel = (text: string): text is Level => Object.values(Level).includes(text as Level);
console.log(isLevel('low'), isLevel('none'));
const byIndex = (i: number): string => Color[i] ?? 'none';
console.log(byIndex(6), byIndex(0), byIndex(9), Color[Color.Blue + 20]);
