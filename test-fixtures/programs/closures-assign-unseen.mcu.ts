// What functions assign to variables and properties while others run, of which TypeScript knows what they were before.
function told(): (string | null)[] {
  let text: string | null = null;
  const set = () => {
    text = 'set';
  };
  set();
  const copy: string | null = text;
  return [text, copy, `${text}`, text ?? 'none', text ? 'yes' : 'no', typeof text];
}
console.log(told());

function untyped() {
  let called;
  const run = (f: (x: number) => void) => f(3);
  run((x) => {
    called = x;
  });
  let nothing = null;
  const o = {
    fill() {
      nothing = 'filled';
    },
  };
  o.fill();
  console.log(called, nothing, [called, nothing], { called, nothing });
}
untyped();

function collected() {
  let list: number[] | null = null;
  let last: number | undefined;
  let found: { at: number } | undefined;
  [1, 2, 3].forEach((x) => {
    (list ??= []).push(x * 2);
    last = x;
    if (x === 2) found = { at: x };
  });
  console.log(list, last, found, [list, last, found], { list, last, found });
  switch (last) {
    case undefined:
      return 'undefined';
    default:
      return 'something';
  }
}
console.log(collected());

class Machine {
  result: string | null = null;
  count: number | undefined;
  state: 'off' | 'on' = 'off';
  private readonly names = { off: 'is off', on: 'is on' };
  private run(): void {
    this.result = `ran ${this.state}`;
    this.count = (this.count ?? 0) + 1;
    this.state = 'on';
  }
  go(): unknown[] {
    this.result = null;
    this.count = undefined;
    this.state = 'off';
    this.run();
    return [this.result, this.count, this.state, this.names[this.state]];
  }
}
console.log(new Machine().go(), new Machine().go());

const table = { a: 1, b: 2 };
function keyed(): unknown[] {
  let key: 'a' | 'b' = 'a';
  let index: 0 | 1 = 0;
  const other = () => {
    key = 'b';
    index = 1;
  };
  other();
  const pair: [string, string] = ['x', 'y'];
  return [table[key], key in { b: 1 }, pair[index], index + index];
}
console.log(keyed());

let mode: 'p' | 'q' = 'p';
let title: string | null = null;
function change(): void {
  mode = 'q';
  title = 'changed';
}
change();
console.log({ p: 'first', q: 'second' }[mode], title, [title], { title });

async function later(): Promise<string | null> {
  let value: string | null = null;
  setTimeout(() => {
    value = 'timer';
  }, 1);
  await new Promise<void>((resolve) => setTimeout(resolve, 5));
  console.log(value, [value]);
  return value;
}
later().then((value) => console.log('then', value));
