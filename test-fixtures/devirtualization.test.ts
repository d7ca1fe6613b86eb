// Methods that were called directly or inlined, and then overridden by a later cell: who called them must see it, whatever
// holds the call by then. Each case says which function must have come to call which method directly, so that it tests
// what it says.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Session } from '@gnomon/server/session';
import { VirtualSession } from './virtual-session.ts';

let board: VirtualSession;
before(async () => {
  board = await VirtualSession.start();
});
after(() => board.stop());

interface Case {
  readonly name: string;
  /** Cells, run in order. */
  readonly cells: readonly string[];
  /** What they print in all. */
  readonly output: readonly string[];
  /** Symbols of a function and of a method that it calls directly, or has inlined, after the first cell. */
  readonly direct?: readonly [string, string];
  /** The function does not call the method directly after the first cell, since its frames or closures may stay. */
  readonly virtual?: readonly [string, string];
}

/** True if the code of a function reaches that of another without looking at an object. */
function reaches({ shadow }: Session, caller: string, method: string): boolean {
  const segment = shadow?.segment(caller);
  assert.equal(segment?.kind, 'code', `there is no code of ${caller}`);
  if (segment?.kind !== 'code') return false;
  const { relocations, inlined } = segment.code;
  return inlined.includes(method) || relocations.some(({ symbol }) => symbol === method);
}

function overridden({ name, cells, output, direct, virtual }: Case): void {
  test(name, async () => {
    // By itself first, without waiting for timers: some go on until the next cell comes.
    await board.session.reset();
    const first = await board.session.runCell('cell1', cells[0]!);
    assert.equal(first.status, 'done', JSON.stringify(first));
    if (direct) assert.equal(reaches(board.session, ...direct), true, `${direct.join(' does not reach ')}`);
    if (virtual) assert.equal(reaches(board.session, ...virtual), false, `${virtual.join(' reaches ')}`);
    const run = await board.runProgram(cells);
    assert.deepEqual(run.errors, []);
    assert.deepEqual(run.output.trimEnd().split('\n'), output);
    if (direct) assert.equal(reaches(board.session, ...direct), false, `${direct.join(' still reaches ')}`);
  });
}

const shapes = `
class Shape {
  constructor(protected size: int) {}
  area(): int { return this.size * this.size; }
  name(): string { return 'shape'; }
}
let shape: Shape = new Shape(3);
function show(s: Shape): int { return s.area() + 1; }
console.log(show(shape));
`;

overridden({
  name: 'a method that was inlined',
  cells: [
    shapes,
    `class Half extends Shape { area(): int { return super.area() / 2 | 0; } }
     console.log(show(new Half(4)), show(shape));
     shape = new Half(5);`,
    'console.log(show(shape));',
  ],
  output: ['10', '9 10', '13'],
  direct: ['f.show', 'f.Shape.area'],
});

overridden({
  name: 'a method that was called directly, by a method of an object that is there',
  cells: [
    `class Counter {
       total: int = 0;
       step(n: int): void { for (let i: int = 0; i < n; i++) this.add(i); }
       add(i: int): void {
         if (i % 3 === 0) this.total += i; else this.total -= 1;
         if (this.total > 1000) console.log('much', this.total, i, 'of', this);
       }
     }
     class Meter { constructor(public counter: Counter) {} run(n: int): int { this.counter.step(n); return this.counter.total; } }
     const meter = new Meter(new Counter());
     console.log(meter.run(10));`,
    `class Double extends Counter { add(i: int): void { this.total += 2 * i; } }
     meter.counter = new Double();
     console.log(meter.run(10));`,
  ],
  output: ['12', '90'],
  direct: ['f.Counter.step', 'f.Counter.add'],
});

overridden({
  name: 'a subclass of a subclass, and super calls up the chain',
  cells: [
    `class A { m(): string { return 'A'; } }
     class B extends A { m(): string { return 'B' + super.m(); } }
     class C extends B {}
     function call(c: C): string { return c.m(); }
     console.log(call(new C()));`,
    `class D extends C { m(): string { return 'D' + super.m(); } }
     console.log(call(new D()), call(new C()));`,
    `class E extends D { m(): string { return 'E' + super.m(); } }
     console.log(call(new E()), call(new D()), call(new C()));`,
  ],
  output: ['BA', 'DBA BA', 'EDBA DBA BA'],
  direct: ['f.call', 'f.B.m'],
});

overridden({
  name: 'an abstract method with one implementation, and then two',
  cells: [
    `abstract class Sensor {
       abstract read(): int;
       twice(): int { return this.read() + this.read(); }
     }
     class Fixed extends Sensor { read(): int { return 21; } }
     let sensor: Sensor = new Fixed();
     console.log(sensor.twice());`,
    `class Rising extends Sensor { private n: int = 0; read(): int { return this.n++; } }
     console.log(new Rising().twice(), sensor.twice());`,
  ],
  output: ['42', '1 42'],
  direct: ['f.Sensor.twice', 'f.Fixed.read'],
});

