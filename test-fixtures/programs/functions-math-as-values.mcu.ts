// Functions of Math that take any number of arguments, as values.
const choices = [Math.max, Math.min, Math.hypot];
console.log(choices.map((f) => f(3, 4)).join());
console.log(choices.map((f) => f(1, 9, 5, 7)).map(Math.round).join(), choices[0]!());
const table: { [name: string]: (a: number, b: number) => number } = { max: Math.max, pow: Math.pow };
console.log(table['max']!(1, 2), table['pow']!(2, 3));
const three: (a: number, b: number, c: number) => number = Math.max;
console.log(three(1, 9, 4));
const among = (f: (...xs: number[]) => number, xs: number[]) => f(...xs);
console.log(among(Math.max, [1, 7, 3]), among(Math.min, [4, 2]), among(Math.min, []));
