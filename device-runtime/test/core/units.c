// Tests of the core on a fake board: the loader, calls, traps, Stop, reset, timers, delay.
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arith/arith.h"
#include "channel.h"
#include "fake_port.h"
#include "generated/abi.h"
#include "loader.h"
#include "runtime.h"
#include "timers.h"
#include "values/heap.h"

enum { ENTRY = CODE + 0x100, CALLBACK = CODE + 0x200, OTHER = CODE + 0x300, CLOSURE = DATA + 8, OTHER_CLOSURE = DATA + 16 };

static uint32_t calls;  // how often `counted` ran

static void counted(void) {
  calls++;
}

static void start(void) {
  fake_start();
  assert(fake_take(GN_MESSAGE_IDENT));
  calls = 0;
  ((uint32_t *)gn_at(CLOSURE))[1] = CALLBACK | 1;
  ((uint32_t *)gn_at(OTHER_CLOSURE))[1] = OTHER | 1;
  fake_code(CALLBACK, counted);
}

static void call(uint32_t id, void (*program)(void)) {
  struct gn_call_message message = {id, ENTRY | 1};
  fake_code(ENTRY, program);
  assert(fake_send(GN_MESSAGE_CALL, &message, sizeof message));
}

static void expect_result(uint32_t id, uint32_t status, uint32_t timers) {
  const struct gn_result_message *result = fake_take(GN_MESSAGE_RESULT);
  assert(result && result->call == id && result->status == status && result->timers == timers);
}

static void stop_last(void) {
  gn_channel_on_stop(1);
}

static void test_loader(void) {
  start();
  // Every combination of begin and end around the edges of the arenas, and of the address space.
  static const uint32_t edges[] = {0, CODE, DATA, HEAP, CODE_END, 0x20000000, 0x10000000};
  static const uint8_t bytes[600];
  for (uint32_t i = 0; i < sizeof edges / sizeof *edges; i++) {
    for (uint32_t j = 0; j < 12; j++) {
      for (uint32_t length = 0; length < 9; length++) {
        uint32_t address = edges[i] + j - 6;
        uint64_t end = (uint64_t)address + length;
        int in_code = address >= CODE && end <= CODE_END;
        int in_data = address >= DATA && end <= HEAP;
        assert(gn_load(address, bytes, length) == (in_code || in_data));
      }
    }
  }
  assert(!gn_load(CODE, bytes, 0xffffffff) && !gn_load(DATA + 1, bytes, 0u - DATA));
  for (uint32_t shift = 0; shift < 4; shift++) {
    uint8_t pattern[16];
    for (uint32_t i = 0; i < sizeof pattern; i++) pattern[i] = (uint8_t)(i * 7 + shift);
    memset(gn_at(DATA + 64), 0xee, 32);
    assert(gn_load(DATA + 65 + shift, pattern, sizeof pattern));
    assert(memcmp(gn_at(DATA + 65 + shift), pattern, sizeof pattern) == 0);
    assert(*(uint8_t *)gn_at(DATA + 64 + shift) == 0xee && *(uint8_t *)gn_at(DATA + 81 + shift) == 0xee);
  }
  assert(gn_is_root_range(DATA, HEAP) && gn_is_root_range(HEAP, HEAP) && !gn_is_root_range(DATA, HEAP + 4));
  assert(!gn_is_root_range(DATA + 4, DATA) && !gn_is_root_range(DATA + 2, DATA + 6) && !gn_is_root_range(CODE, CODE_END));
  assert(gn_is_entry(CODE + 1) && gn_is_entry(CODE_END - 2) && !gn_is_entry(CODE_END) && !gn_is_entry(CODE - 1));
}

static void test_calls(void) {
  start();
  call(1, counted);
  fake_run();
  expect_result(1, GN_RESULT_DONE, 0);
  assert(calls == 1 && fake_messages() == 0);
}

static void second_call(void) {
  call(2, counted);
}

static void works_on(void) {
  fake_at(fake_time + 10, second_call);
  fake_work(1000);
  calls += 100;
}

