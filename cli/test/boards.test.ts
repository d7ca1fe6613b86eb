// gnomon boards, flash and virtual, without any hardware: what is found, what is said if nothing is.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { firmwareImage } from '../src/assets.ts';
import { gnomon, scratchFolder, start } from './gnomon.ts';

const file = scratchFolder();

describe('gnomon without hardware', { concurrency: 2 }, () => {
  test('boards lists the virtual board, also where no tools are installed', async () => {
    const { code, stdout, stderr } = await gnomon(['boards'], '', { PATH: '' });
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^virtual +Raspberry Pi Pico \(RP2040\), emulated in this process\n/);
  });

  test('flash copies the image onto a boot drive, and says what to do if no board appears', async () => {
    const drive = file('drive');
    mkdirSync(drive);
    writeFileSync(join(drive, 'INFO_UF2.TXT'), 'UF2 Bootloader v3.0\r\nBoard-ID: RPI-RP2\r\n');
    const { code, stdout, stderr } = await gnomon(['flash', '--drive', drive, '--timeout', '0']);
    assert.deepEqual(
      new Uint8Array(readFileSync(join(drive, 'GNOMON.UF2'))),
      new Uint8Array(firmwareImage()),
    );
    assert.match(stdout, /^Writing \d+ KB of firmware to .*drive\n$/);
    assert.equal(code, 1);
    assert.match(stderr, /the image was written, but no new serial port appeared\. Unplug the board/);
  });

  test('flash says the next step on every failure', async () => {
    const failures: [string[], RegExp][] = [
      [['flash', '--drive', file('none')], /is not the boot drive of a Pico.*Hold BOOTSEL/],
      [['flash', '--board', file('no-port')], /there is no such port; is the board plugged in\?/],
      [['run', '--board', file('no-port'), '-'], /there is no such port; is the board plugged in\?/],
    ];
    for (const [args, expected] of failures) {
      const { code, stderr } = await gnomon(args);
      assert.equal(code, 1, args.join(' '));
      assert.match(stderr, expected);
    }
    assert.equal((await gnomon(['flash', '--timeout', 'soon'])).code, 2);
  });

  test('virtual --pty is a serial port that run can use', {
    skip: process.platform === 'win32',
  }, async () => {
    const board = start(['virtual', '--pty']);
    await board.until(/^\/dev\/.*\n/);
    const port = board.stdout.trim();
    for (const expected of ['3\n', '4\n']) {
      const program = `console.log(${expected.trim()});`;
      const { code, stdout, stderr } = await gnomon(['run', '--board', port, '-'], program);
      assert.deepEqual([code, stdout, stderr], [0, expected, '']);
    }
    board.child.kill('SIGINT');
    assert.equal((await board.ended).code, 0);
  });
});
