// The ARMv6-M (Thumb) instruction encodings that this target uses, as one table: for each instruction form its
// assembler text, its fixed bits and where its operands go. After the ARMv6-M Architecture Reference Manual,
// DDI 0419, chapter A6.

/** Where an operand is encoded, and which values it may take. */
type Field =
  /** A low register, r0..r7, in three bits. */
  | { readonly kind: 'low'; readonly shift: number }
  /** Any register, in four bits. */
  | { readonly kind: 'any'; readonly shift: number }
  /** Any register, bit 3 of it in bit 7, the rest in bits 0..2. */
  | { readonly kind: 'split' }
  /** An unsigned number from `min` in steps of `scale`. */
  | {
      readonly kind: 'unsigned';
      readonly shift: number;
      readonly bits: number;
      readonly scale: number;
      readonly min: number;
    }
  /** A shift count 1..32, where 32 is encoded as 0. */
  | { readonly kind: 'count32' }
  /** A signed byte distance from the instruction's address + 4, in steps of 2. */
  | { readonly kind: 'distance'; readonly bits: number }
  /** A set of low registers as a bit mask; `extra` (lr or pc, -1 for none) may be in it and goes to bit 8. */
  | { readonly kind: 'list'; readonly extra: number };

interface Form {
  /** Assembler syntax; `%N` stands for operand N. */
  readonly text: string;
  readonly bits: number;
  readonly fields: readonly Field[];
}

const low = (shift: number): Field => ({ kind: 'low', shift });
const any = (shift: number): Field => ({ kind: 'any', shift });
const unsigned = (shift: number, bits: number, scale = 1, min = 0): Field => ({
  kind: 'unsigned',
  shift,
  bits,
  scale,
  min,
});

const threeLow = [low(0), low(3), low(6)];
/** Data processing on two registers, the first of them also the destination. */
const twoLow = [low(0), low(3)];
/** Transfer of a low register at base + scaled offset. */
const offset5 = (scale: number): Field[] => [low(0), low(3), unsigned(6, 5, scale)];
const imm8: Field[] = [low(8), unsigned(0, 8)];
const wordAt8: Field[] = [low(8), unsigned(0, 8, 4)];
const form = (text: string, bits: number, fields: readonly Field[]): Form => ({ text, bits, fields });

