// The instruction set of ARMv6-M, executed. One function, because its speed is the board's speed: program
// counter, flags and counters are local variables, RAM is accessed inline, and whatever is not plain RAM falls
// out of the instruction switch to the slow path below it.
//
// Encodings: ARMv6-M Architecture Reference Manual, A5.2. Cycle counts: as rp2040js 1.4.1 (1 for an operation,
// 2 for RAM and taken branches, 3 for BL, 1 + n for n registers, peripherals by bus), see README.md.

import { BusFault } from './bus.ts';
import type { CortexM0Plus } from './core.ts';

const RAM_BASE = 0x20000000;
const RAM_SIZE = 264 * 1024;

// What the slow path is asked to do.
const LOAD32 = 0;
const LOAD16 = 1;
const LOAD8 = 2;
const LOAD16_SIGNED = 3;
const LOAD8_SIGNED = 4;
const STORE32 = 5;
const STORE16 = 6;
const STORE8 = 7;

/** How many bits are set in a register list. */
const COUNT = new Uint8Array(256).map((_, list) => {
  let count = 0;
  for (let rest = list; rest !== 0; rest &= rest - 1) count++;
  return count;
});

/** Cycles of a single load or store beyond the first: none for SIO, more for the slow APB, else one. */
function busCycles(address: number, apb: number): number {
  const block = address >>> 28;
  return block === 0xd ? 0 : block === 4 ? apb : 1;
}

