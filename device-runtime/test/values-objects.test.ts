// Strings, arrays and output records, compared with JavaScript's values by random operations: once with the
// collector running when it must, and once at every allocation, with what is free overwritten.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OutputTag } from '../../server/src/compiler/abi/console.ts';
import { writeNumber } from '../../server/src/compiler/abi/numbers.ts';
import { ElementKind, elementSize, TrapKind } from '../../server/src/compiler/abi/objects.ts';
import { buildValuesProgram } from './values/build.ts';
import { type Answer, Machine, type Operand, randomFrom } from './values/machine.ts';

const word = (value: number): Operand => ({ word: value });

const builds = [
  { name: 'collecting when full', program: buildValuesProgram('machine') },
  { name: 'collecting always', program: buildValuesProgram('machine', 'GN_HEAP_STRESS') },
];

for (const { name, program } of builds) {
  test(`strings are JavaScript's, ${name}`, () => {
    const random = randomFrom(7);
    const machine = new Machine(program, 65536);
    const slots: string[] = [
      '',
      'a',
      'Zebra',
      'z\u00e9bre',
      'caf\u00e9\u00ff',
      '\u0100',
      'x\ud83d\ude00y',
      '\0',
    ];
    slots.forEach((text, slot) => {
      machine.do('s', [slot, { text }]);
    });
    const expectString = (text: string) => (answer: Answer) => assert.equal(answer.string(), text);
    const expectWord = (value: number) => (answer: Answer) => assert.equal(answer.word(), value);
    const some = () => random.below(slots.length);
    for (let i = 0; i < 6000; i++) {
      const [a, b] = [some(), some()];
      const [left, right] = [slots[a]!, slots[b]!];
      const to = slots.length < 60 ? slots.length : 8 + random.below(52);
      const from = random.below(left.length + 1);
      const end = from + random.below(left.length - from + 1);
      switch (random.below(10)) {
        case 0:
        case 1: {
          const text = left + right;
          if (text.length > 300) break;
          slots[to] = text;
          machine.do('+', [to, a, b], expectString(text));
          break;
        }
        case 8: {
          const [integer, unit] = [
            random.word() >> random.below(32),
            random.below(2) ? from : random.below(65536),
          ];
          const number = random.below(2) ? integer : (random.word() - 2 ** 31) / 8;
          const text = `${left}${integer}${String.fromCharCode(unit)}${number}${right}`;
          if (text.length > 300) break;
          slots[to] = text;
          machine.do('j', [to, a, word(integer), word(unit), { double: number }, b], expectString(text));
          break;
        }
        case 2:
          slots[to] = left.slice(from, end);
          machine.do('l', [to, a, word(from), word(end)], expectString(slots[to]));
          break;
        case 3:
          machine.do('=', [a, b], expectWord(left === right ? 1 : 0));
          break;
        case 4:
          machine.do('<', [a, b], expectWord(left < right ? -1 : left > right ? 1 : 0));
          break;
        case 5:
          machine.do(
            'f',
            [a, b, word(from)],
            expectWord(from > left.length ? -1 : left.indexOf(right, from)),
          );
          break;
        case 6:
          if (from < left.length) machine.do('u', [a, word(from)], expectWord(left.charCodeAt(from)));
          break;
        case 7: {
          const unit = random.below(2) ? random.below(300) : random.below(65536);
          slots[to] = String.fromCharCode(unit);
          machine.do('c', [to, word(unit)], expectString(slots[to]));
          break;
        }
        default:
          slots[to] = left + left.slice(from, end) + right;
          if (slots[to].length > 300) slots[to] = right;
          machine.do('s', [to, { text: slots[to] }]);
          machine.do('=', [to, to], expectWord(1));
      }
    }
    machine.run();
  });

  test(`arrays are JavaScript's, ${name}`, () => {
    const random = randomFrom(11);
    const machine = new Machine(program, 65536);
    for (const [kindName, kind] of Object.entries(ElementKind)) {
      const size = elementSize[kindName as ElementKind];
      const isRef = kindName === 'ref';
      // A model element is its bytes as hexadecimal text, or the string that it refers to.
      const zero = isRef ? '' : '00'.repeat(size);
      for (let i = 0; i < 20; i++) machine.do('s', [100 + i, { text: `text ${i}` }]);
      const slots: string[][] = [[], [], [], []];
      for (let slot = 0; slot < slots.length; slot++) machine.do('A', [slot, word(kind), word(0)]);
      for (let i = 0; i < 400; i++) {
        const slot = random.below(slots.length);
        const array = slots[slot]!;
        const from = random.below(array.length + 1);
        const length = random.below(array.length - from + 1);
        switch (random.below(9)) {
          case 7: {
            const count = random.below(4) ? random.below(40) - 5 : 1000;
            const least = count > 4 ? Math.min(count, 256) : 0;
            slots[slot] = [];
            machine.do('A', [slot, word(kind), word(0)]);
            machine.do('R', [slot, word(kind), word(count)], (answer) => {
              const room = answer.word();
              const isRight = least === 0 ? room === 0 : room >= least && room < least + 16;
              assert.ok(isRight, `${room} of ${kindName} for ${count}`);
            });
            // One that has a buffer grows when elements are added.
            if (least > 0)
              machine.do('R', [slot, word(kind), word(1000)], (answer) => assert.equal(answer.word(), 0));
            break;
          }
          case 0:
          case 1:
          case 2: {
            if (isRef) {
              const text = random.below(20);
              array.push(`text ${text}`);
              machine.do('P', [slot, word(kind), 100 + text]);
              break;
            }
            const bytes = Buffer.from(Array.from({ length: size }, () => random.below(256)));
            array.push(bytes.toString('hex'));
            machine.do('P', [slot, word(kind), { bytes }]);
            break;
          }
          case 3: {
            const to = random.below(2) ? random.below(40) : from;
            machine.do('L', [slot, word(kind), word(to)]);
            while (array.length < to) array.push(zero);
            array.length = to;
            break;
          }
          case 4: {
            const to = random.below(slots.length);
            const wide = random.below(4) === 0;
            slots[to] = array.slice(wide ? 0 : from, wide ? array.length : from + length);
            machine.do('C', [
              to,
              slot,
              word(kind),
              word(wide ? -5 : from),
              word(wide ? 1000 : from + length),
            ]);
            break;
          }
          case 5: {
            const to = random.below(array.length - length + 1);
            array.copyWithin(to, from, from + length);
            machine.do('M', [slot, word(kind), word(to), word(from), word(length)]);
            break;
          }
          case 6: {
            const count = random.below(30);
            slots[slot] = Array.from({ length: count }, () => zero);
            machine.do('A', [slot, word(kind), word(count)]);
            break;
          }
          default: {
            const expected = [...array];
            machine.do('E', [slot, word(kind)], (answer) => {
              const count = answer.word();
              const element = (): string => {
                if (!isRef) return answer.take(size).toString('hex');
                return answer.word() ? answer.string() : '';
              };
              assert.deepEqual(Array.from({ length: count }, element), expected, kindName);
            });
          }
        }
      }
    }
    machine.run();
  });

  test(`output records carry values as they are, ${name}`, () => {
    const machine = new Machine(program);
    const u32 = (value: number): Buffer => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(value);
      return bytes;
    };
    const held = (value: number): Buffer => {
      const bytes = Buffer.alloc(8);
      writeNumber(new DataView(bytes.buffer, bytes.byteOffset), 0, value);
      return bytes;
    };
    const f32 = (value: number): Buffer => {
      const bytes = Buffer.alloc(4);
      bytes.writeFloatLE(value);
      return bytes;
    };
    const tag = (name: keyof typeof OutputTag): Buffer => Buffer.of(OutputTag[name]);
    const type = (text: string): Operand => ({ bytes: Buffer.from(text) });
    const descriptor = (...bytes: number[]): Operand[] => [
      word(bytes.length),
      { bytes: Uint8Array.from(bytes) },
    ];
    const expectRecord = (...parts: Buffer[]) => {
      const record = Buffer.concat(parts);
      return (answer: Answer): void => {
        assert.equal(answer.word(), record.length);
        assert.deepEqual(answer.take(record.length), record);
      };
    };
    const [s, open, brace] = [0x73, 0x5b, 0x7b];
    const latin = `h\u00e9llo ${'.'.repeat(300)}`;
    const wide = 'w\u0100';
    const long = 'l'.repeat(20000);
    const latinBytes = Buffer.concat([
      tag('string8'),
      u32(latin.length),
      u32(latin.length),
      Buffer.from(latin, 'latin1'),
    ]);
    const wideBytes = Buffer.concat([tag('string16'), u32(2), u32(2), Buffer.from(wide, 'utf16le')]);
    const longBytes = Buffer.concat([
      tag('string8'),
      u32(20000),
      u32(10000),
      Buffer.from(long.slice(0, 10000)),
    ]);
    machine.do('s', [0, { text: latin }]);
    machine.do('s', [1, { text: wide }]);
    machine.do('s', [2, { text: long }]);
    machine.do('A', [3, word(ElementKind.ref), word(1)]);
    for (const slot of [0, 1, 2]) machine.do('P', [3, word(ElementKind.ref), slot]);
    machine.do('A', [4, word(ElementKind.ref), word(0)]);
    for (let i = 0; i < 105; i++) machine.do('P', [4, word(ElementKind.ref), 3]);
    machine.do('A', [5, word(ElementKind.i16), word(200)]);
    machine.do('A', [6, word(ElementKind.f64), word(0)]);
    machine.do('o', [word(0), word(0)], expectRecord(Buffer.of(0)));
    machine.do(
      'o',
      [
        ...[word(1), word(10), type('i'), word(-5), type('u'), word(-5), type('f'), { double: 1.1 }],
        ...[type('d'), { double: 1.1 }, type('b'), word(2), type('b'), word(0), type('-'), type('0')],
        ...[type('F'), word(0x20001235), type('v'), ...descriptor(s), 99],
      ],
      expectRecord(
        ...[Buffer.of(1), tag('i32'), u32(0xfffffffb), tag('u32'), u32(0xfffffffb), tag('f32'), f32(1.1)],
        ...[tag('number'), held(1.1), tag('true'), tag('false'), tag('undefined'), tag('null')],
        ...[tag('function'), u32(0x20001235), tag('null')],
      ),
    );
    machine.do(
      'o',
      [word(3), word(3), ...[0, 1, 2].flatMap((slot) => [type('v'), ...descriptor(s), slot])],
      expectRecord(
        Buffer.of(3),
        latinBytes,
        wideBytes,
        tag('string8'),
        u32(20000),
        u32(20000),
        Buffer.from(long),
      ),
    );
    const strings = [
      tag('array'),
      Buffer.of(ElementKind.ref),
      u32(4),
      u32(4),
      tag('null'),
      latinBytes,
      wideBytes,
      longBytes,
    ];
    machine.do(
      'o',
      [word(0), word(1), type('v'), ...descriptor(open, ElementKind.ref, s), 3],
      expectRecord(Buffer.of(0), ...strings),
    );
    machine.do(
      'o',
      [word(0), word(1), type('v'), ...descriptor(open, ElementKind.ref, open, ElementKind.ref, s), 4],
      expectRecord(
        ...[Buffer.of(0), tag('array'), Buffer.of(ElementKind.ref), u32(105), u32(100)],
        ...Array.from({ length: 100 }, () => strings).flat(),
      ),
    );
    machine.do(
      'o',
      [
        ...[word(2), word(2), type('v'), ...descriptor(brace, ElementKind.i16), 5],
        ...[type('v'), ...descriptor(open, ElementKind.f64), 6],
      ],
      expectRecord(
        ...[
          Buffer.of(2),
          tag('typedArray'),
          Buffer.of(ElementKind.i16),
          u32(200),
          u32(100),
          Buffer.alloc(200),
        ],
        ...[tag('array'), Buffer.of(ElementKind.f64), u32(0), u32(0)],
      ),
    );
    machine.run();
  });
}

