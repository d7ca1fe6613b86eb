// HardFault: every trap of compiled code (`udf #kind`) and of C helpers (gn_trap) arrives here, and so do
// accesses that the bus refuses; among them the one that runs off the lower end of the stack.
#include "fault.h"

#include "../../core/exceptions.h"
#include "../../core/generated/abi.h"
#include "../../core/port.h"
#include "../../core/runtime.h"

enum { UDF = 0xde, UDF_STOP = 254, UDF_TRAP = 255 };
enum { FRAME_ALIGNED = 1 << 9, XPSR_THUMB = 1 << 24 };

extern const uint8_t gn_vectors[], gn_arith_begin[], gn_arith_end[], gn_text_end[];

volatile uint8_t gn_counting;

/** An exception frame outside all stacks, which a fault returns through: the user's stack stays as it is. */
static struct gn_frame leave_frame __attribute__((aligned(8)));

static int in(uint32_t address, uint32_t begin, uint32_t end) {
  return address - begin < end - begin;
}

static int in_code(uint32_t address) {
  return in(address, gn.code_begin, gn_identity.code_end);
}

static int in_runtime(uint32_t address) {
  return in(address, (uint32_t)gn_vectors, (uint32_t)gn_text_end);
}

static int in_arith(uint32_t address) {
  return in(address, (uint32_t)gn_arith_begin, (uint32_t)gn_arith_end);
}

static uint32_t instruction(uint32_t address) {
  return *(const uint16_t *)address;
}

/** Whether a word is an address that a call returns to: in compiled code or in the runtime. */
static int is_return(uint32_t word) {
  if (!(word & 1) || !(in_code(word - 5) || in_runtime(word - 5))) return 0;
  uint32_t last = instruction(word - 3);
  if ((last & 0xff87) == 0x4780) return 1;                                       // blx register
  return (last & 0xd000) == 0xd000 && (instruction(word - 5) & 0xf800) == 0xf000;  // bl
}

/**
 * Looks for the innermost compiled code that an interrupted function was called from: its return address is still
 * in lr, or further up the stack. Unless it may be found behind functions of the runtime, only leaf routines may
 * lie between. Returns the stack pointer that the code had, 0 if there is none; the return address is in *address.
 *
 * A function pushes its return address first, at the stack pointer that its caller had.
 */
static uint32_t find_caller(uint32_t lr, uint32_t sp, int behind_runtime, uint32_t *address) {
  for (uint32_t word = lr;; word = *(const uint32_t *)sp, sp += 4) {
    if (is_return(word)) {
      *address = word;
      if (in_code(word)) return sp;
      if (!behind_runtime && !in_arith(word)) return 0;
    }
    if (sp >= gn_identity.stack_end) return 0;
  }
}

static int stack_is_valid(uint32_t sp) {
  return !(sp & 3) && in(sp, gn_identity.stack_begin, gn_identity.stack_end - sizeof(struct gn_frame) + 1);
}

static uint32_t kind_of(const struct gn_frame *frame) {
  if (!in_code(frame->pc) && !in_runtime(frame->pc)) return GN_TRAP_FAULT;
  uint32_t opcode = instruction(frame->pc);
  return opcode >> 8 == UDF ? opcode & 0xff : GN_TRAP_FAULT;
}

_Static_assert(offsetof(struct gn_state, trap.registers[4]) == 24, "where gn_fault_handler puts r4..r11");

/** Keeps what the frame says; r4..r11 have been kept already. */
static void capture(uint32_t sp) {
  static struct gn_frame none;
  struct gn_trap_message *trap = &gn.trap;
  uint32_t *r = trap->registers;
  const struct gn_frame *frame = &none;
  // If the frame could not be pushed, the stack is full, whatever it was that needed more of it.
  trap->kind = GN_TRAP_STACK_OVERFLOW;
  r[13] = gn_identity.stack_begin;
  if (stack_is_valid(sp)) {
    frame = (const struct gn_frame *)sp;
    trap->kind = kind_of(frame);
    r[13] = sp + sizeof *frame + (frame->xpsr & FRAME_ALIGNED ? 4 : 0);
  }
  r[0] = frame->r0;
  r[1] = frame->r1;
  r[2] = frame->r2;
  r[3] = frame->r3;
  r[12] = frame->r12;
  r[14] = frame->lr;
  r[15] = frame->pc;
  trap->xpsr = frame->xpsr;
  if (trap->kind == UDF_TRAP) {  // gn_trap(kind, a, b)
    trap->kind = r[0];
    r[0] = r[1];
    r[1] = r[2];
  }
  trap->user_pc = r[15];
  trap->user_sp = r[13];
  if (!in_code(r[15])) {
    trap->user_sp = find_caller(r[14], r[13], 1, &trap->user_pc);
    if (!trap->user_sp) trap->user_pc = 0;
  }
}

/** Where Stop has put a trap into compiled code, and what was there. */
static struct {
  uint16_t *at;
  uint16_t instruction;
} stop;

void gn_stop_clear(void) {
  uint32_t mask = gn_port_mask();
  if (stop.at) *stop.at = stop.instruction;
  stop.at = 0;
  gn_port_unmask(mask);
}

uint32_t gn_fault(uint32_t exception_return, uint32_t sp) {
  enum { FROM_THREAD_ON_PROCESS_STACK = 0xd };
  // Not in user code: the runtime itself is broken.
  if ((exception_return & 0xf) != FROM_THREAD_ON_PROCESS_STACK || !gn_counting) gn_port_reboot();
  capture(sp);
  uint32_t next;
  if (gn_handler && gn.trap.kind < 32 && GN_CATCHABLE_TRAPS >> gn.trap.kind & 1) {
    next = (uint32_t)&gn_unwind_trap;
  } else {
    gn.outcome = gn.trap.kind == UDF_STOP ? GN_STOPPED : GN_TRAPPED;
    next = (uint32_t)&gn_abort;
  }
  leave_frame.pc = next & ~1u;
  leave_frame.xpsr = XPSR_THUMB;
  return (uint32_t)&leave_frame;
}

int gn_port_try_abort(void) {
  uint32_t sp;
  uint32_t caller;
  gn_stop_clear();
  __asm__ volatile("mrs %0, psp" : "=r"(sp));
  if (!gn_counting || !stack_is_valid(sp)) return 0;
  struct gn_frame *frame = (struct gn_frame *)sp;
  uint32_t stack = (uint32_t)(frame + 1);
  if (in_code(frame->pc) || (in_arith(frame->pc) && find_caller(frame->lr, stack, 0, &caller))) {
    frame->pc = (uint32_t)&gn_abort & ~1u;
    frame->xpsr = XPSR_THUMB;
    return 1;
  }
  // In a helper that must not be left half-way: the compiled code stops when it returns there. Should that not be
  // the place (what looks like a return address may be left over from before), the next try finds another.
  if (find_caller(frame->lr, stack, 1, &caller)) {
    stop.at = (uint16_t *)(caller - 1);
    stop.instruction = *stop.at;
    *stop.at = UDF << 8 | UDF_STOP;
  }
  return 0;
}
