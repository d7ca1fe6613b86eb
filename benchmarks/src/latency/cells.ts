// A long session as people write one: cells of 3 to 30 lines, 10 lines in the mean, with functions, classes, arrays,
// strings, objects and timers, which use what cells before them have declared. Cells of one shape differ in names and
// constants.

/** Makes the text of a cell whose names end in a number. */
type Shape = (n: number) => string;

/** A cell that is measured: functions with loops and choices over arrays, and statements that call them. */
const arithmetic: Shape = (n) => `let total${n}: int = 0;
const data${n}: int[] = [];
for (let i: int = 0; i < 20; i++) {
  data${n}.push((i * ${n + 7}) % 31);
}
function mix${n}(limit: int): int {
  let sum: int = 0;
  for (let i: int = 0; i < limit; i++) {
    if (i % 3 === 0) {
      sum += i * ${n};
    } else if (i % 5 === 0) {
      sum -= i;
    } else {
      sum ^= ${n};
    }
  }
  return sum;
}
function largest${n}(xs: int[]): int {
  let best: int = xs[0];
  for (let i: int = 1; i < xs.length; i++) {
    const x = xs[i];
    if (x > best) best = x;
  }
  return best;
}
total${n} = mix${n}(10) + largest${n}(data${n});
total${n} += scale(${n});
const label${n} = 'cell ' + total${n};
label${n}.length;`;

/** Another that is measured: a class, objects of it in an array, and a report of them. */
const sensor: Shape = (n) => `class Sensor${n} {
  private readonly samples: int[] = [];
  private last: float = 0;
  constructor(readonly name: string, private readonly offset: int) {}
  read(raw: int): int {
    const value: int = raw - this.offset;
    this.samples.push(value);
    this.last = value * 0.5;
    return value;
  }
  average(): float {
    let sum: int = 0;
    for (const sample of this.samples) sum += sample;
    return sum / this.samples.length;
  }
  get isHigh(): boolean {
    return this.last > ${n % 40};
  }
}
const sensors${n} = [new Sensor${n}('a', ${n}), new Sensor${n}('b', 3)];
for (let i: int = 0; i < 8; i++) {
  for (const each of sensors${n}) {
    each.read(i * ${(n % 9) + 2});
  }
}
let high${n}: int = 0;
for (const each of sensors${n}) {
  if (each.isHigh) high${n}++;
}
high${n} + scale(2);`;

/** The third: text is taken apart and put together. */
const message: Shape = (n) => `interface Reading${n} {
  id: int;
  unit: string;
  value: float;
}
function parse${n}(line: string): Reading${n} {
  const parts = line.split(',');
  const unit = parts.length > 2 ? parts[2] : 'C';
  return { id: ${n}, unit, value: 0.25 };
}
function format${n}(reading: Reading${n}): string {
  let bar = '';
  for (let i: int = 0; i < 6; i++) {
    bar += i % 2 === 0 ? '#' : '-';
  }
  return bar + ' ' + reading.id + reading.unit.toUpperCase();
}
const queue${n}: Reading${n}[] = [];
function receive${n}(line: string): int {
  queue${n}.push(parse${n}(line));
  if (queue${n}.length > 3) queue${n}.shift();
  return queue${n}.length;
}
receive${n}('1,2,F');
receive${n}('7,8');
let shown${n}: int = 0;
for (const reading of queue${n}) {
  const text = format${n}(reading);
  if (text.length > shown${n}) shown${n} = text.length;
}`;

/** The three shapes of 30 lines that are measured. */
const measured: readonly Shape[] = [arithmetic, sensor, message];