static void test_one_call_at_a_time(void) {
  start();
  call(1, works_on);
  fake_run();
  expect_result(2, GN_RESULT_REFUSED, 0);
  expect_result(1, GN_RESULT_DONE, 0);
  assert(calls == 100);
}

static void test_refusals(void) {
  start();
  struct {
    uint32_t address;
    uint8_t bytes[4];
  } write = {HEAP, {1}};
  assert(fake_send(GN_MESSAGE_WRITE, &write, sizeof write));
  const struct gn_refused_message *refused = fake_take(GN_MESSAGE_REFUSED);
  assert(refused->address == HEAP && refused->type == GN_MESSAGE_WRITE && refused->reason == GN_REFUSAL_RANGE);
  // What was refused is not there, so what needs it does not run; only once.
  call(1, counted);
  call(2, counted);
  fake_run();
  expect_result(1, GN_RESULT_REFUSED, 0);
  expect_result(2, GN_RESULT_DONE, 0);
  struct gn_call_message bad_entry = {3, DATA};
  assert(fake_send(GN_MESSAGE_CALL, &bad_entry, sizeof bad_entry));
  refused = fake_take(GN_MESSAGE_REFUSED);
  assert(refused->address == DATA && refused->request == 3);
  struct gn_read_message bad_read = {CODE_END - 1, 9, 2};
  assert(fake_send(GN_MESSAGE_READ, &bad_read, sizeof bad_read));
  refused = fake_take(GN_MESSAGE_REFUSED);
  assert(refused->address == CODE_END - 1 && refused->request == 9);
  assert(fake_send(GN_MESSAGE_CALL, &bad_entry, 7));
  refused = fake_take(GN_MESSAGE_REFUSED);
  assert(refused->reason == GN_REFUSAL_MALFORMED && refused->type == GN_MESSAGE_CALL);
  assert(fake_send(0x7f, "", 0));
  refused = fake_take(GN_MESSAGE_REFUSED);
  assert(refused->reason == GN_REFUSAL_UNKNOWN_TYPE && refused->type == 0x7f);
}

static void test_read(void) {
  start();
  memcpy(gn_at(DATA + 100), "hello", 5);
  struct gn_read_message read = {DATA + 100, 77, 5};
  assert(fake_send(GN_MESSAGE_READ, &read, sizeof read));
  const struct gn_data_message *data = fake_take(GN_MESSAGE_DATA);
  assert(data->request == 77 && memcmp(data->bytes, "hello", 5) == 0);
  // Without room for the answer the message is not taken: the host sends it again.
  fake_room = 0;
  assert(!fake_send(GN_MESSAGE_READ, &read, sizeof read));
}

static void traps(void) {
  fake_trap(GN_TRAP_BOUNDS);
}

static void test_traps(void) {
  start();
  call(1, traps);
  fake_run();
  const struct gn_trap_message *trap = fake_take(GN_MESSAGE_TRAP);
  assert(trap->call == 1 && trap->kind == GN_TRAP_BOUNDS && gn.trap_kept);
  expect_result(1, GN_RESULT_TRAPPED, 0);
  call(2, counted);
  fake_run();
  assert(!gn.trap_kept);
  expect_result(2, GN_RESULT_DONE, 0);
}

static void loops(void) {
  for (;;) fake_work(500);
}

static void becomes_abortable(void) {
  fake_abortable = 1;
}

static void test_stop(void) {
  // A loop, at once.
  start();
  call(1, loops);
  fake_at(5000, stop_last);
  fake_run();
  expect_result(1, GN_RESULT_STOPPED, 0);
  // A loop in a helper that must not be left: as soon as it may be, without another request.
  start();
  fake_abortable = 0;
  call(1, loops);
  fake_at(5000, stop_last);
  fake_at(9000, becomes_abortable);
  fake_run();
  expect_result(1, GN_RESULT_STOPPED, 0);
  assert(fake_time >= 9000 && fake_time < 10500);
  // A call that has not begun.
  start();
  call(1, counted);
  stop_last();
  fake_run();
  expect_result(1, GN_RESULT_STOPPED, 0);
  assert(calls == 0);
  // A call that has ended: nothing but an answer; the next one runs.
  call(2, counted);
  fake_run();
  expect_result(2, GN_RESULT_DONE, 0);
  gn_channel_on_stop(1);
  fake_run();
  assert(fake_messages() == 0);
  gn_channel_on_stop(2);
  fake_run();
  assert(fake_take(GN_MESSAGE_QUIET) && fake_messages() == 0);
}

