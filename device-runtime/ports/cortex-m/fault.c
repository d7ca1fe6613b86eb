// HardFault: every trap of compiled code (`udf #kind`) and of C helpers (gn_trap) arrives here, and so do
// accesses that the bus refuses; among them the one that runs off the lower end of the stack.
#include "fault.h"

#include "../../core/generated/abi.h"
#include "../../core/port.h"
#include "../../core/runtime.h"

enum { UDF = 0xde, FRAME_ALIGNED = 1 << 9, XPSR_THUMB = 1 << 24 };

extern const uint16_t gn_abort[];
extern const uint8_t gn_arith_begin[], gn_arith_end[], gn_text_end[];

uint32_t gn_fault_registers[8];
volatile uint8_t gn_counting;

/** An exception frame outside all stacks, which a fault returns through: the user's stack stays as it is. */
static struct gn_frame leave_frame __attribute__((aligned(8)));

static int in(uint32_t address, uint32_t begin, uint32_t end) {
  return address - begin < end - begin;
}

static int in_code(uint32_t address) {
  return in(address, gn_memory.code.begin, gn_memory.code.end);
}

static int in_arith(uint32_t address) {
  return in(address, (uint32_t)gn_arith_begin, (uint32_t)gn_arith_end);
}

static uint16_t instruction(uint32_t address) {
  return *(const uint16_t *)address;
}

/** Whether a word is an address that a call in [begin, end) would return to. */
static int is_return(uint32_t word, uint32_t begin, uint32_t end) {
  if (!(word & 1) || !in(word - 5, begin, end)) return 0;
  uint32_t address = word - 1;
  if ((instruction(address - 2) & 0xff87) == 0x4780) return 1;  // blx register
  return (instruction(address - 4) & 0xf800) == 0xf000 && (instruction(address - 2) & 0xd000) == 0xd000;  // bl
}

void gn_find_user_code(uint32_t pc, uint32_t lr, uint32_t sp, uint32_t *user_pc, uint32_t *user_sp) {
  uint32_t begin = gn_memory.code.begin;
  uint32_t end = gn_memory.code.end;
  *user_sp = sp;
  *user_pc = pc;
  if (in_code(pc)) return;
  *user_pc = lr;
  if (is_return(lr, begin, end)) return;
  for (uint32_t at = sp; at < gn_memory.stack.end; at += 4) {
    uint32_t word = *(const uint32_t *)at;
    if (is_return(word, begin, end)) {
      // A function pushes its return address first, at the stack pointer that its caller had.
      *user_pc = word;
      *user_sp = at + 4;
      return;
    }
  }
  *user_pc = 0;
  *user_sp = 0;
}

static int stack_is_valid(uint32_t sp) {
  return !(sp & 3) && in(sp, gn_memory.stack.begin, gn_memory.stack.end - sizeof(struct gn_frame) + 1);
}

static uint32_t kind_of(const struct gn_frame *frame) {
  uint32_t flash_begin = 0x10000000;
  if (!in_code(frame->pc) && !in(frame->pc, flash_begin, (uint32_t)gn_text_end)) return GN_TRAP_FAULT;
  uint32_t opcode = instruction(frame->pc);
  return opcode >> 8 == UDF ? opcode & 0xff : GN_TRAP_FAULT;
}

/** Keeps what the frame and the saved registers say. */
static void capture(uint32_t sp) {
  struct gn_trap_message *trap = &gn.trap;
  uint32_t *r = trap->registers;
  for (uint32_t i = 0; i < 4; i++) r[i] = 0;
  for (uint32_t i = 0; i < 8; i++) r[4 + i] = gn_fault_registers[i];
  r[12] = r[14] = r[15] = trap->xpsr = 0;
  if (!stack_is_valid(sp)) {
    // The frame could not be pushed: the stack is full, whatever it was that needed more of it.
    trap->kind = GN_TRAP_STACK_OVERFLOW;
    r[13] = gn_memory.stack.begin;
  } else {
    const struct gn_frame *frame = (const struct gn_frame *)sp;
    r[0] = frame->r0;
    r[1] = frame->r1;
    r[2] = frame->r2;
    r[3] = frame->r3;
    r[12] = frame->r12;
    r[13] = sp + sizeof *frame + (frame->xpsr & FRAME_ALIGNED ? 4 : 0);
    r[14] = frame->lr;
    r[15] = frame->pc;
    trap->xpsr = frame->xpsr;
    trap->kind = kind_of(frame);
    if (trap->kind == 255) {  // gn_trap(kind, a, b)
      trap->kind = r[0];
      r[0] = r[1];
      r[1] = r[2];
    }
  }
  gn_find_user_code(r[15], r[14], r[13], &trap->user_pc, &trap->user_sp);
}

uint32_t gn_fault(uint32_t exception_return, uint32_t sp) {
  enum { FROM_THREAD_ON_PROCESS_STACK = 0xd };
  // Not in user code: the runtime itself is broken.
  if ((exception_return & 0xf) != FROM_THREAD_ON_PROCESS_STACK || !gn_counting) gn_port_reboot();
  capture(sp);
  gn.outcome = GN_TRAPPED;
  leave_frame.pc = (uint32_t)gn_abort & ~1u;
  leave_frame.xpsr = XPSR_THUMB;
  return (uint32_t)&leave_frame;
}

/** The innermost code that an interrupted arithmetic routine was called from is compiled code. */
static int called_from_compiled_code(const struct gn_frame *frame) {
  uint32_t code_begin = gn_memory.code.begin;
  uint32_t code_end = gn_memory.code.end;
  uint32_t word = frame->lr;
  const uint32_t *at = (const uint32_t *)(frame + 1);
  for (;; word = *at++) {
    if (is_return(word, code_begin, code_end)) return 1;
    if (!in_arith(word - 1) && is_return(word, 0x10000000, (uint32_t)gn_text_end)) return 0;
    if ((uint32_t)at >= gn_memory.stack.end) return 0;
  }
}

int gn_port_try_abort(void) {
  uint32_t sp;
  __asm__ volatile("mrs %0, psp" : "=r"(sp));
  if (!gn_counting || !stack_is_valid(sp)) return 0;
  struct gn_frame *frame = (struct gn_frame *)sp;
  if (!in_code(frame->pc) && !(in_arith(frame->pc) && called_from_compiled_code(frame))) return 0;
  frame->pc = (uint32_t)gn_abort & ~1u;
  frame->xpsr = XPSR_THUMB;
  return 1;
}