export const forms = {
  lslsImm: form('lsls %0, %1, #%2', 0x0000, [low(0), low(3), unsigned(6, 5, 1, 1)]),
  lsrsImm: form('lsrs %0, %1, #%2', 0x0800, [low(0), low(3), { kind: 'count32' }]),
  asrsImm: form('asrs %0, %1, #%2', 0x1000, [low(0), low(3), { kind: 'count32' }]),
  addsReg: form('adds %0, %1, %2', 0x1800, threeLow),
  subsReg: form('subs %0, %1, %2', 0x1a00, threeLow),
  addsImm3: form('adds %0, %1, #%2', 0x1c00, [low(0), low(3), unsigned(6, 3)]),
  subsImm3: form('subs %0, %1, #%2', 0x1e00, [low(0), low(3), unsigned(6, 3)]),
  movsImm: form('movs %0, #%1', 0x2000, imm8),
  cmpImm: form('cmp %0, #%1', 0x2800, imm8),
  addsImm8: form('adds %0, #%1', 0x3000, imm8),
  subsImm8: form('subs %0, #%1', 0x3800, imm8),

  ands: form('ands %0, %1', 0x4000, twoLow),
  eors: form('eors %0, %1', 0x4040, twoLow),
  lslsReg: form('lsls %0, %1', 0x4080, twoLow),
  lsrsReg: form('lsrs %0, %1', 0x40c0, twoLow),
  asrsReg: form('asrs %0, %1', 0x4100, twoLow),
  adcs: form('adcs %0, %1', 0x4140, twoLow),
  sbcs: form('sbcs %0, %1', 0x4180, twoLow),
  rors: form('rors %0, %1', 0x41c0, twoLow),
  tst: form('tst %0, %1', 0x4200, twoLow),
  rsbs: form('rsbs %0, %1, #0', 0x4240, twoLow),
  cmpReg: form('cmp %0, %1', 0x4280, twoLow),
  cmn: form('cmn %0, %1', 0x42c0, twoLow),
  orrs: form('orrs %0, %1', 0x4300, twoLow),
  muls: form('muls %0, %1, %0', 0x4340, twoLow),
  bics: form('bics %0, %1', 0x4380, twoLow),
  mvns: form('mvns %0, %1', 0x43c0, twoLow),

  /** These three leave the flags alone (cmpHi sets them) and take high registers too. */
  addHi: form('add %0, %1', 0x4400, [{ kind: 'split' }, any(3)]),
  cmpHi: form('cmp %0, %1', 0x4500, [{ kind: 'split' }, any(3)]),
  mov: form('mov %0, %1', 0x4600, [{ kind: 'split' }, any(3)]),
  bx: form('bx %0', 0x4700, [any(3)]),
  blx: form('blx %0', 0x4780, [any(3)]),

  /** Operand 1 is the distance from the instruction's address + 4, rounded down to a word. */
  ldrLit: form('ldr %0, [pc, #%1]', 0x4800, wordAt8),
  strReg: form('str %0, [%1, %2]', 0x5000, threeLow),
  strhReg: form('strh %0, [%1, %2]', 0x5200, threeLow),
  strbReg: form('strb %0, [%1, %2]', 0x5400, threeLow),
  ldrsbReg: form('ldrsb %0, [%1, %2]', 0x5600, threeLow),
  ldrReg: form('ldr %0, [%1, %2]', 0x5800, threeLow),
  ldrhReg: form('ldrh %0, [%1, %2]', 0x5a00, threeLow),
  ldrbReg: form('ldrb %0, [%1, %2]', 0x5c00, threeLow),
  ldrshReg: form('ldrsh %0, [%1, %2]', 0x5e00, threeLow),
  strImm: form('str %0, [%1, #%2]', 0x6000, offset5(4)),
  ldrImm: form('ldr %0, [%1, #%2]', 0x6800, offset5(4)),
  strbImm: form('strb %0, [%1, #%2]', 0x7000, offset5(1)),
  ldrbImm: form('ldrb %0, [%1, #%2]', 0x7800, offset5(1)),
  strhImm: form('strh %0, [%1, #%2]', 0x8000, offset5(2)),
  ldrhImm: form('ldrh %0, [%1, #%2]', 0x8800, offset5(2)),
  /** The base register moves on behind the list (and is in no load's list here). */
  stmia: form('stmia %0!, %1', 0xc000, [low(8), { kind: 'list', extra: -1 }]),
  ldmia: form('ldmia %0!, %1', 0xc800, [low(8), { kind: 'list', extra: -1 }]),
  strSp: form('str %0, [sp, #%1]', 0x9000, wordAt8),
  ldrSp: form('ldr %0, [sp, #%1]', 0x9800, wordAt8),
  addRdSp: form('add %0, sp, #%1', 0xa800, wordAt8),
  incSp: form('add sp, #%0', 0xb000, [unsigned(0, 7, 4)]),
  decSp: form('sub sp, #%0', 0xb080, [unsigned(0, 7, 4)]),
  sxth: form('sxth %0, %1', 0xb200, twoLow),
  sxtb: form('sxtb %0, %1', 0xb240, twoLow),
  uxth: form('uxth %0, %1', 0xb280, twoLow),
  uxtb: form('uxtb %0, %1', 0xb2c0, twoLow),
  push: form('push %0', 0xb400, [{ kind: 'list', extra: 14 }]),
  pop: form('pop %0', 0xbc00, [{ kind: 'list', extra: 15 }]),
  /** The encoding that assemblers use for ARMv6-M: mov r8, r8. */
  nop: form('nop', 0x46c0, []),
  udf: form('udf #%0', 0xde00, [unsigned(0, 8)]),

  beq: form('beq %0', 0xd000, [{ kind: 'distance', bits: 8 }]),
  bne: form('bne %0', 0xd100, [{ kind: 'distance', bits: 8 }]),
  bhs: form('bhs %0', 0xd200, [{ kind: 'distance', bits: 8 }]),
  blo: form('blo %0', 0xd300, [{ kind: 'distance', bits: 8 }]),
  bmi: form('bmi %0', 0xd400, [{ kind: 'distance', bits: 8 }]),
  bpl: form('bpl %0', 0xd500, [{ kind: 'distance', bits: 8 }]),
  bvs: form('bvs %0', 0xd600, [{ kind: 'distance', bits: 8 }]),
  bvc: form('bvc %0', 0xd700, [{ kind: 'distance', bits: 8 }]),
  bhi: form('bhi %0', 0xd800, [{ kind: 'distance', bits: 8 }]),
  bls: form('bls %0', 0xd900, [{ kind: 'distance', bits: 8 }]),
  bge: form('bge %0', 0xda00, [{ kind: 'distance', bits: 8 }]),
  blt: form('blt %0', 0xdb00, [{ kind: 'distance', bits: 8 }]),
  bgt: form('bgt %0', 0xdc00, [{ kind: 'distance', bits: 8 }]),
  ble: form('ble %0', 0xdd00, [{ kind: 'distance', bits: 8 }]),
  b: form('b %0', 0xe000, [{ kind: 'distance', bits: 11 }]),
} as const satisfies Record<string, Form>;

/** The name of an instruction form. */
export type AsmOp = keyof typeof forms;

/** Looks a form up with the table's general type. */
export function formOf(op: AsmOp): Form {
  return forms[op];
}

/** Flag conditions, as in `b<cond>`. */
export type Condition =
  | 'eq'
  | 'ne'
  | 'hs'
  | 'lo'
  | 'mi'
  | 'pl'
  | 'vs'
  | 'vc'
  | 'hi'
  | 'ls'
  | 'ge'
  | 'lt'
  | 'gt'
  | 'le';

