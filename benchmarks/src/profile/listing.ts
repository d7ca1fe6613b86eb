// Disassembled code with the share of the cycles that each instruction took.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CycleProfile } from '@gnomon/boards/virtual';
import { tool } from '../suite/tool.ts';

/** An instruction, or a word of data between instructions. */
export interface Line {
  readonly address: number;
  readonly text: string;
}

/** A function whose cycles are counted. */
export interface Counted {
  readonly name: string;
  readonly begin: number;
  readonly end: number;
  readonly cycles: number;
}

/** Functions with less than this share of the cycles are not listed. */
const LEAST_SHARE = 0.01;

/** Ranges of code that took a share of all cycles worth looking at, the most expensive first. */
export function countFunctions<T extends Omit<Counted, 'cycles'>>(
  ranges: readonly T[],
  profile: CycleProfile,
  all: number,
): (T & Counted)[] {
  return ranges
    .map((range) => ({ ...range, cycles: profile.between(range.begin, range.end) }))
    .filter(({ cycles }) => cycles >= LEAST_SHARE * all)
    .sort((a, b) => b.cycles - a.cycles);
}

/** Disassembles Thumb code that lies at an address. */
export function disassemble(bytes: Uint8Array, address: number): Line[] {
  const folder = mkdtempSync(join(tmpdir(), 'gnomon-profile-'));
  try {
    const file = join(folder, 'code.bin');
    writeFileSync(file, bytes);
    const options = ['-D', '-b', 'binary', '-m', 'arm', '-M', 'force-thumb', '--no-show-raw-insn'];
    const text = tool('arm-none-eabi-objdump', [...options, `--adjust-vma=0x${address.toString(16)}`, file]);
    return withData(instructionsOf(text), bytes, address);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The instructions in a listing of objdump. */
export function instructionsOf(text: string): Line[] {
  return [...text.matchAll(/^\s*([0-9a-f]+):\t(.*)$/gm)].map(([, address, code]) => ({
    address: Number.parseInt(address!, 16),
    text: code!.replaceAll('\t', ' ').trim(),
  }));
}

/** The listing with the words that instructions load from it as data. */
function withData(lines: readonly Line[], bytes: Uint8Array, address: number): Line[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = new Map<number, string>();
  for (const line of lines) {
    const [, target] = /^ldr r\d+, \[pc, #\d+\].*\(0x([0-9a-f]+)\)/.exec(line.text) ?? [];
    const at = target === undefined ? -1 : Number.parseInt(target, 16) - address;
    if (at < 0 || at + 4 > bytes.length) continue;
    words.set(address + at, `.word 0x${view.getUint32(at, true).toString(16).padStart(8, '0')}`);
  }
  const isCode = (line: Line) => !words.has(line.address) && !words.has(line.address - 2);
  const data = [...words].map(([at, text]) => ({ address: at, text }));
  return [...lines.filter(isCode), ...data].sort((a, b) => a.address - b.address);
}

/** `12.3 %` of all cycles, nothing for none. */
export function share(cycles: number, all: number): string {
  return cycles === 0 ? ''.padStart(8) : `${((100 * cycles) / all).toFixed(2)} %`.padStart(8);
}

/** One line of a listing. */
export function listed({ address, text }: Line, profile: CycleProfile, all: number): string {
  return `${share(profile.at(address), all)}  ${address.toString(16).padStart(8, '0')}  ${text}`;
}
