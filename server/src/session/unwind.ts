// Unwinds the dead stack of a trapped program on the host, from the registers and raw memory reads: the board has
// no frame tables. Compiled frames are described by their code objects; frames of C helpers are stepped over by
// looking for the return address into compiled code that their prologue pushed.
import type { CodeLocation, ShadowMachine } from '../shadow/index.ts';

const SP = 13;
const LR = 14;
const PC = 15;
/** Frames that are reported of a deep recursion: the innermost ones. */
const MAX_FRAMES = 50;
/** The stack is read from the board in pieces of this many bytes. */
const PIECE = 192;

/** Reads memory of the board; both numbers are in bytes, the address is divisible by 4. */
export type ReadMemory = (address: number, length: number) => Promise<Uint8Array>;

/** The compiled frames of a trap, innermost first. `registers` are r0 to r15 where it happened. */
export async function unwind(
  registers: ArrayLike<number>,
  shadow: ShadowMachine,
  read: ReadMemory,
): Promise<CodeLocation[]> {
  const stack = new StackReader(shadow.memory.stack.end, read);
  const frames: CodeLocation[] = [];
  let pc = registers[PC]! >>> 0;
  let sp = registers[SP]! >>> 0;
  /** The link register still holds the return address (only in the innermost frame, until a call). */
  let lr: number | undefined = registers[LR]! >>> 0;

  if (!inCode(pc, shadow)) {
    const caller = await compiledCaller(sp, lr, shadow, stack);
    if (!caller) return frames;
    pc = caller.pc;
    sp = caller.sp;
    lr = undefined;
  }
  /** Frames that are not reported. */
  let skips = 0;
  while (frames.length < MAX_FRAMES) {
    const segment = shadow.segmentAt(pc);
    if (!segment) {
      // gn_try, which the code around a protected part has called: the part has named the function already.
      const caller = await compiledCaller(sp, 0, shadow, stack);
      if (!caller) break;
      ({ pc, sp } = caller);
      skips = 1;
      continue;
    }
    if (skips-- <= 0) frames.push(...shadow.locate(pc));
    const { frame } = segment.code;
    const inPrologue = pc - segment.address < frame.prologueEnd;
    const savedLr = frame.saved.find(({ register }) => register === LR);
    let returnAddress: number | undefined;
    if (savedLr && !inPrologue) returnAddress = await stack.word(sp + savedLr.offset);
    else returnAddress = lr;
    if (returnAddress === undefined) break;
    if (!inPrologue) sp += frame.size;
    lr = undefined;
    pc = (returnAddress & ~1) - 2;
  }
  return frames;
}

function inCode(address: number, shadow: ShadowMachine): boolean {
  return address >= shadow.memory.code.begin && address < shadow.memory.code.end;
}

/** The compiled code that called the C function in which the program is: the nearest return address into it. */
async function compiledCaller(
  sp: number,
  lr: number,
  shadow: ShadowMachine,
  stack: StackReader,
): Promise<{ pc: number; sp: number } | undefined> {
  if (isReturnAddress(lr, shadow)) return { pc: (lr & ~1) - 2, sp };
  for (let at = sp; ; at += 4) {
    const word = await stack.word(at);
    if (word === undefined) return undefined;
    if (isReturnAddress(word, shadow)) return { pc: (word & ~1) - 2, sp: at + 4 };
  }
}

function isReturnAddress(word: number, shadow: ShadowMachine): boolean {
  return (word & 1) === 1 && shadow.segmentAt((word & ~1) - 2) !== undefined;
}

/** Reads words of the stack, a piece at a time. */
class StackReader {
  private base = 0;
  private piece: DataView = new DataView(new ArrayBuffer(0));

  constructor(
    private readonly end: number,
    private readonly read: ReadMemory,
  ) {}

  /** The word at an address, or undefined outside of the stack. */
  async word(address: number): Promise<number | undefined> {
    if (address % 4 !== 0 || address < 0 || address + 4 > this.end) return undefined;
    if (address < this.base || address + 4 > this.base + this.piece.byteLength) {
      const bytes = await this.read(address, Math.min(PIECE, this.end - address));
      this.base = address;
      this.piece = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    return this.piece.getUint32(address - this.base, true);
  }
}