/** The condition that holds when the given one does not. */
export const inverse: Record<Condition, Condition> = {
  eq: 'ne',
  ne: 'eq',
  hs: 'lo',
  lo: 'hs',
  mi: 'pl',
  pl: 'mi',
  vs: 'vc',
  vc: 'vs',
  hi: 'ls',
  ls: 'hi',
  ge: 'lt',
  lt: 'ge',
  gt: 'le',
  le: 'gt',
};

function outOfRange(op: AsmOp, value: number): never {
  throw new Error(`thumb: operand ${value} of ${op} (${formOf(op).text}) is out of range`);
}

function fieldBits(op: AsmOp, field: Field, value: number): number {
  if (!Number.isInteger(value)) outOfRange(op, value);
  switch (field.kind) {
    case 'low':
      if (value < 0 || value >= 8) outOfRange(op, value);
      return value << field.shift;
    case 'any':
      if (value < 0 || value >= 16) outOfRange(op, value);
      return value << field.shift;
    case 'split':
      if (value < 0 || value >= 16) outOfRange(op, value);
      return ((value & 8) << 4) | (value & 7);
    case 'unsigned':
      if (value < field.min || value % field.scale !== 0 || value / field.scale >= 1 << field.bits)
        outOfRange(op, value);
      return (value / field.scale) << field.shift;
    case 'count32':
      if (value < 1 || value > 32) outOfRange(op, value);
      return (value & 31) << 6;
    case 'distance': {
      const limit = 1 << field.bits;
      if ((value & 1) !== 0 || value < -limit || value >= limit) outOfRange(op, value);
      return (value >> 1) & (limit - 1);
    }
    case 'list': {
      const extra = field.extra < 0 ? 0 : 1 << field.extra;
      const rest = value & ~extra;
      if (value <= 0 || rest >= 256) outOfRange(op, value);
      return rest | (value & extra ? 0x100 : 0);
    }
  }
}

/**
 * Encodes one 16-bit instruction. Distances of branches count from the instruction's address + 4, in bytes.
 * Throws if an operand does not fit its field.
 */
export function encode(op: AsmOp, a = 0, b = 0, c = 0): number {
  const { bits, fields } = formOf(op);
  let code = bits;
  const count = fields.length;
  if (count > 0) code |= fieldBits(op, fields[0]!, a);
  if (count > 1) code |= fieldBits(op, fields[1]!, b);
  if (count > 2) code |= fieldBits(op, fields[2]!, c);
  return code;
}

/** Whether a branch form (`b` or `b<cond>`) reaches a distance in bytes from its address + 4. */
export function reaches(op: AsmOp, distance: number): boolean {
  const limit = op === 'b' ? 2048 : 256;
  return distance >= -limit && distance < limit;
}

/** The two halfwords of `bl` to a distance in bytes from its address + 4; reaches 16 MB either way. */
export function encodeBl(distance: number): [number, number] {
  if ((distance & 1) !== 0 || distance < -(1 << 24) || distance >= 1 << 24)
    throw new Error(`thumb: bl does not reach distance ${distance}`);
  const sign = distance < 0 ? 1 : 0;
  const j1 = ((distance >> 23) & 1) ^ sign ^ 1;
  const j2 = ((distance >> 22) & 1) ^ sign ^ 1;
  const first = 0xf000 | (sign << 10) | ((distance >> 12) & 0x3ff);
  const second = 0xd000 | (j1 << 13) | (j2 << 11) | ((distance >> 1) & 0x7ff);
  return [first, second];
}

const registerNames = [
  'r0',
  'r1',
  'r2',
  'r3',
  'r4',
  'r5',
  'r6',
  'r7',
  'r8',
  'r9',
  'r10',
  'r11',
  'r12',
  'sp',
  'lr',
  'pc',
];

/** The name of a register, r0 to r12, sp, lr, pc. */
export function registerName(register: number): string {
  return registerNames[register] ?? `r?${register}`;
}

/** The registers of a bit mask as the assembler writes them: `{r4, r5, lr}`. */
export function registerList(mask: number): string {
  const names = registerNames.filter((_, register) => mask & (1 << register));
  return `{${names.join(', ')}}`;
}

/** The assembler text of an instruction; `target` replaces the distance of a branch. */
export function asmText(op: AsmOp, operands: readonly number[], target?: string): string {
  const { text, fields } = formOf(op);
  return text.replace(/%(\d)/g, (_, digit: string) => {
    const index = Number(digit);
    const field = fields[index]!;
    const value = operands[index] ?? 0;
    if (field.kind === 'low' || field.kind === 'any' || field.kind === 'split') return registerName(value);
    if (field.kind === 'list') return registerList(value);
    if (field.kind === 'distance') return target ?? `.+${value + 4}`;
    return String(value);
  });
}
