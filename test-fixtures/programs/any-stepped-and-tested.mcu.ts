// `++` and `--` of values of any type, and the tests of numbers that convert what they are given.
let text: any = '5';
text++;
console.log(text);
let other: any = '7';
console.log(other++, other, other--, --other);
const box: any = { a: '3', b: null, c: true, d: undefined, e: 'x' };
box.a++;
box.b--;
box.c++;
++box.d;
--box.e;
console.log(box);
const list: any[] = ['1', 2, null];
list[0]++;
list[1]++;
list[2]++;
console.log(list);

for (const value of ['abc', '12', '', ' ', null, undefined, true, NaN, 5, '0x10', 'Infinity', [], [5], {}] as any[])
  console.log(value, isNaN(value), isFinite(value), Number.isNaN(value), Number.isFinite(value));
const word: string = 'word';
console.log(isNaN(word as any), isFinite('12' as any), isNaN(Number(word)), isNaN(parseInt('7 apples')));
