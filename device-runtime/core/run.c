// Running user code: the main loop, calls from the host, timers' callbacks, and Stop.
#include "runtime.h"

#include "dispatch.h"
#include "port.h"
#include "timers.h"
#include "values/heap.h"

struct gn_state gn;

enum { CALLBACK = -1 };  // the call id that traps in timers' callbacks are reported under

/** Runs code on the empty user stack until it returns, traps or is stopped. */
static void run(uint32_t code, uint32_t closure, uint32_t id) {
  gn.trap_kept = 0;
  gn.outcome = GN_DONE;
  gn.running = 1;
  gn_port_enter(code, closure);
  gn.running = 0;
  if (gn.outcome == GN_TRAPPED) {
    gn.trap_kept = 1;
    gn_send_trap(id);
  }
}

static void run_call(void) {
  uint32_t id = gn.call_id;
  uint32_t entry = gn.call_entry;
  uint64_t cycles = 0;
  gn.call_pending = 0;
  if (gn.stop_requested) {
    gn.outcome = GN_STOPPED;
  } else {
    run(entry, 0, id);
    cycles = gn_port_cycles();
  }
  gn.stop_requested = 0;
  gn_send_result(id, gn.outcome, cycles);
  gn.timers_told = gn_timers_live();
}

static void run_callback(uint32_t closure) {
  run(*(const uint32_t *)gn_at(closure + GN_CLOSURE_CODE), closure, (uint32_t)CALLBACK);
}

/** Whatever can end without a call does so here: the host is told once. */
static void tell_quiet(void) {
  if (gn.timers_told != 0 && gn_timers_live() == 0) {
    gn.timers_told = 0;
    gn_send_quiet();
  }
}

static void reset(void) {
  gn.reset_requested = 0;
  gn.stop_requested = 0;
  gn.trap_kept = 0;
  gn.timers_told = 0;
  gn_heap_init(gn_memory.heap.begin, gn_memory.heap.end);
  gn_timers_clear();
  gn.epoch++;
  gn_send_reset_done();
}

/** One thing that is to be done now; 0 if there is none. */
static int step(void) {
  if (gn.reset_requested) {
    reset();
    return 1;
  }
  if (gn.call_pending) {
    run_call();
    return 1;
  }
  if (gn.stop_requested) {
    gn.stop_requested = 0;
    gn_timers_clear();
    tell_quiet();
    return 1;
  }
  uint32_t closure = gn_timers_take(gn_port_micros());
  if (closure == 0) return 0;
  run_callback(closure);
  tell_quiet();
  return 1;
}

void gn_main(void) {
  gn_heap_init(gn_memory.heap.begin, gn_memory.heap.end);
  gn_timers_clear();
  for (;;) {
    int asleep = gn_port_wake_at(gn_timers_next());
    if (!step() && asleep) gn_port_sleep();
  }
}

void gn_request_stop(void) {
  gn.stop_requested = 1;
  if (gn.running) gn_tick();
}

void gn_tick(void) {
  gn_link_tick();
  if (!gn.running || !(gn.stop_requested || gn.reset_requested) || gn.outcome != GN_DONE) return;
  if (gn_port_try_abort()) {
    gn.outcome = GN_STOPPED;
  } else {
    gn_port_request_tick();
  }
}

void gn_leave_if_stopped(void) {
  if (gn.stop_requested || gn.reset_requested) {
    gn.outcome = GN_STOPPED;
    gn_port_abort();
  }
}