overridden({
  name: 'accessors',
  cells: [
    `class Knob {
       protected at: int = 1;
       get value(): int { return this.at; }
       set value(v: int) { this.at = v; }
     }
     function turn(k: Knob): int { k.value += 4; return k.value; }
     console.log(turn(new Knob()));`,
    `class Clamped extends Knob {
       get value(): int { return this.at; }
       set value(v: int) { this.at = Math.min(v, 3); }
     }
     console.log(turn(new Clamped()), turn(new Knob()));`,
  ],
  output: ['5', '3 5'],
  direct: ['f.turn', 'f.Knob.set.value'],
});

overridden({
  name: 'an interface with one class, and then two of them, and an object literal',
  cells: [
    `interface Output { write(n: int): int; }
     class Port implements Output { last: int = 0; write(n: int): int { this.last = n; return n + 1; } }
     function send(o: Output, n: int): int { return o.write(n); }
     console.log(send(new Port(), 1));`,
    `class Log implements Output { write(n: int): int { return n * 100; } }
     console.log(send(new Log(), 2), send(new Port(), 2));`,
    `const scale: int = 7;
     const literal: Output = { write(n: int): int { return n * scale; } };
     console.log(send(literal, 3), send(new Log(), 3), send(new Port(), 3));`,
  ],
  output: ['2', '200 3', '21 300 4'],
  direct: ['f.send', 'f.Port.write'],
});

overridden({
  name: 'an interface whose other class has a function as a property',
  cells: [
    `interface Task { run(): int; }
     class Job implements Task { run(): int { return 5; } }
     function start(t: Task): int { return t.run(); }
     console.log(start(new Job()));`,
    `class Held { run: () => int = () => 6; }
     console.log(start(new Held()), start(new Job()));`,
  ],
  output: ['5', '6 5'],
  direct: ['f.start', 'f.Job.run'],
});

overridden({
  name: 'a class that comes to have its own method when its cell runs again, with objects that are there',
  cells: [
    `class Base { m(): int { return 1; } }
     function call(b: Base): int { return b.m(); }
     console.log(call(new Base()));`,
    `class Derived extends Base { x: int = 5; }
     const derived = new Derived();
     console.log(call(derived));`,
  ],
  output: ['1', '1'],
});

test('a class that gets an override when its cell runs again, with an object that is there', async () => {
  const { session } = board;
  await session.reset();
  const value = async (id: string, text: string) => {
    const result = await session.runCell(id, text);
    assert.equal(result.status, 'done', JSON.stringify(result));
    return result.status === 'done' ? result.value?.text : undefined;
  };
  await value(
    'a',
    'class Base { m(): int { return 1; } } function call(b: Base): int { return b.m(); } let one: Base = new Base();',
  );
  await value('b', 'class Derived extends Base {}');
  await value('c', 'one = new Derived(); function fresh(): int { return new Derived().m(); }');
  assert.equal(await value('d', 'call(one) * 10 + fresh()'), '11');
  await value('b', 'class Derived extends Base { m(): int { return 2; } }');
  assert.equal(await value('d', 'call(one) * 10 + fresh()'), '22');
  await value('b', 'class Derived extends Base { }');
  assert.equal(await value('d', 'call(one) * 10 + fresh()'), '11');
});

test('a method that is defined anew, where it was inlined', async () => {
  const { session } = board;
  await session.reset();
  const text = async (id: string, cell: string) => {
    const result = await session.runCell(id, cell);
    assert.equal(result.status, 'done', JSON.stringify(result));
    return result.status === 'done' ? result.value?.text : undefined;
  };
  await text('a', 'class P { m(): int { return 1; } }');
  await text('b', 'const p = new P(); function call(): int { return p.m(); }');
  assert.equal(await text('c', 'call()'), '1');
  await text('a', 'class P { m(): int { return 2; } }');
  assert.equal(await text('c', 'call()'), '2');
});

test('a cell that is rejected changes nothing', async () => {
  const { session } = board;
  await session.reset();
  const run = (id: string, text: string) => session.runCell(id, text);
  await run('a', 'class Q { m(): int { return 1; } } function call(q: Q): int { return q.m(); }');
  const tooLarge = `class R extends Q { m(): int { return 2; } } ${Array.from({ length: 4000 }, (_, i) => `console.log("text ${i} ${'x'.repeat(60)}");`).join(' ')}`;
  assert.equal((await run('b', tooLarge)).status, 'rejected');
  assert.equal(reaches(session, 'f.call', 'f.Q.m'), true);
  const result = await run('c', 'call(new Q())');
  assert.equal(result.status === 'done' && result.value?.text, '1');
});