static void starts_timers(void) {
  int32_t first = gn_timer_start(CLOSURE, gn_held(10), 1);
  assert(first > 0 && gn_timer_start(CLOSURE, gn_held(25), 0) == first + 1);
}

static void test_timers(void) {
  start();
  call(1, starts_timers);
  fake_at(60500, stop_last);
  fake_run();
  expect_result(1, GN_RESULT_DONE, 2);
  // At 10, 20, ..., 50 and at 25 ms after the start at 1 ms.
  assert(calls == 6 && fake_closure == CLOSURE);
  assert(fake_take(GN_MESSAGE_QUIET) && fake_messages() == 0 && gn_timers_live() == 0);
}

static void starts_timers_and_loops(void) {
  starts_timers();
  for (;;) fake_work(500);
}

static void test_stop_ends_timers(void) {
  start();
  call(1, starts_timers_and_loops);
  fake_at(60500, stop_last);
  fake_run();
  expect_result(1, GN_RESULT_STOPPED, 0);
  assert(calls == 0 && fake_messages() == 0);
}

static const double delays_of_one[] = {0, -0.0, 0.5, 1, 1.99, -5, -3e9, -5e9, 2147483648.0, 1e300, 1.0 / 0.0, -1.0 / 0.0, 0.0 / 0.0};

static void starts_delays_of_one(void) {
  for (uint32_t i = 0; i < sizeof delays_of_one / sizeof *delays_of_one; i++) gn_timer_start(CLOSURE, gn_held(delays_of_one[i]), 0);
  gn_timer_start(CLOSURE, gn_held(2147483647), 0);
}

static void test_delays(void) {
  start();
  call(1, starts_delays_of_one);
  fake_at(2500, stop_last);
  fake_run();
  expect_result(1, GN_RESULT_DONE, 14);
  assert(calls == 13);
}

static int32_t interval;

static void clears_itself(void) {
  if (++calls == 3) gn_timer_clear(interval);
}

static void starts_interval(void) {
  interval = gn_timer_start(CLOSURE, gn_held(0.5), 1);
}

static void test_quiet(void) {
  start();
  fake_code(CALLBACK, clears_itself);
  call(1, starts_interval);
  fake_run();
  expect_result(1, GN_RESULT_DONE, 1);
  assert(calls == 3 && fake_time < 4200);
  assert(fake_take(GN_MESSAGE_QUIET) && fake_messages() == 0);
}

static char order[8];

static void appends_a(void) {
  strcat(order, "a");
}

static void appends_b(void) {
  strcat(order, "b");
}

static void starts_in_another_order(void) {
  gn_timer_start(OTHER_CLOSURE, gn_held(5), 0);
  gn_timer_start(CLOSURE, gn_held(3), 0);
  gn_timer_start(CLOSURE, gn_held(5), 0);
  gn_timer_start(OTHER_CLOSURE, gn_held(1e300), 0);  // beyond 2^31 - 1 ms: 1 ms, as in Node
}

static void test_order(void) {
  start();
  fake_code(CALLBACK, appends_a);
  fake_code(OTHER, appends_b);
  order[0] = 0;
  call(1, starts_in_another_order);
  fake_run();
  assert(strcmp(order, "baba") == 0);
}

static void works_long(void) {
  calls++;
  fake_work(35000);
}

static void test_late_interval(void) {
  start();
  fake_code(CALLBACK, works_long);
  call(1, starts_timers);
  fake_at(150000, stop_last);
  fake_run();
  // Each takes 35 ms of its 10: what was missed is not made up for.
  assert(calls >= 4 && calls <= 6);
}

