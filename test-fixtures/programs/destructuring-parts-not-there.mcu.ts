// Parts of a line that only some lines have: nothing is wrong where they are not used.

interface Command {
  readonly name: string;
  readonly arg: string;
  n: number;
}

class Parser {
  private count = 0;
  parse(line: string): Command {
    const [name, arg] = line.trim().split(' ');
    return { name, arg, n: this.count++ };
  }
}

const parser = new Parser();
const commands = ['go north', 'look', 'take lamp'].map((line) => parser.parse(line));
for (const { name, arg, n } of commands) {
  switch (name) {
    case 'go':
    case 'take':
      console.log(n, name, arg.toUpperCase());
      break;
    default:
      console.log(n, name, typeof arg, arg === undefined);
  }
}
console.log(JSON.stringify(commands), commands.map((each) => each.arg ?? '-').join());
console.log(commands[0], { ...commands[1], n: 9 });
try {
  console.log(commands[1].arg.length);
} catch (error) {
  console.log(error instanceof TypeError);
}
console.log(commands.map(({ arg, ...others }) => others));
console.log(commands.filter((each) => !!each.arg).length, commands.find((each) => !each.arg)?.name);

function describe(command: Command): string {
  const { name, arg } = command;
  return arg ? `${name} ${arg}` : name;
}
console.log(commands.map(describe));

// What a literal without a type is given, and what takes it apart.
function split(line: string) {
  const [key, value] = line.split('=');
  return { key, value };
}
console.log(split('a=1'), split('b'));
const { key, value } = split('c');
console.log(value ? 'has' : 'has not', key);

// An argument for a function that asks for it.
function show(command: string, arg: string) {
  if (!arg) {
    console.log(command, 'needs an argument');
    return;
  }
  console.log(command, arg);
}
for (const line of ['go north', 'look']) {
  const [command, arg] = line.split(' ');
  show(command, arg);
  const words = line.split(' ');
  show(words[0], words[1]);
}

// Variables, and parts of objects that are arrays.
let [first, second] = [] as number[];
console.log(first, second);
[first, second] = [1, 2];
console.log(first + second);
let [from, to] = 'here there'.split(' ');
[from, to] = [to, from];
console.log(from, to);
const numbers = [1, 2];
const { 0: zero, 5: five } = numbers;
console.log(zero, five);

// What an array and a text always have, and what a dictionary may lack.
const letters = 'a b c'.split(' ');
const { length } = letters;
for (let i = 0; i < length; i++) console.log(i, letters[i]);
const { length: units } = 'text';
console.log(units + 1);
const record: Record<string, string> = { a: 'x' };
const { a, b } = record;
console.log(a, b, b ? 'there' : 'not there');

// Numbers that are not there, for parameters and properties that may be left out, and for defaults.
class Day {
  constructor(readonly year: number, readonly month = 1, readonly day: number = 1) {}
  static of(text: string) { const [y, m, d] = text.split('-').map(Number); return new Day(y, m, d); }
  static from(...parts: number[]) { return new Day(parts[0], parts[1], parts[2]); }
}
console.log(Day.of('2020-05'), Day.of('2020'), Day.of('2020-2-3'), Day.from(1999), Day.from(1999, 12, 31));
interface Span { from: number; to?: number }
const span = (parts: number[]): Span => { const [from, to] = parts; return { from, to }; };
const secondOf = (parts: number[]): number | undefined => { const [, b] = parts; return b; };
console.log(span([1, 2]), span([1]).to, secondOf([1]), secondOf([1, 2]));
