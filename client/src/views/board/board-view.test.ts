// The board's drawing and what its pins say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pico } from '@gnomon/boards/pico';
import { drawBoard } from './drawing.ts';
import { describeState, pinState } from './pin-state.ts';

test('every pin of the header is drawn once, with its number and name, and the LED', () => {
  const drawing = drawBoard(pico);
  const numbers = [...drawing.matchAll(/class="number"[^>]*>(\d+)</g)].map(([, number]) => Number(number));
  assert.deepEqual(
    numbers.sort((a, b) => a - b),
    Array.from({ length: 40 }, (_, i) => i + 1),
  );
  const gpios = [...drawing.matchAll(/data-gpio="(\d+)"/g)].map(([, gpio]) => Number(gpio));
  const shown = pico.pins.filter(({ header, gpio }) => header !== undefined || gpio === pico.led);
  assert.deepEqual(
    gpios.sort((a, b) => a - b),
    shown.map(({ gpio }) => gpio),
  );
  assert.match(drawing, /data-name="GP15, pin 20"/);
  assert.match(drawing, /data-name="LED \(GP25\)"/);
});

test('an output has the level that it drives, an input the level at the pin', () => {
  const levels = { input: 0b0001, output: 0b0110, outputEnable: 0b1010 };
  const said = [0, 1, 2, 3].map((gpio) => describeState(pinState(levels, gpio)));
  assert.deepEqual(said, ['input, high', 'output, high', 'input, low', 'output, low']);
  const last = { input: 0x80000000, output: 0, outputEnable: 0 };
  assert.deepEqual(pinState(last, 31), { direction: 'input', level: 1 });
});
