// Throws random messages, interrupts and programs at the core. The sanitizers and the asserts are the test.
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arith/arith.h"
#include "channel.h"
#include "fake_port.h"
#include "generated/abi.h"
#include "port_values.h"
#include "runtime.h"
#include "timers.h"
#include "values/heap.h"

enum { ENTRIES = 4, CLOSURES = 4 };

static uint32_t state;
static uint32_t accepted, answered, next_id;

static uint32_t random_below(uint32_t limit) {
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state % limit;
}

static uint32_t entry(uint32_t i) {
  return CODE + 0x100 * i;
}

static uint32_t closure(uint32_t i) {
  return DATA + 16 * i;
}

static void random_interrupt(void);

static void program(void) {
  for (uint32_t left = random_below(12); left--;) {
    switch (random_below(9)) {
      case 0:
        fake_trap(random_below(16));
      case 1:
        gn_timer_start(closure(random_below(CLOSURES)), gn_held(random_below(50)), (int32_t)random_below(2));
        break;
      case 2:
        gn_timer_clear((int32_t)random_below(40));
        break;
      case 3:
        gn_delay_ms(gn_held(random_below(30) / 4.0));
        break;
      case 4:
        gn_alloc(random_below(4), 8 + random_below(20000));
        break;
      case 5:
        gn_port_output((const uint8_t *)"record", 6, 1, 1);
        break;
      case 6:
        fake_abortable = (int)random_below(2);
        break;
      default:
        fake_work(random_below(5000));
    }
  }
  fake_abortable = 1;
}

static void drain(void) {
  struct fake_message message;
  while (fake_take_any(&message)) {
    if (message.type == GN_MESSAGE_RESULT) answered++;
    if (message.type == GN_MESSAGE_REFUSED) assert(message.length == GN_MESSAGE_REFUSED_SIZE);
  }
}

/** An address that is often one that matters. */
static uint32_t random_address(void) {
  static const uint32_t places[] = {CODE, DATA, HEAP, CODE_END, 0, 0x20000000};
  return places[random_below(6)] + random_below(65) * 4 - 128 + (random_below(4) == 0);
}

static void send_call(void) {
  struct gn_call_message message = {++next_id, entry(random_below(ENTRIES)) | 1};
  // Whatever becomes of it, it is answered by one result.
  accepted += (uint32_t)fake_send(GN_MESSAGE_CALL, &message, sizeof message);
}

static void send_random(void) {
  uint32_t payload[8];
  for (uint32_t i = 0; i < 8; i++) payload[i] = random_below(2) ? random_address() : random_below(0xffffffff);
  uint32_t types[] = {GN_MESSAGE_ROOTS, GN_MESSAGE_READ, GN_MESSAGE_RESERVE, random_below(256)};
  uint32_t type = types[random_below(4)];
  // Not what would leave the board without what the fuzzer counts on.
  if (type == GN_MESSAGE_WRITE || (type >= GN_MESSAGE_CALL && type != GN_MESSAGE_READ && type <= GN_MESSAGE_BOOTLOADER)) return;
  fake_send(type, payload, random_below(4) ? 8 : random_below(32));
}

static void random_interrupt(void) {
  drain();
  switch (random_below(6)) {
    case 0:
      gn_channel_on_stop(random_below(2) ? next_id : random_below(100));
      break;
    case 1:
    case 2:
      send_call();
      break;
    case 3:
      gn_tick();
      break;
    default:
      send_random();
  }
}

static void prepare(void) {
  for (uint32_t i = 0; i < ENTRIES; i++) fake_code(entry(i), program);
  for (uint32_t i = 0; i < CLOSURES; i++) {
    ((uint32_t *)gn_at(closure(i)))[0] = 2 << 8 | GN_OBJECT_CLOSURE;
    ((uint32_t *)gn_at(closure(i)))[1] = entry(i) | 1;
  }
}

static void end_timers(void) {
  gn_channel_on_stop(next_id);
}

int main(int count, char **arguments) {
  assert(count == 3);
  state = (uint32_t)atoi(arguments[1]) * 2654435761u + 1;
  fake_map_memory();
  prepare();
  for (int round = atoi(arguments[2]); round; round--) {
    fake_start();
    accepted = answered = next_id = 0;
    for (uint32_t i = random_below(20); i; i--) fake_at(random_below(60000), random_interrupt);
    // Once the interrupts are through, Stop must bring everything to rest.
    fake_at(100000, end_timers);
    fake_run();
    end_timers();
    fake_run();
    drain();
    assert(!gn.running && !gn.call_pending && !gn.stop_requested && gn_timers_live() == 0);
    assert(answered == accepted);
  }
  puts("ok");
  return 0;
}