static void starts_many(void) {
  // Latest first, with collections among them.
  for (uint32_t i = 100; i > 0; i--) {
    gn_timer_start(CLOSURE, gn_held(i), 0);
    if (i % 10 == 0) gn_collect();
  }
  assert(gn_timers_live() == 100);
}

static void test_many_timers(void) {
  start();
  call(1, starts_many);
  fake_at(200000, stop_last);
  fake_run();
  expect_result(1, GN_RESULT_DONE, 100);
  assert(calls == 100 && gn_timers_live() == 0);
}

static void traps_thrice(void) {
  calls++;
  fake_trap(GN_TRAP_EMPTY_ARRAY);
}

static void test_trap_in_callback(void) {
  start();
  fake_code(CALLBACK, traps_thrice);
  call(1, starts_interval);
  fake_at(4500, stop_last);
  fake_run();
  expect_result(1, GN_RESULT_DONE, 1);
  for (uint32_t i = 0; i < 3; i++) {
    const struct gn_trap_message *trap = fake_take(GN_MESSAGE_TRAP);
    assert(trap->call == GN_CALLBACK_CALL && trap->kind == GN_TRAP_EMPTY_ARRAY);
  }
  assert(fake_take(GN_MESSAGE_QUIET) && fake_messages() == 0);
}

static void test_stop_in_callback(void) {
  start();
  fake_code(CALLBACK, loops);
  call(1, starts_interval);
  fake_at(20000, stop_last);
  fake_run();
  expect_result(1, GN_RESULT_DONE, 1);
  assert(fake_take(GN_MESSAGE_QUIET) && fake_messages() == 0 && gn_timers_live() == 0);
}

static void allocates_and_loops(void) {
  gn_alloc(GN_OBJECT_RAW, 100);
  gn_timer_start(CLOSURE, gn_held(1000), 1);
  loops();
}

static void send_reset(void) {
  assert(fake_send(GN_MESSAGE_RESET, "", 0));
}

static void test_reset(void) {
  start();
  call(1, allocates_and_loops);
  fake_at(3000, send_reset);
  uint32_t epoch = gn.epoch;
  fake_run();
  expect_result(1, GN_RESULT_STOPPED, 1);
  const struct gn_ident_message *ident = fake_take(GN_MESSAGE_IDENT);
  assert(ident->epoch != epoch && ident->last_call == 1 && ident->flags == 0);
  assert(gn_timers_live() == 0 && gn_heap_used() == 0 && fake_messages() == 0);
  // A call before the reset is forgotten, one after it runs.
  call(2, counted);
  send_reset();
  call(3, counted);
  fake_run();
  assert(fake_take(GN_MESSAGE_IDENT) && calls == 1);
  expect_result(3, GN_RESULT_DONE, 0);
}

static void expect_code_from(uint32_t begin) {
  const struct gn_ident_message *ident = fake_take(GN_MESSAGE_IDENT);
  assert(ident && ident->code_begin == begin && ident->heap_end == begin && ident->code_end == CODE_END);
}

static void send_reserve(uint32_t begin) {
  struct gn_reserve_message reserve = {begin};
  assert(fake_send(GN_MESSAGE_RESERVE, &reserve, sizeof reserve));
}

static void reserves_early(void) {
  send_reserve(CODE - 0x2000);
}

/** Makes an object that reaches to 8 KB below the heap's end, for a global. */
static void fills(void) {
  uint32_t bytes = gn_heap_free() - 0x2000;
  *(gn_ref *)gn_at(DATA) = gn_alloc(GN_OBJECT_RAW, bytes);
}

