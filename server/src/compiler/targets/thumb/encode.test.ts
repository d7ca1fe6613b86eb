// Compares every form of the encoder with the GNU assembler, over random operands, in one run of it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type AsmOp, asmText, encode, encodeBl, formOf, forms } from './encode.ts';

/** A small generator, so that a failure can be repeated. */
function randomSource(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Random operands of a form, within its ranges. */
function randomOperands(op: AsmOp, random: (below: number) => number): number[] {
  return formOf(op).fields.map((field): number => {
    switch (field.kind) {
      case 'low':
        return random(8);
      case 'any':
      case 'split':
        // blx and bx of pc, and arithmetic on it, are not used: the assembler warns about them.
        return random(13);
      case 'unsigned':
        return (field.min + random((1 << field.bits) - field.min)) * field.scale;
      case 'count32':
        return 1 + random(32);
      case 'distance':
        return (random(1 << field.bits) - (1 << (field.bits - 1))) * 2;
      case 'list':
        return (1 + random(255)) | (field.extra < 0 ? 0 : random(2) << field.extra);
      default:
        throw new Error('unknown field');
    }
  });
}

const hasAssembler = spawnSync('arm-none-eabi-as', ['--version']).status === 0;

test('every form is encoded as the GNU assembler encodes it', { skip: !hasAssembler }, () => {
  const random = randomSource(20);
  const lines: string[] = ['.syntax unified', '.cpu cortex-m0plus', '.thumb', '.align 2'];
  const expected: { code: number; text: string }[] = [];
  for (const op of Object.keys(forms) as AsmOp[]) {
    for (let round = 0; round < 12; round++) {
      const operands = randomOperands(op, random);
      let text = asmText(op, operands);
      // The assembler picks the low-register encodings where both exist.
      if (op === 'cmpHi' && operands[0]! < 8 && operands[1]! < 8) continue;
      // Likewise the 8-bit immediate where source and destination are the same.
      if ((op === 'addsImm3' || op === 'subsImm3') && operands[0] === operands[1]) continue;
      // The base is in no list: what that means depends on its place.
      if ((op === 'stmia' || op === 'ldmia') && operands[1]! & (1 << operands[0]!)) continue;
      // It writes branches relative to the current place.
      if (/^b(..)?$/.test(op) && op !== 'bx') text = text.replace(/\.\+(-?\d+)/, '. + $1');
      lines.push(text);
      expected.push({ code: encode(op, ...operands), text });
    }
  }
  const dir = mkdtempSync(join(tmpdir(), 'encode-'));
  try {
    writeFileSync(join(dir, 'a.s'), `${lines.join('\n')}\n`);
    execFileSync('arm-none-eabi-as', ['-o', join(dir, 'a.o'), join(dir, 'a.s')]);
    execFileSync('arm-none-eabi-objcopy', ['-O', 'binary', join(dir, 'a.o'), join(dir, 'a.bin')]);
    const binary = readFileSync(join(dir, 'a.bin'));
    // Sections are padded to words.
    assert.equal(binary.length, (expected.length * 2 + 3) & ~3, 'one halfword an instruction');
    for (const [index, { code, text }] of expected.entries())
      assert.equal(code.toString(16), binary.readUInt16LE(index * 2).toString(16), text);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('bl is encoded as the GNU assembler encodes it', { skip: !hasAssembler }, () => {
  const random = randomSource(7);
  const distances = [-4, 0, 2, 4094, 4096, -4096, 0xfffffe, -0x1000000];
  for (let round = 0; round < 30; round++) distances.push((random(1 << 24) - (1 << 23)) * 2);
  const dir = mkdtempSync(join(tmpdir(), 'encode-'));
  try {
    // For the M3, since the assembler allows only the older 4 MB on the M0+; the encoding is the same.
    const lines = distances.map((distance) => `bl . + ${distance + 4}`);
    writeFileSync(join(dir, 'a.s'), `.syntax unified\n.cpu cortex-m3\n.thumb\n${lines.join('\n')}\n`);
    execFileSync('arm-none-eabi-as', ['-o', join(dir, 'a.o'), join(dir, 'a.s')]);
    execFileSync('arm-none-eabi-objcopy', ['-O', 'binary', join(dir, 'a.o'), join(dir, 'a.bin')]);
    const binary = readFileSync(join(dir, 'a.bin'));
    for (const [index, distance] of distances.entries()) {
      const halves = [binary.readUInt16LE(index * 4), binary.readUInt16LE(index * 4 + 2)];
      assert.deepEqual(encodeBl(distance), halves, `bl . + ${distance + 4}`);
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('operands out of range are refused', () => {
  assert.throws(() => encode('movsImm', 0, 256), /out of range/);
  assert.throws(() => encode('movsImm', 8, 0), /out of range/);
  assert.throws(() => encode('ldrImm', 0, 1, 126), /out of range/);
  assert.throws(() => encode('ldrImm', 0, 1, 128), /out of range/);
  assert.throws(() => encode('lslsImm', 0, 1, 0), /out of range/);
  assert.throws(() => encode('lsrsImm', 0, 1, 33), /out of range/);
  assert.throws(() => encode('beq', 256), /out of range/);
  assert.throws(() => encode('b', 3), /out of range/);
  assert.throws(() => encode('push', 0x100), /out of range/);
  assert.throws(() => encodeBl(1 << 24), /does not reach/);
  assert.equal(encode('beq', 254), 0xd07f);
  assert.equal(encode('b', -2048), 0xe400);
});
