// What the device view says of a board, and which parts of it are drawn again when something changes.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ConnectionState } from '../../connection/state.ts';
import { changesBetween, DeviceContent, type DeviceReading } from './device-content.ts';

const ready: ConnectionState = {
  kind: 'ready',
  board: { kind: 'virtual', address: 'pico', name: 'Virtual Pico', detail: 'emulated' },
  stream: 1,
  identity: { chip: 'rp2040', buildHash: '0123', clockHz: 125_000_000 },
  timers: 0,
};

const reading: DeviceReading = {
  memory: {
    code: { used: 812, size: 64 * 1024 },
    data: { used: 2500, size: 16 * 1024 },
    heap: { used: 24 * 1024, size: 128 * 1024 },
    stack: { size: 8192 },
  },
  variables: [
    { name: 'words', type: 'string[]', value: "[ 'sun' ]" },
    { name: 'n', type: 'int', value: '20' },
  ],
};

/** Lines of `label: description`, children indented. */
function linesOf(content: DeviceContent, id?: string, indent = ''): string[] {
  return content
    .children(id)
    .flatMap((node) => [
      `${indent}${node.label}: ${node.description}`,
      ...linesOf(content, node.id, `${indent}  `),
    ]);
}

describe('the device view', () => {
  test('shows board, memory and variables', () => {
    assert.deepEqual(linesOf(DeviceContent.of(ready, reading)), [
      'Virtual Pico: Ready',
      '  Processor: RP2040 at 125 MHz',
      '  Connection: emulated',
      '  Firmware: 0123',
      'Memory: 181 KB free',
      '  Code: 812 B of 64 KB used',
      '  Data: 2.4 KB of 16 KB used',
      '  Heap: 24 KB of 128 KB used',
      '  Stack: 8 KB',
      'Variables: 2',
      '  n: = 20',
      "  words: = [ 'sun' ]",
    ]);
  });

  test('is empty without a board, and has the board alone until it has been read', () => {
    assert.deepEqual(linesOf(DeviceContent.of({ kind: 'absent' }, reading)), []);
    assert.deepEqual(
      DeviceContent.of({ ...ready, timers: 2 }, undefined)
        .children()
        .map(({ id, description }) => [id, description]),
      [['board', '2 Timers']],
    );
  });

  test('draws again what has changed and nothing else', () => {
    const before = DeviceContent.of(ready, reading);
    const [words, n] = reading.variables;
    const after = (variables: DeviceReading['variables']) =>
      changesBetween(before, DeviceContent.of(ready, { ...reading, variables }));
    assert.deepEqual(after([{ ...n! }, words!]), []);
    assert.deepEqual(after([{ ...n!, value: '21' }, words!]), ['variables/n']);
    assert.deepEqual(after([n!]), ['variables']);
    assert.equal(changesBetween(before, DeviceContent.of(ready, undefined)), 'roots');
  });
});
