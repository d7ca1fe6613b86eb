// What instructions write: register a, and the flags.
import type { AsmItem } from './asm.ts';

/** Instructions that set N and Z by their result in register a. */
export const setsFlags: ReadonlySet<AsmItem['op']> = new Set<AsmItem['op']>([
  'lslsImm',
  'lsrsImm',
  'asrsImm',
  'addsReg',
  'subsReg',
  'addsImm3',
  'subsImm3',
  'movsImm',
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
  'rsbs',
  'orrs',
  'muls',
  'bics',
  'mvns',
]);

/** Instructions that leave the flags alone and write register a. */
export const keepsFlags: ReadonlySet<AsmItem['op']> = new Set<AsmItem['op']>([
  'mov',
  'addHi',
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
]);

/** Instructions that compute what they write to register a from what it holds. */
const updates: ReadonlySet<AsmItem['op']> = new Set<AsmItem['op']>([
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
  'addHi',
]);

/** Instructions that write register a and do not read it. */
export const overwrites: ReadonlySet<AsmItem['op']> = new Set(
  [...setsFlags, ...keepsFlags].filter((op) => !updates.has(op)),
);
