// See fake_port.h. The channel is replaced too: it has tests of its own.
#define _GNU_SOURCE  // for MAP_FIXED_NOREPLACE
#include "fake_port.h"

#include <assert.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "channel.h"
#include "generated/abi.h"
#include "loader.h"
#include "port.h"
#include "port_values.h"
#include "runtime.h"

enum { PROGRAMS = 32, INTERRUPTS = 32, MESSAGES = 64, RAM = 0x20000000, RAM_BYTES = 0x42000 };

int fake_abortable;
uint64_t fake_time;
int fake_restarted;
uint32_t fake_closure;
uint32_t fake_room;

static struct {
  uint32_t address;
  void (*program)(void);
} programs[PROGRAMS];
static struct {
  uint64_t moment;
  void (*interrupt)(void);
} interrupts[INTERRUPTS];
static struct fake_message queue[MESSAGES];
static uint32_t first, count;
static uint64_t wake;
static int event;    // an interrupt has happened since the last sleep
static int working;  // in a program
static jmp_buf main_loop, user_code;

const struct gn_ident_message gn_identity = {
    .version = GN_PROTOCOL_VERSION,
    .clock_hz = 1000000,
    .code_begin = CODE,
    .code_end = CODE_END,
    .data_begin = DATA,
    .data_end = HEAP,
    .heap_begin = HEAP,
    .heap_end = CODE,
    .stack_begin = RAM,
    .stack_end = RAM + 0x2000,
    .chip = "test",
};

