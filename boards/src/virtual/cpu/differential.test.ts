// The instruction set against an independent implementation: QEMU's Cortex-M0 runs the same random instructions from
// the same registers, flags and memory, and must end with the same ones.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { BareCore } from '../bare-core.ts';

const CASES = 150;
const INSTRUCTIONS = 40;
const RAM = 0x20000000;
/** The BBC micro:bit's 16 KiB of RAM: inputs at the bottom, results below this address, downwards. */
const RESULTS_TOP = RAM + 0x3f00;
const RESULT_WORDS = 9;
const CODE_ON_BARE_CORE = 0x10000000;

const hasQemu = spawnSync('qemu-system-arm', ['--version']).status === 0;

/** A small generator, so that a failure can be repeated. */
function randomizer(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const EDGES = [0, 1, 2, 31, 32, 33, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0x7fffffff, 0x80000000, 0xffffffff];

/** Random instructions on r0 to r6; r7 points to memory and stays. */
function randomInstruction(random: (below: number) => number): number[] {
  const r = (): number => random(7);
  const imm8 = (): number => random(256);
  switch (random(20)) {
    case 0:
    case 1:
    case 2:
      return [(random(3) << 11) | (random(32) << 6) | (r() << 3) | r()]; // shifts by an immediate
    case 3:
    case 4:
      return [0x1800 | (random(4) << 9) | (r() << 6) | (r() << 3) | r()]; // ADDS, SUBS of registers, #imm3
    case 5:
    case 6:
      return [0x2000 | (random(4) << 11) | (r() << 8) | imm8()]; // MOVS, CMP, ADDS, SUBS with #imm8
    case 7:
    case 8:
    case 9:
    case 10:
    case 11:
      return [0x4000 | (random(16) << 6) | (r() << 3) | r()]; // the sixteen data-processing operations
    case 12: {
      // Shifts by a register with a small amount, which random registers seldom hold.
      const amount = r();
      return [
        0x2000 | (amount << 8) | random(70),
        0x4000 | ([2, 3, 4, 7][random(4)]! << 6) | (amount << 3) | r(),
      ];
    }
    case 13:
      return [0x4400 | (random(3) << 8) | (r() << 3) | r()]; // ADD, CMP, MOV of "high" registers
    case 14: {
      const high = 8 + random(4); // through r8 to r11: MOV high, low; ADD low, high; CMP low, high
      return [
        0x4680 | (high & 7) | (r() << 3),
        0x4440 | ((high & 7) << 3) | r(),
        0x4540 | ((high & 7) << 3) | r(),
      ];
    }
    case 15:
      return [0xb200 | (random(4) << 6) | (r() << 3) | r()]; // sign and zero extension
    case 16:
      return [0xba00 | ([0, 1, 3][random(3)]! << 6) | (r() << 3) | r()]; // byte reversals
    case 17:
      return [0xd000 | (random(14) << 8), 0x3000 | (r() << 8) | imm8(), 0x2800 | (r() << 8) | imm8()]; // Bcc over ADDS
    case 18: {
      // Loads and stores of all sizes with an immediate offset from r7.
      const kind = [0x6000, 0x6800, 0x7000, 0x7800, 0x8000, 0x8800][random(6)]!;
      return [kind | (random(32) << 6) | (7 << 3) | r()];
    }
    default: {
      // The same with a register offset, aligned to a word.
      const index = r();
      return [
        0x2000 | (index << 8) | (random(30) * 4),
        0x5000 | (random(8) << 9) | (index << 6) | (7 << 3) | r(),
      ];
    }
  }
}

test('random instructions do what they do on QEMU', { skip: hasQemu ? false : 'no qemu-system-arm' }, () => {
  const seed = 20_260;
  const random = randomizer(seed);
  const inputs = new Uint32Array(CASES * 8).map(() =>
    random(2) ? EDGES[random(EDGES.length)]! : random(0x100000000),
  );
  const code: number[] = [];
  for (let i = 0; i < CASES; i++) {
    const pointer = RAM + 32 * i;
    code.push(
      0x4f00, // ldr r7, [pc, #0]: the pointer, around which the next branches
      0xe001,
      pointer & 0xffff,
      pointer >>> 16,
      0x69fe, // ldr r6, [r7, #28]
      0xf386,
      0x8800, // msr apsr, r6
      0xcf7f, // ldmia r7!, {r0-r6}
    );
    const length = code.length;
    for (let k = 0; k < INSTRUCTIONS; k++) code.push(...randomInstruction(random));
    if ((code.length - length) % 2 !== 0) code.push(0xbf00); // keeps the pointers aligned
    code.push(0xb4ff, 0xf3ef, 0x8000, 0xb401); // push {r0-r7}; mrs r0, apsr; push {r0}
  }

  const expected = onQemu(code, inputs);
  const actual = onBareCore(code, inputs);
  for (let i = 0; i < CASES; i++) {
    const at = (CASES - 1 - i) * RESULT_WORDS;
    const names = ['apsr', 'r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'];
    const show = (words: Uint32Array): string =>
      names
        .map((name, k) => `${name}=${(words[at + k]! & (k === 0 ? 0xf0000000 : -1)).toString(16)}`)
        .join(' ');
    assert.equal(show(actual), show(expected), `case ${i} of seed ${seed}`);
  }
});

function resultsAddress(): number {
  return RESULTS_TOP - 4 * RESULT_WORDS * CASES;
}

function onBareCore(code: readonly number[], inputs: Uint32Array): Uint32Array {
  const core = new BareCore();
  core.load(RAM, new Uint8Array(inputs.slice().buffer));
  // push {lr}-like ends are not needed: lr is never touched, so a plain return ends the run.
  core.load(CODE_ON_BARE_CORE, new Uint8Array(Uint16Array.from([...code, 0x4770]).buffer));
  core.call(CODE_ON_BARE_CORE, [], { stack: RESULTS_TOP });
  return new Uint32Array(core.read(resultsAddress(), 4 * RESULT_WORDS * CASES).buffer);
}

function onQemu(code: readonly number[], inputs: Uint32Array): Uint32Array {
  const folder = mkdtempSync(join(tmpdir(), 'gnomon-qemu-'));
  try {
    const at = (name: string): string => join(folder, name);
    const shorts = code.map((halfword) => `.short ${halfword}`).join('\n');
    const words = [...inputs].map((word) => `.word ${word}`).join('\n');
    // After the code: open ":tt" for writing, write the results to it, exit (semihosting).
    writeFileSync(
      at('a.s'),
      `.syntax unified
.cpu cortex-m0
.thumb
.section .text
.word ${RESULTS_TOP}, start + 1
.balign 4
start:
${shorts}
ldr r0, =1
ldr r1, =open
bkpt 0xab
ldr r1, =write
str r0, [r1]
ldr r0, =5
bkpt 0xab
ldr r0, =0x18
ldr r1, =0x20026
bkpt 0xab
.ltorg
name: .asciz ":tt"
.balign 4
open: .word name, 5, 3
.section .data
${words}
.space 256 @ the last case stores there
write: .word 0, ${resultsAddress()}, ${4 * RESULT_WORDS * CASES}
`,
    );
    writeFileSync(at('a.ld'), 'SECTIONS { .text 0 : { *(.text) } .data 0x20000000 : { *(.data) } }');
    execFileSync('arm-none-eabi-as', ['-o', at('a.o'), at('a.s')]);
    execFileSync('arm-none-eabi-ld', ['-T', at('a.ld'), '-o', at('a.elf'), at('a.o')]);
    const output = execFileSync(
      'qemu-system-arm',
      [
        ...['-M', 'microbit', '-display', 'none', '-serial', 'none', '-monitor', 'none'],
        ...['-semihosting-config', 'enable=on,target=native', '-kernel', at('a.elf')],
      ],
      { timeout: 20_000 },
    );
    assert.equal(output.length, 4 * RESULT_WORDS * CASES, 'QEMU ran to the end');
    return new Uint32Array(new Uint8Array(output).buffer);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