/** Runs instructions until the budget is used up or something needs the core's attention. */
export function interpret(cpu: CortexM0Plus): void {
  const r = cpu.registers;
  const ram8 = cpu.ram;
  const ram16 = cpu.ram16;
  const ram32 = cpu.ram32;
  const bus = cpu.bus;

  let pc = r[15]! | 0;
  let n = cpu.n | 0;
  let z = cpu.z | 0;
  let c = cpu.c | 0;
  let v = cpu.v | 0;
  let left = cpu.left | 0;
  let count = 0;
  let region = cpu.region;
  let code = region.halfwords;
  let base = region.base | 0;
  let size = region.size | 0;

  // Set by what changes pc, flags or counters behind the locals' back: then they are not written back.
  let fault: BusFault | undefined;
  let special = 0; // 1: SVC, 2: exception return
  let target = 0;

  try {
    run: while (left > 0) {
      let offset = (pc - base) | 0;
      if (offset >>> 0 >= size) {
        pc += 2; // as if fetched: the handler below subtracts it
        region = bus.fetch((pc - 2) >>> 0);
        pc -= 2;
        code = region.halfwords;
        base = region.base | 0;
        size = region.size | 0;
        offset = (pc - base) | 0;
      }
      const h = code[offset >>> 1]!;
      pc = (pc + 2) | 0;
      count++;

      let address = 0;
      let access = LOAD32;
      let register = h & 7;

      switch (h >>> 11) {
        case 0: {
          // LSLS rd, rm, #imm (MOVS rd, rm for #0)
          const shift = (h >>> 6) & 31;
          const x = r[(h >>> 3) & 7]!;
          if (shift !== 0) c = (x >>> (32 - shift)) & 1;
          r[h & 7] = n = z = x << shift;
          left--;
          continue;
        }
        case 1: {
          // LSRS rd, rm, #imm (32 for #0)
          const shift = (h >>> 6) & 31;
          const x = r[(h >>> 3) & 7]!;
          if (shift === 0) {
            c = x >>> 31;
            r[h & 7] = n = z = 0;
          } else {
            c = (x >>> (shift - 1)) & 1;
            r[h & 7] = n = z = (x >>> shift) | 0;
          }
          left--;
          continue;
        }
        case 2: {
          // ASRS rd, rm, #imm (32 for #0)
          const shift = (h >>> 6) & 31;
          const x = r[(h >>> 3) & 7]!;
          c = (shift === 0 ? x >>> 31 : x >>> (shift - 1)) & 1;
          r[h & 7] = n = z = shift === 0 ? x >> 31 : x >> shift;
          left--;
          continue;
        }
        case 3: {
          // ADDS/SUBS rd, rn, rm/#imm3
          const x = r[(h >>> 3) & 7]!;
          const y = h & 0x400 ? (h >>> 6) & 7 : r[(h >>> 6) & 7]!;
          let result: number;
          if (h & 0x200) {
            result = (x - y) | 0;
            c = x >>> 0 >= y >>> 0 ? 1 : 0;
            v = (x ^ y) & (x ^ result);
          } else {
            result = (x + y) | 0;
            c = result >>> 0 < x >>> 0 ? 1 : 0;
            v = (x ^ result) & (y ^ result);
          }
          r[h & 7] = n = z = result;
          left--;
          continue;
        }
        case 4: // MOVS rd, #imm8
          r[(h >>> 8) & 7] = n = z = h & 0xff;
          left--;
          continue;
        case 5: {
          // CMP rn, #imm8
          const x = r[(h >>> 8) & 7]!;
          const y = h & 0xff;
          n = z = (x - y) | 0;
          c = x >>> 0 >= y ? 1 : 0;
          v = x & ~n; // y is positive, so the sign of x alone decides
          left--;
          continue;
        }
        case 6: {
          // ADDS rdn, #imm8
          const x = r[(h >>> 8) & 7]!;
          const result = (x + (h & 0xff)) | 0;
          c = result >>> 0 < x >>> 0 ? 1 : 0;
          v = ~x & result;
          r[(h >>> 8) & 7] = n = z = result;
          left--;
          continue;
        }
        case 7: {
          // SUBS rdn, #imm8
          const x = r[(h >>> 8) & 7]!;
          const y = h & 0xff;
          const result = (x - y) | 0;
          c = x >>> 0 >= y ? 1 : 0;
          v = x & ~result;
          r[(h >>> 8) & 7] = n = z = result;
          left--;
          continue;
        }
        case 8: {
          if (h & 0x400) {
            // High registers and interworking branches.
            const rm = (h >>> 3) & 15;
            const rdn = ((h >>> 4) & 8) | (h & 7);
            const y = rm === 15 ? (pc + 2) | 0 : r[rm]!;
            switch ((h >>> 8) & 3) {
              case 0: // ADD rdn, rm
                if (rdn === 15) {
                  pc = (pc + 2 + y) & ~1;
                  left--;
                } else if (rdn === 13) r[13] = (r[13]! + y) & ~3;
                else r[rdn] = r[rdn]! + y;
                left--;
                continue;
              case 1: {
                // CMP rn, rm
                const x = rdn === 15 ? (pc + 2) | 0 : r[rdn]!;
                n = z = (x - y) | 0;
                c = x >>> 0 >= y >>> 0 ? 1 : 0;
                v = (x ^ y) & (x ^ n);
                left--;
                continue;
              }
              case 2: // MOV rd, rm
                if (rdn === 15) {
                  pc = y & ~1;
                  left--;
                } else if (rdn === 13) r[13] = y & ~3;
                else r[rdn] = y;
                left--;
                continue;
              default: // BX/BLX rm
                if (h & 7) throw new BusFault('undefined-instruction', pc - 2);
                left -= 2;
                target = y;
                if (h & 0x80) r[14] = pc | 1;
                else if (target >>> 28 === 15 && cpu.ipsr !== 0) {
                  special = 2;
                  break run;
                }
                pc = target & ~1;
                if (target & 1) continue;
                // The fault belongs to the target, in ARM state; +2 because the handler subtracts it.
                pc = (pc + 2) | 0;
                throw new BusFault('not-thumb', target);
            }
          }
          const rdn = h & 7;
          const x = r[rdn]!;
          const y = r[(h >>> 3) & 7]!;
          left--;
          switch ((h >>> 6) & 15) {
            case 0: // ANDS
              r[rdn] = n = z = x & y;
              continue;
            case 1: // EORS
              r[rdn] = n = z = x ^ y;
              continue;
            case 2: {
              // LSLS by register
              const shift = y & 0xff;
              let result = x;
              if (shift !== 0) {
                c = shift <= 32 ? (x >>> (32 - shift)) & 1 : 0;
                result = shift < 32 ? x << shift : 0;
              }
              r[rdn] = n = z = result;
              continue;
            }
            case 3: {
              // LSRS by register
              const shift = y & 0xff;
              let result = x;
              if (shift !== 0) {
                c = shift <= 32 ? (x >>> (shift - 1)) & 1 : 0;
                result = shift < 32 ? (x >>> shift) | 0 : 0;
              }
              r[rdn] = n = z = result;
              continue;
            }
            case 4: {
              // ASRS by register
              const shift = y & 0xff;
              let result = x;
              if (shift !== 0) {
                c = shift < 32 ? (x >>> (shift - 1)) & 1 : x >>> 31;
                result = shift < 32 ? x >> shift : x >> 31;
              }
              r[rdn] = n = z = result;
              continue;
            }
            case 5: {
              // ADCS
              const result = (x + y + c) | 0;
              c = (x >>> 0) + (y >>> 0) + c > 0xffffffff ? 1 : 0;
              v = (x ^ result) & (y ^ result);
              r[rdn] = n = z = result;
              continue;
            }
            case 6: {
              // SBCS
              const result = (x - y - (1 - c)) | 0;
              c = (x >>> 0) - (y >>> 0) - (1 - c) >= 0 ? 1 : 0;
              v = (x ^ y) & (x ^ result);
              r[rdn] = n = z = result;
              continue;
            }
            case 7: {
              // RORS by register
              const shift = y & 0xff;
              let result = x;
              if (shift !== 0) {
                const turn = shift & 31;
                if (turn !== 0) result = (x >>> turn) | (x << (32 - turn));
                c = result >>> 31;
              }
              r[rdn] = n = z = result;
              continue;
            }
            case 8: // TST
              n = z = x & y;
              continue;
            case 9: {
              // RSBS rd, rn, #0
              const result = (0 - y) | 0;
              c = y === 0 ? 1 : 0;
              v = y & result;
              r[rdn] = n = z = result;
              continue;
            }
            case 10: // CMP
              n = z = (x - y) | 0;
              c = x >>> 0 >= y >>> 0 ? 1 : 0;
              v = (x ^ y) & (x ^ n);
              continue;
            case 11: // CMN
              n = z = (x + y) | 0;
              c = n >>> 0 < x >>> 0 ? 1 : 0;
              v = (x ^ n) & (y ^ n);
              continue;
            case 12: // ORRS
              r[rdn] = n = z = x | y;
              continue;
            case 13: // MULS
              r[rdn] = n = z = Math.imul(x, y);
              continue;
            case 14: // BICS
              r[rdn] = n = z = x & ~y;
              continue;
            default: // MVNS
              r[rdn] = n = z = ~y;
              continue;
          }
        }
        case 9: {
          // LDR rt, [pc, #imm8]: nearly always in the region that is running
          address = (((pc + 2) & ~3) + ((h & 0xff) << 2)) | 0;
          register = (h >>> 8) & 7;
          const literal = (address - base) | 0;
          if (literal >>> 0 < size) {
            r[register] = region.words[literal >>> 2]!;
            left -= 2;
            continue;
          }
          break;
        }
        case 10:
        case 11: {
          // Loads and stores with a register offset
          address = (r[(h >>> 3) & 7]! + r[(h >>> 6) & 7]!) | 0;
          const at = (address - RAM_BASE) | 0;
          const inRam = at >>> 0 < RAM_SIZE;
          switch ((h >>> 9) & 7) {
            case 0: // STR
              if (inRam && (at & 3) === 0) {
                ram32[at >>> 2] = r[register]!;
                left -= 2;
                continue;
              }
              access = STORE32;
              break;
            case 1: // STRH
              if (inRam && (at & 1) === 0) {
                ram16[at >>> 1] = r[register]!;
                left -= 2;
                continue;
              }
              access = STORE16;
              break;
            case 2: // STRB
              if (inRam) {
                ram8[at] = r[register]!;
                left -= 2;
                continue;
              }
              access = STORE8;
              break;
            case 3: // LDRSB
              if (inRam) {
                r[register] = (ram8[at]! << 24) >> 24;
                left -= 2;
                continue;
              }
              access = LOAD8_SIGNED;
              break;
            case 4: // LDR
              if (inRam && (at & 3) === 0) {
                r[register] = ram32[at >>> 2]!;
                left -= 2;
                continue;
              }
              break;
            case 5: // LDRH
              if (inRam && (at & 1) === 0) {
                r[register] = ram16[at >>> 1]!;
                left -= 2;
                continue;
              }
              access = LOAD16;
              break;
            case 6: // LDRB
              if (inRam) {
                r[register] = ram8[at]!;
                left -= 2;
                continue;
              }
              access = LOAD8;
              break;
            default: // LDRSH
              if (inRam && (at & 1) === 0) {
                r[register] = (ram16[at >>> 1]! << 16) >> 16;
                left -= 2;
                continue;
              }
              access = LOAD16_SIGNED;
              break;
          }
          break;
        }
        case 12: {
          // STR rt, [rn, #imm5 * 4]
          address = (r[(h >>> 3) & 7]! + ((h >>> 4) & 0x7c)) | 0;
          const at = (address - RAM_BASE) | 0;
          if (at >>> 0 < RAM_SIZE && (at & 3) === 0) {
            ram32[at >>> 2] = r[register]!;
            left -= 2;
            continue;
          }
          access = STORE32;
          break;
        }
        case 13: {
          // LDR rt, [rn, #imm5 * 4]
          address = (r[(h >>> 3) & 7]! + ((h >>> 4) & 0x7c)) | 0;
          const at = (address - RAM_BASE) | 0;
          if (at >>> 0 < RAM_SIZE && (at & 3) === 0) {
            r[register] = ram32[at >>> 2]!;
            left -= 2;
            continue;
          }
          break;
        }
        case 14: {
          // STRB rt, [rn, #imm5]
          address = (r[(h >>> 3) & 7]! + ((h >>> 6) & 31)) | 0;
          const at = (address - RAM_BASE) | 0;
          if (at >>> 0 < RAM_SIZE) {
            ram8[at] = r[register]!;
            left -= 2;
            continue;
          }
          access = STORE8;
          break;
        }
        case 15: {
          // LDRB rt, [rn, #imm5]
          address = (r[(h >>> 3) & 7]! + ((h >>> 6) & 31)) | 0;
          const at = (address - RAM_BASE) | 0;
          if (at >>> 0 < RAM_SIZE) {
            r[register] = ram8[at]!;
            left -= 2;
            continue;
          }
          access = LOAD8;
          break;
        }
        case 16: {
          // STRH rt, [rn, #imm5 * 2]
          address = (r[(h >>> 3) & 7]! + ((h >>> 5) & 0x3e)) | 0;
          const at = (address - RAM_BASE) | 0;
          if (at >>> 0 < RAM_SIZE && (at & 1) === 0) {
            ram16[at >>> 1] = r[register]!;
            left -= 2;
            continue;
          }
          access = STORE16;
          break;
        }
        case 17: {
          // LDRH rt, [rn, #imm5 * 2]
          address = (r[(h >>> 3) & 7]! + ((h >>> 5) & 0x3e)) | 0;
          const at = (address - RAM_BASE) | 0;
          if (at >>> 0 < RAM_SIZE && (at & 1) === 0) {
            r[register] = ram16[at >>> 1]!;
            left -= 2;
            continue;
          }
          access = LOAD16;
          break;
        }
        case 18: {
          // STR rt, [sp, #imm8 * 4]
          register = (h >>> 8) & 7;
          address = (r[13]! + ((h & 0xff) << 2)) | 0;
          const at = (address - RAM_BASE) | 0;
          if (at >>> 0 < RAM_SIZE) {
            ram32[at >>> 2] = r[register]!;
            left -= 2;
            continue;
          }
          access = STORE32;
          break;
        }
        case 19: {
          // LDR rt, [sp, #imm8 * 4]
          register = (h >>> 8) & 7;
          address = (r[13]! + ((h & 0xff) << 2)) | 0;
          const at = (address - RAM_BASE) | 0;
          if (at >>> 0 < RAM_SIZE) {
            r[register] = ram32[at >>> 2]!;
            left -= 2;
            continue;
          }
          break;
        }
        case 20: // ADR rd, #imm8 * 4
          r[(h >>> 8) & 7] = ((pc + 2) & ~3) + ((h & 0xff) << 2);
          left--;
          continue;
        case 21: // ADD rd, sp, #imm8 * 4
          r[(h >>> 8) & 7] = r[13]! + ((h & 0xff) << 2);
          left--;
          continue;
        case 22:
          switch ((h >>> 8) & 7) {
            case 0: // ADD/SUB sp, #imm7 * 4
              r[13] = h & 0x80 ? r[13]! - ((h & 0x7f) << 2) : r[13]! + ((h & 0x7f) << 2);
              left--;
              continue;
            case 2: {
              const x = r[(h >>> 3) & 7]!;
              switch ((h >>> 6) & 3) {
                case 0: // SXTH
                  r[h & 7] = (x << 16) >> 16;
                  break;
                case 1: // SXTB
                  r[h & 7] = (x << 24) >> 24;
                  break;
                case 2: // UXTH
                  r[h & 7] = x & 0xffff;
                  break;
                default: // UXTB
                  r[h & 7] = x & 0xff;
                  break;
              }
              left--;
              continue;
            }
            case 4:
            case 5: {
              // PUSH {list, lr}
              const low = COUNT[h & 0xff]!;
              let to = (r[13]! - ((low + ((h >>> 8) & 1)) << 2)) | 0;
              const bottom = to;
              const at = (to - RAM_BASE) | 0;
              left -= 1 + low;
              if (at >>> 0 < RAM_SIZE - 36) {
                let index = at >>> 2;
                for (let i = 0, list = h & 0xff; list !== 0; i++, list >>>= 1) {
                  if (list & 1) ram32[index++] = r[i]!;
                }
                if (h & 0x100) ram32[index] = r[14]!;
              } else {
                cpu.left = left;
                for (let i = 0; i < 8; i++) {
                  if (h & (1 << i)) {
                    cpu.store32(to, r[i]!);
                    to += 4;
                  }
                }
                if (h & 0x100) cpu.store32(to, r[14]!);
                left = cpu.left;
              }
              r[13] = bottom;
              continue;
            }
            case 6: // CPSIE i, CPSID i
              left--;
              if (h === 0xb672) {
                cpu.primask = true;
                continue;
              }
              if (h === 0xb662) {
                cpu.primask = false;
                cpu.nvic.dirty = true;
                break run;
              }
              throw new BusFault('undefined-instruction', pc - 2);
            default:
              throw new BusFault('undefined-instruction', pc - 2);
          }
        case 23:
          switch ((h >>> 8) & 7) {
            case 2: {
              const x = r[(h >>> 3) & 7]!;
              switch ((h >>> 6) & 3) {
                case 0: // REV
                  r[h & 7] = (x << 24) | ((x & 0xff00) << 8) | ((x >>> 8) & 0xff00) | (x >>> 24);
                  break;
                case 1: // REV16
                  r[h & 7] = ((x & 0x00ff00ff) << 8) | ((x >>> 8) & 0x00ff00ff);
                  break;
                case 3: // REVSH
                  r[h & 7] = ((x << 24) >> 16) | ((x >>> 8) & 0xff);
                  break;
                default:
                  throw new BusFault('undefined-instruction', pc - 2);
              }
              left--;
              continue;
            }
            case 4:
            case 5: {
              // POP {list, pc}
              const low = COUNT[h & 0xff]!;
              const from = r[13]!;
              const at = (from - RAM_BASE) | 0;
              left -= 1 + low;
              if (at >>> 0 <= RAM_SIZE - 36) {
                let index = at >>> 2;
                for (let i = 0, list = h & 0xff; list !== 0; i++, list >>>= 1) {
                  if (list & 1) r[i] = ram32[index++]!;
                }
                if (h & 0x100) target = ram32[index]!;
              } else {
                cpu.left = left;
                let at = from;
                for (let i = 0; i < 8; i++) {
                  if (h & (1 << i)) {
                    r[i] = cpu.load32(at);
                    at += 4;
                  }
                }
                if (h & 0x100) target = cpu.load32(at);
                left = cpu.left;
              }
              r[13] = from + ((low + ((h >>> 8) & 1)) << 2);
              if (!(h & 0x100)) continue;
              left -= 2;
              if (target >>> 28 === 15 && cpu.ipsr !== 0) {
                special = 2;
                break run;
              }
              pc = target & ~1;
              if (target & 1) continue;
              pc = (pc + 2) | 0;
              throw new BusFault('not-thumb', target);
            }
            case 6: // BKPT: a HardFault where no debugger is attached
              throw new BusFault('breakpoint', pc - 2);
            case 7: // Hints
              left--;
              if (h === 0xbf30 || h === 0xbf20) {
                left--;
                if (h === 0xbf20 && cpu.eventRegister) {
                  cpu.eventRegister = false;
                  continue;
                }
                cpu.sleeping = true;
                cpu.sleepingForEvent = h === 0xbf20;
                break run;
              }
              if (h === 0xbf40) cpu.eventRegister = true;
              else if (h & 15) throw new BusFault('undefined-instruction', pc - 2);
              continue;
            default:
              throw new BusFault('undefined-instruction', pc - 2);
          }
        case 24:
        case 25: {
          // STMIA/LDMIA rn!, {list}
          const rn = (h >>> 8) & 7;
          const list = h & 0xff;
          const first = r[rn]!;
          let to = first;
          const at = (first - RAM_BASE) | 0;
          left -= 1 + COUNT[list]!;
          cpu.left = left;
          const fast = at >>> 0 <= RAM_SIZE - 32 && (at & 3) === 0;
          if (h & 0x800) {
            try {
              for (let i = 0; i < 8; i++) {
                if (list & (1 << i)) {
                  r[i] = fast ? ram32[(to - RAM_BASE) >>> 2]! : cpu.load32(to);
                  to += 4;
                }
              }
            } catch (error) {
              r[rn] = first; // so that the instruction can be restarted
              throw error;
            }
            if (!(list & (1 << rn))) r[rn] = to;
          } else {
            for (let i = 0; i < 8; i++) {
              if (list & (1 << i)) {
                if (fast) ram32[(to - RAM_BASE) >>> 2] = r[i]!;
                else cpu.store32(to, r[i]!);
                to += 4;
              }
            }
            r[rn] = to;
          }
          left = cpu.left;
          continue;
        }
        case 26:
        case 27: {
          // Bcc, UDF, SVC
          let taken: boolean;
          switch ((h >>> 8) & 15) {
            case 0:
              taken = z === 0;
              break;
            case 1:
              taken = z !== 0;
              break;
            case 2:
              taken = c !== 0;
              break;
            case 3:
              taken = c === 0;
              break;
            case 4:
              taken = n < 0;
              break;
            case 5:
              taken = n >= 0;
              break;
            case 6:
              taken = v < 0;
              break;
            case 7:
              taken = v >= 0;
              break;
            case 8:
              taken = c !== 0 && z !== 0;
              break;
            case 9:
              taken = c === 0 || z === 0;
              break;
            case 10:
              taken = (n ^ v) >= 0;
              break;
            case 11:
              taken = (n ^ v) < 0;
              break;
            case 12:
              taken = z !== 0 && (n ^ v) >= 0;
              break;
            case 13:
              taken = z === 0 || (n ^ v) < 0;
              break;
            case 14:
              throw new BusFault('undefined-instruction', pc - 2);
            default:
              left--;
              special = 1;
              break run;
          }
          left--;
          if (taken) {
            left--;
            pc = (pc + 2 + ((h << 24) >> 23)) | 0;
          }
          continue;
        }
        case 28: // B
          pc = (pc + 2 + ((h << 21) >> 20)) | 0;
          left -= 2;
          continue;
        case 30: {
          // 32-bit instructions: BL, MSR, MRS, barriers
          if (offset + 2 >= size) throw new BusFault('undefined-instruction', pc - 2);
          const h2 = code[(offset + 2) >>> 1]!;
          if ((h2 & 0xd000) === 0xd000) {
            const s = (h << 21) >> 31; // sign, as 0 or -1
            const i1 = ~((h2 >>> 13) ^ s) & 1;
            const i2 = ~((h2 >>> 11) ^ s) & 1;
            r[14] = (pc + 2) | 1;
            pc =
              (pc + 2 + ((s << 24) | (i1 << 23) | (i2 << 22) | ((h & 0x3ff) << 12) | ((h2 & 0x7ff) << 1))) |
              0;
            left -= 3;
            continue;
          }
          left -= 3;
          if (h === 0xf3bf && (h2 & 0xff00) === 0x8f00 && (h2 & 0xf0) >= 0x40 && (h2 & 0xf0) <= 0x60) {
            pc = (pc + 2) | 0; // DSB, DMB, ISB: everything is in order here
            continue;
          }
          if (h === 0xf3ef && (h2 & 0xf000) === 0x8000) {
            cpu.n = n;
            cpu.z = z;
            cpu.c = c;
            cpu.v = v;
            r[(h2 >>> 8) & 15] = cpu.readSpecial(h2 & 0xff);
            pc = (pc + 2) | 0;
            continue;
          }
          if ((h & 0xfff0) === 0xf380 && (h2 & 0xff00) === 0x8800) {
            cpu.n = n;
            cpu.z = z;
            cpu.c = c;
            cpu.v = v;
            cpu.writeSpecial(h2 & 0xff, r[h & 15]!);
            n = cpu.n;
            z = cpu.z;
            c = cpu.c;
            v = cpu.v;
            pc = (pc + 2) | 0;
            break run; // PRIMASK may have opened
          }
          throw new BusFault('undefined-instruction', pc - 2);
        }
        default:
          throw new BusFault('undefined-instruction', pc - 2);
      }

      // The slow path: not RAM, or not aligned. The counters are settled, because peripherals look at the time.
      cpu.left = left;
      const from = address >>> 0;
      switch (access) {
        case LOAD32:
          if (from & 3) throw new BusFault('unaligned', from);
          r[register] = bus.read32(from);
          break;
        case LOAD16:
          if (from & 1) throw new BusFault('unaligned', from);
          r[register] = bus.read16(from);
          break;
        case LOAD8:
          r[register] = bus.read8(from);
          break;
        case LOAD16_SIGNED:
          if (from & 1) throw new BusFault('unaligned', from);
          r[register] = (bus.read16(from) << 16) >> 16;
          break;
        case LOAD8_SIGNED:
          r[register] = (bus.read8(from) << 24) >> 24;
          break;
        case STORE32:
          if (from & 3) throw new BusFault('unaligned', from);
          bus.write32(from, r[register]! >>> 0);
          break;
        case STORE16:
          if (from & 1) throw new BusFault('unaligned', from);
          bus.write16(from, r[register]! & 0xffff);
          break;
        default:
          bus.write8(from, r[register]! & 0xff);
          break;
      }
      left = (cpu.left - 1 - busCycles(from, access >= STORE32 ? 4 : 3)) | 0;
    }
  } catch (error) {
    if (error instanceof BusFault) fault = error;
    else {
      cpu.left = left;
      r[15] = pc - 2;
      throw error;
    }
  }

  cpu.left = left;
  cpu.n = n;
  cpu.z = z;
  cpu.c = c;
  cpu.v = v;
  cpu.region = region;
  cpu.instructions += count;
  r[15] = pc;
  if (fault !== undefined) {
    cpu.left = left - 1;
    cpu.fault(fault, (pc - 2) | 0, fault.reason !== 'not-thumb');
  } else if (special === 1) cpu.supervisorCall(pc);
  else if (special === 2) cpu.exceptionReturn(target, (pc - 2) | 0);
}
