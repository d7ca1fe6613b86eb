// What instructions write: register a, and the flags.
import type { AsmItem } from './asm.ts';

type Ops = readonly AsmItem['op'][];

/** Instructions that compute register a from others, and set the flags by it. */
const computes: Ops = [
  'lslsImm',
  'lsrsImm',
  'asrsImm',
  'addsReg',
  'subsReg',
  'addsImm3',
  'subsImm3',
  'movsImm',
  'rsbs',
  'mvns',
];

/** Instructions that compute register a from what it holds, and set the flags by it. */
const updates: Ops = [
  'addsImm8',
  'subsImm8',
  'ands',
  'eors',
  'lslsReg',
  'lsrsReg',
  'asrsReg',
  'adcs',
  'sbcs',
  'rors',
  'orrs',
  'muls',
  'bics',
];

/** Instructions that give register a a value, and leave the flags alone. */
const loads: Ops = [
  'mov',
  'ldrLit',
  'literal',
  'ldrsbReg',
  'ldrReg',
  'ldrhReg',
  'ldrbReg',
  'ldrshReg',
  'ldrImm',
  'ldrbImm',
  'ldrhImm',
  'ldrSp',
  'addRdSp',
  'sxth',
  'sxtb',
  'uxth',
  'uxtb',
];

/** Instructions that set N and Z by their result in register a. */
export const setsFlags: ReadonlySet<AsmItem['op']> = new Set([...computes, ...updates]);

/** Instructions that leave the flags alone and write register a. */
export const keepsFlags: ReadonlySet<AsmItem['op']> = new Set([...loads, 'addHi']);

/** Instructions that write register a and do not read it. */
export const overwrites: ReadonlySet<AsmItem['op']> = new Set([...computes, ...loads]);