test('a length that can be no length is refused, and what does not fit leaves all as it was', () => {
  const machine = new Machine(builds[0]!.program, 16384);
  const refuse = (kind: keyof typeof TrapKind, a: number) => ({
    fail: () => assert.fail('did not trap'),
    trap: (trap: { kind: number; a: number }) => assert.deepEqual([trap.kind, trap.a], [TrapKind[kind], a]),
  });
  const negative = refuse('badLength', -1);
  machine.do('A', [0, word(ElementKind.f64), word(-1)], negative.fail, negative.trap);
  machine.do('A', [0, word(ElementKind.u8), word(5)]);
  machine.do('L', [0, word(ElementKind.u8), word(-1)], negative.fail, negative.trap);
  for (const [count, bytes] of [
    [4000, 32004],
    [0x7fffffff, 0x7ffffff4],
    [0x20000000, 0x7ffffff4],
  ] as const) {
    const full = refuse('outOfMemory', bytes);
    machine.do('A', [1, word(ElementKind.f64), word(count)], full.fail, full.trap);
    machine.do('L', [0, word(ElementKind.f64), word(count)], full.fail, full.trap);
  }
  machine.do('E', [0, word(ElementKind.u8)], (answer) => {
    assert.equal(answer.word(), 5);
    assert.equal(answer.take(5).toString('hex'), '0000000000');
  });
  // A string doubled until it is too long; then the heap still serves smaller ones.
  machine.do('s', [2, { text: 'abcdefgh' }]);
  let traps = 0;
  for (let i = 0; i < 20; i++) {
    machine.do(
      '+',
      [2, 2, 2],
      (answer) => assert.equal(answer.string(), 'abcdefgh'.repeat(2 << i)),
      (trap) => {
        assert.equal(trap.kind, TrapKind.outOfMemory);
        traps++;
      },
    );
  }
  machine.do('X', [2]);
  machine.do('A', [3, word(ElementKind.f64), word(600)]);
  machine.do('E', [3, word(ElementKind.f64)], (answer) => {
    assert.equal(answer.word(), 600);
    assert.deepEqual(answer.take(600 * 8), Buffer.alloc(600 * 8));
  });
  machine.run();
  assert.ok(traps > 5);
});