static void test_reserve(void) {
  static const uint8_t bytes[16];
  start();
  gn_heap_roots(0, DATA, DATA + 4);
  *(gn_ref *)gn_at(DATA) = 0;
  uint32_t free = gn_heap_free();
  assert(!gn_load(CODE - 4, bytes, 8));
  // Not while a program runs; what it leaves behind is no obstacle.
  call(1, allocates_and_loops);
  fake_at(3000, reserves_early);
  fake_at(4000, stop_last);
  fake_run();
  expect_result(1, GN_RESULT_STOPPED, 0);
  expect_code_from(CODE - 0x2000);
  assert(gn_heap_free() <= free - 0x2000 && gn_heap_free() > free - 0x2200);
  assert(gn_load(CODE - 0x2000, bytes, 16) && gn_load(CODE - 4, bytes, 8) && !gn_load(CODE - 0x2004, bytes, 8));
  assert(gn_is_entry(CODE - 0x2000));
  // Up to an object that is in use, but not where it lies.
  call(2, fills);
  fake_run();
  expect_result(2, GN_RESULT_DONE, 0);
  static const uint32_t wrong[] = {CODE - 0x5000, HEAP, DATA, 4, CODE, 0xffffffff, CODE - 0x2000};
  for (uint32_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    send_reserve(wrong[i]);
    fake_run();
    expect_code_from(CODE - 0x2000);
  }
  send_reserve(CODE - 0x3000);
  fake_run();
  expect_code_from(CODE - 0x3000);
  // The heap is whole again after a reset, which also forgets a wish.
  send_reserve(CODE - 0x3800);
  send_reset();
  fake_run();
  expect_code_from(CODE);
  assert(fake_messages() == 0 && gn_heap_free() == free && !gn_load(CODE - 4, bytes, 8));
}

static void send_reboot(void) {
  assert(fake_send(GN_MESSAGE_REBOOT, "", 0));
}

static void send_bootloader(void) {
  assert(fake_send(GN_MESSAGE_BOOTLOADER, "", 0));
}

static void takes_stopped(void) {
  expect_result(1, GN_RESULT_STOPPED, 0);
}

static void test_restart(void) {
  start();
  send_reboot();
  fake_run();
  assert(fake_restarted == 'r');
  start();
  call(1, loops);
  fake_at(3000, send_bootloader);
  fake_at(5000, takes_stopped);
  fake_run();
  // Not before the last answer has been taken.
  assert(fake_restarted == 'b' && fake_time == 5000);
}

static void delays(void) {
  gn_delay_ms(gn_held(-1));
  gn_delay_ms(gn_held(0.0 / 0.0));
  gn_delay_ms(gn_held(2.5));
  calls++;
  gn_delay_ms(gn_held(1e300));
  calls++;
}

static void test_delay(void) {
  start();
  call(1, delays);
  fake_run();
  // 2.5 ms, then 31 years.
  assert(calls == 2);
  assert(fake_time == 1000 + 2500 + 1000000000000000u);
  expect_result(1, GN_RESULT_DONE, 0);
  start();
  call(1, delays);
  fake_at(10000, stop_last);
  fake_abortable = 0;  // a delay leaves by itself
  fake_run();
  assert(calls == 1 && fake_time >= 10000 && fake_time < 3000000000);
  expect_result(1, GN_RESULT_STOPPED, 0);
}

static double clock_values[2];

static void reads_clock(void) {
  clock_values[0] = gn_double(gn_millis());
  clock_values[1] = gn_double(gn_micros());
}

static void test_clock(void) {
  static const uint64_t times[] = {999, 1000, 0xffffffff, 0x100000000, 0x123456789abcd, 9007199254740991};
  for (uint32_t i = 0; i < sizeof times / sizeof *times; i++) {
    start();
    fake_time = times[i];
    call(1, reads_clock);
    fake_run();
    assert(clock_values[0] == (double)(times[i] / 1000) && clock_values[1] == (double)times[i]);
  }
}

int main(void) {
  fake_map_memory();
  test_loader();
  test_calls();
  test_one_call_at_a_time();
  test_refusals();
  test_read();
  test_traps();
  test_stop();
  test_timers();
  test_stop_ends_timers();
  test_delays();
  test_quiet();
  test_order();
  test_late_interval();
  test_many_timers();
  test_trap_in_callback();
  test_stop_in_callback();
  test_reset();
  test_reserve();
  test_restart();
  test_delay();
  test_clock();
  puts("ok");
  return 0;
}