overridden({
  name: 'a method called by a function that a timer runs',
  cells: [
    `class Lamp { on(): string { return 'lamp'; } }
     let lamp: Lamp = new Lamp();
     let isReady = false;
     function tick(): void {
       if (isReady) console.log(lamp.on());
       if (isReady) clearInterval(timer);
     }
     const timer = setInterval(tick, 1000);`,
    `class Spot extends Lamp { on(): string { return 'spot'; } }
     lamp = new Spot();
     isReady = true;`,
  ],
  output: ['spot'],
  direct: ['f.tick', 'f.Lamp.on'],
});

overridden({
  name: 'a method called by a closure that is held',
  cells: [
    `class Lamp { on(): string { return 'lamp'; } }
     function caller(lamp: Lamp): () => string { const mine = [lamp]; return () => mine[0]!.on(); }
     const box = [new Lamp()];
     function later(list: Lamp[]): () => string { return () => list[0]!.on(); }
     const held = later(box);
     console.log(held(), caller(new Lamp())());`,
    `class Spot extends Lamp { on(): string { return 'spot'; } }
     box[0] = new Spot();
     console.log(held(), caller(new Spot())(), caller(new Lamp())());`,
  ],
  output: ['lamp lamp', 'spot spot lamp'],
});

/** Waits until another cell says that it is ready, whenever that is. */
const waiting = `
let isReady = false;
async function ready(): Promise<void> {
  while (!isReady) await new Promise<void>((done) => setTimeout(done, 1000));
}`;

overridden({
  name: 'a method called by an asynchronous function that waits',
  cells: [
    `${waiting}
     class Lamp { on(): string { return 'lamp'; } }
     function show(lamp: Lamp): string { return lamp.on(); }
     const lamps: Lamp[] = [new Lamp()];
     async function blink(): Promise<void> {
       for (let i: int = 0; i < 3; i++) {
         console.log(lamps[0]!.on(), show(lamps[0]!));
         await ready();
       }
     }
     void blink();`,
    `class Spot extends Lamp { on(): string { return 'spot'; } }
     lamps[0] = new Spot();
     isReady = true;`,
  ],
  output: ['lamp lamp', 'spot spot', 'spot spot'],
});

overridden({
  name: 'a method called by a protected part of an asynchronous function that waits',
  cells: [
    `${waiting}
     class Lamp { on(): string { return 'lamp'; } }
     const lamps: Lamp[] = [new Lamp()];
     async function blink(): Promise<void> {
       try {
         console.log(lamps[0]!.on());
         await ready();
         console.log(lamps[0]!.on());
       } finally {
         console.log('end', lamps[0]!.on());
       }
     }
     void blink();`,
    `class Spot extends Lamp { on(): string { return 'spot'; } }
     lamps[0] = new Spot();
     isReady = true;`,
  ],
  output: ['lamp', 'spot', 'end spot'],
});

overridden({
  name: 'a method called by a generator that waits',
  cells: [
    `class Lamp { on(): string { return 'lamp'; } }
     const lamps: Lamp[] = [new Lamp()];
     function* states() { while (true) yield lamps[0]!.on(); }
     const all = states();
     console.log(all.next().value);`,
    `class Spot extends Lamp { on(): string { return 'spot'; } }
     lamps[0] = new Spot();
     console.log(all.next().value, all.next().value);`,
  ],
  output: ['lamp', 'spot spot'],
});

overridden({
  name: 'a method called by a method that was inlined, two levels up',
  cells: [
    `class Leaf { get(): int { return 1; } }
     class Node { constructor(readonly leaf: Leaf) {} sum(): int { return this.leaf.get() + 1; } }
     class Tree { constructor(readonly node: Node) {} all(): int { return this.node.sum() + 1; } }
     function total(t: Tree): int { return t.all(); }
     console.log(total(new Tree(new Node(new Leaf()))));`,
    `class Big extends Leaf { get(): int { return 100; } }
     console.log(total(new Tree(new Node(new Big()))), total(new Tree(new Node(new Leaf()))));`,
  ],
  output: ['3', '102 3'],
  direct: ['f.total', 'f.Leaf.get'],
});

overridden({
  name: 'a class of the library that a cell extends',
  cells: [
    `class Bad extends Error { code(): int { return 1; } }
     function code(e: Bad): int { return e.code(); }
     console.log(code(new Bad('x')));`,
    `class Worse extends Bad { code(): int { return 2; } }
     try { throw new Worse('y'); } catch (e) { if (e instanceof Bad) console.log(code(e), e.message); }`,
  ],
  output: ['1', '2 y'],
  direct: ['f.code', 'f.Bad.code'],
});

overridden({
  name: 'a generic class, and a class inside of a function',
  cells: [
    `class Cell<T> { constructor(public value: T) {} get(): T { return this.value; } }
     function read(c: Cell<int>): int { return c.get(); }
     console.log(read(new Cell<int>(7)));`,
    `function make(): Cell<int> {
       let calls: int = 0;
       class Counting extends Cell<int> { get(): int { calls++; return this.value * 10 + calls; } }
       return new Counting(4);
     }
     const made = make();
     console.log(read(made), read(made), read(new Cell<int>(8)));`,
  ],
  output: ['7', '41 42 8'],
});