void fake_map_memory(void) {
  void *memory = mmap((void *)RAM, RAM_BYTES, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  assert(memory == (void *)RAM);
}

void fake_code(uint32_t address, void (*program)(void)) {
  for (uint32_t i = 0; i < PROGRAMS; i++) {
    if (programs[i].address == 0 || programs[i].address == address) {
      programs[i].address = address;
      programs[i].program = program;
      return;
    }
  }
  abort();
}

// Interrupts and time.

void fake_at(uint64_t moment, void (*interrupt)(void)) {
  uint32_t i = 0;
  while (interrupts[i].interrupt) assert(++i < INTERRUPTS);
  interrupts[i].moment = moment;
  interrupts[i].interrupt = interrupt;
}

/** The interrupt that comes first, INTERRUPTS if there is none. */
static uint32_t next_interrupt(void) {
  uint32_t best = INTERRUPTS;
  for (uint32_t i = 0; i < INTERRUPTS; i++) {
    if (interrupts[i].interrupt && (best == INTERRUPTS || interrupts[i].moment < interrupts[best].moment)) best = i;
  }
  return best;
}

static void take_interrupt(uint32_t i) {
  void (*interrupt)(void) = interrupts[i].interrupt;
  if (interrupts[i].moment > fake_time) fake_time = interrupts[i].moment;
  interrupts[i].interrupt = NULL;
  event = 1;
  interrupt();
}

static int abort_wanted;

void fake_work(uint64_t micros) {
  uint64_t end = fake_time + micros;
  for (uint32_t i; (i = next_interrupt()) != INTERRUPTS && interrupts[i].moment <= end;) {
    take_interrupt(i);
    if (abort_wanted) longjmp(user_code, 1);
  }
  fake_time = end;
}

uint64_t gn_port_micros(void) {
  return fake_time;
}

int gn_port_wake_in(uint32_t micros) {
  if (micros < 20) {
    fake_time++;  // time passes in spinning, too
    return 0;
  }
  wake = fake_time + micros;
  return 1;
}

void gn_port_sleep(void) {
  if (event) {
    event = 0;
    return;
  }
  uint32_t i = next_interrupt();
  if (i != INTERRUPTS && interrupts[i].moment <= wake) {
    take_interrupt(i);
    if (working && abort_wanted) longjmp(user_code, 1);
  } else if (wake != UINT64_MAX) {
    fake_time = wake;
    wake = UINT64_MAX;
  } else {
    assert(!working);
    longjmp(main_loop, 1);
  }
  event = 0;
}

void gn_port_request_tick(void) {
  for (uint32_t i = 0; i < INTERRUPTS; i++) {
    if (interrupts[i].interrupt == gn_tick) return;
  }
  fake_at(fake_time + 1000, gn_tick);
}

uint32_t gn_port_mask(void) {
  return 0;
}

void gn_port_unmask(uint32_t mask) {
  (void)mask;
}

// User code.

void gn_port_enter(uint32_t code, uint32_t closure) {
  fake_closure = closure;
  abort_wanted = 0;
  working = 1;
  if (setjmp(user_code) == 0) {
    uint32_t i = 0;
    while (programs[i].address != (code & ~1u)) assert(++i < PROGRAMS);
    programs[i].program();
  }
  working = 0;
}

int gn_port_try_abort(void) {
  abort_wanted |= working && fake_abortable;
  return abort_wanted;
}

void gn_port_unwind(void) {
  abort();
}

void gn_port_abort(void) {
  assert(working);
  longjmp(user_code, 1);
}

void fake_trap(uint32_t kind) {
  gn.trap.kind = kind;
  gn.outcome = GN_TRAPPED;
  gn_port_abort();
}

void gn_trap(int32_t kind, int32_t a, int32_t b) {
  gn.trap.registers[0] = (uint32_t)a;
  gn.trap.registers[1] = (uint32_t)b;
  fake_trap((uint32_t)kind);
}

uint64_t gn_port_cycles(void) {
  return 1234;
}

void gn_port_cycles_clear(void) {}

// Memory and identity.

void *gn_port_memory(uint32_t address) {
  return (void *)(uintptr_t)address;
}

int gn_port_readable(uint32_t address, uint32_t length) {
  return gn_holds(RAM, RAM + RAM_BYTES, address, length);
}

void gn_port_code_changes(void) {}

const uint32_t *gn_port_stack_top(void) {
  return 0;  // below all that the collector could scan: no references on the stack of the tests
}

void gn_port_check_stack(void) {}

uint32_t gn_port_start_number(void) {
  return 7;
}

void gn_port_reboot(void) {
  fake_restarted = 'r';
  longjmp(main_loop, 1);
}

void gn_port_bootloader(void) {
  fake_restarted = 'b';
  longjmp(main_loop, 1);
}

void fake_start(void) {
  memset(&gn, 0, sizeof gn);
  memset(interrupts, 0, sizeof interrupts);
  first = count = 0;
  fake_time = 1000;
  fake_restarted = 0;
  fake_abortable = 1;
  fake_room = MESSAGES;
  gn_start();
  gn_channel_on_attach();
  fake_run();
}

void fake_run(void) {
  wake = UINT64_MAX;
  event = 1;
  if (setjmp(main_loop) == 0) {
    for (;;) gn_run_or_sleep();
  }
}

// The channel.

const void *fake_take(uint32_t type) {
  if (count == 0) return NULL;
  const struct fake_message *message = &queue[first++ % MESSAGES];
  count--;
  assert(message->type == type);
  return message->payload;
}

int fake_take_any(struct fake_message *message) {
  if (count == 0) return 0;
  *message = queue[first++ % MESSAGES];
  count--;
  return 1;
}

uint32_t fake_messages(void) {
  return count;
}

int fake_send(uint32_t type, const void *payload, uint32_t length) {
  uint32_t aligned[64];
  memcpy(aligned, payload, length);
  return gn_channel_on_message(type, (const uint8_t *)aligned, length);
}

bool gn_channel_has_room(uint32_t length) {
  (void)length;
  return count < fake_room;
}

bool gn_channel_send(uint32_t type, const void *head, uint32_t head_length, const void *tail, uint32_t tail_length) {
  if (!gn_channel_has_room(0)) return false;
  struct fake_message *message = &queue[(first + count++) % MESSAGES];
  assert(head_length + tail_length <= GN_MAX_PAYLOAD);
  message->type = type;
  message->length = head_length + tail_length;
  if (head_length) memcpy(message->payload, head, head_length);
  if (tail_length) memcpy(message->payload + head_length, tail, tail_length);
  return true;
}

bool gn_channel_is_idle(void) {
  return count == 0;
}

uint32_t gn_channel_take_dropped(void) {
  return 0;
}

void gn_channel_tick(void) {}