const tenLines: readonly Shape[] = [
  (n) => `// Smooths what the cell before has collected.
const window${n}: int[] = [${n}, 5, 9, 2];
let level${n}: int = 0;
function smooth${n}(weight: int): int {
  let sum: int = 0;
  for (let i: int = 0; i < window${n}.length; i++) sum += window${n}[i] * weight;
  return sum >> 2;
}
level${n} = smooth${n}(3) + scale(${n});
console.log('level ' + level${n});`,
  (n) => `class Counter${n} {
  count: int = 0;
  constructor(private readonly step: int) {}
  next(): int {
    this.count += this.step;
    return this.count;
  }
}
const counter${n} = new Counter${n}(${n});
counter${n}.next() + counter${n}.next();`,
  (n) => `const values${n} = new Uint8Array(16);
function checksum${n}(bytes: Uint8Array): int {
  let crc: int = 0xff;
  for (const byte of bytes) {
    crc ^= byte;
    crc = crc & 1 ? (crc >>> 1) ^ 0x8c : crc >>> 1;
  }
  return crc;
}
checksum${n}(values${n});`,
  (n) => `const names${n} = ['red', 'green', 'blue'];
function title${n}(index: int): string {
  const name = names${n}[index];
  return name.charAt(0).toUpperCase() + name.slice(1);
}
let text${n} = '';
for (let i: int = 0; i < names${n}.length; i++) {
  text${n} += title${n}(i) + ' ';
}
text${n}.trim();`,
];

const shorter: readonly Shape[] = [
  (n) => `let beats${n}: int = 0;
function beat${n}(): void {
  beats${n}++;
  if (beats${n} === 2) {
    clearInterval(heart${n});
  }
}
const heart${n} = setInterval(beat${n}, 1);`,
  (n) => `const point${n} = { x: ${n}, y: 2 };
const { x: px${n}, y: py${n} } = point${n};
let distance${n}: float = 0;
for (let i: int = 0; i < 4; i++) {
  distance${n} += Math.sqrt(px${n} * px${n} + py${n} * py${n});
}
point${n}.y = i0(distance${n});
distance${n} > ${n};`,
  (n) => `const squares${n} = [1, 2, 3, 4].map((x) => x * ${n});
let odd${n} = 0;
for (const square of squares${n}) {
  if (square % 2 === 1) odd${n}++;
}
odd${n};`,
  (n) => `let mode${n} = 'idle';
if (scale(${n}) > 100) {
  mode${n} = 'busy';
}
mode${n};`,
  (n) => `const before${n} = scale(${n});
const after${n} = before${n} + ${n};
console.log(after${n} - before${n});`,
];

/** What every other cell may use. */
const first = `function scale(x: int): int {
  return (x * 3) >> 1;
}
function i0(x: number): int {
  return Math.trunc(x) | 0;
}
const started = millis();
let runs: int = 0;
runs++;
scale(runs);`;

/** The cells of a session, in order; every tenth has 30 lines. */
export function sessionCells(count: number): string[] {
  const others = [...tenLines, ...shorter];
  return Array.from({ length: count }, (_, n) => {
    if (n === 0) return first;
    return n % 10 === 9 ? measured[Math.trunc(n / 10) % measured.length]!(n) : others[n % 10]!(n);
  });
}

/** A function that others call, long enough not to be inlined, or short. `version`: another body each time. */
export function calledCell(kind: 'long' | 'short', version: number): string {
  if (kind === 'short') return `function called(x: int): int {\n  return x * ${version + 2};\n}`;
  return `function called(x: int): int {
  let bits: int = ${version};
  for (let i: int = 0; i < x; i++) {
    if (i % 3 === 0) bits ^= i << 2;
    else if (i % 7 === 0) bits += x;
    else bits = (bits >>> 1) - i;
  }
  while (bits > 1000) bits -= x * 3 + 1;
  return bits;
}`;
}

/** Ten functions that call it. */
export function callersCell(n: number): string {
  const functions = Array.from(
    { length: 10 },
    (_, k) => `function caller${n}_${k}(x: int): int {\n  return called(x + ${k}) + ${n};\n}`,
  );
  return functions.join('\n');
}
