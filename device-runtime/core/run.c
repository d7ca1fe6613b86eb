// Running user code: the main loop, calls from the host, timers' callbacks, and Stop.
#include "runtime.h"

#include "channel.h"
#include "coroutines.h"
#include "dispatch.h"
#include "exceptions.h"
#include "port.h"
#include "timers.h"
#include "values/heap.h"

struct gn_state gn;

static int is_to_leave(void) {
  return gn.stop_requested || gn.reset_requested || gn.restart_requested;
}

static int32_t aborted;

int32_t gn_aborted(void) {
  return aborted;
}

/** Runs code on the empty user stack until it returns, traps or is stopped. */
static void run(uint32_t code, uint32_t closure, uint32_t id) {
  gn.trap_kept = 0;
  gn.outcome = GN_DONE;
  gn_handler = 0;
  gn_resumption = 0;
  gn.running = 1;
  // From here on, a request to leave finds the program running and sees to its end.
  if (is_to_leave()) {
    gn.outcome = GN_STOPPED;
  } else {
    gn_port_enter(code, closure);
  }
  gn.running = 0;
  if (gn.outcome != GN_DONE) aborted++;
  if (gn.outcome == GN_TRAPPED) {
    gn.trap_kept = 1;
    gn_send_trap(id);
  }
}

/** What is to be called when the code that runs has ended; a constant object, so that nothing has to keep it. */
static gn_ref after;

void gn_after(gn_ref closure) {
  after = closure;
}

/** Runs code and what it has left for after it. */
static void run_all(uint32_t code, uint32_t closure, uint32_t id) {
  for (;;) {
    run(code, closure, id);
    closure = after;
    after = 0;
    if (!closure || gn.outcome != GN_DONE) return;
    code = *(const uint32_t *)gn_at(closure + GN_CLOSURE_CODE);
  }
}

/** Takes the request to stop, and says whether there was one. */
static int take_stop(void) {
  uint32_t mask = gn_port_mask();
  int requested = gn.stop_requested;
  gn.stop_requested = 0;
  gn.call_running = 0;
  gn_port_unmask(mask);
  return requested;
}

static void run_call(void) {
  uint32_t id = gn.call_id;
  gn.call_running = 1;
  gn.call_pending = 0;
  gn_port_cycles_clear();
  run_all(gn.call_entry, 0, id);
  if (take_stop()) gn_timers_clear();
  gn.timers_told = gn_timers_live();
  gn_send_result(id, gn.outcome, gn_port_cycles());
}

static void run_callback(uint32_t closure) {
  run_all(*(const uint32_t *)gn_at(closure + GN_CLOSURE_CODE), closure, GN_CALLBACK_CALL);
}

/** Timers end by themselves too: the host is told when the last one that it knows of has. */
static void tell_quiet(void) {
  if (gn.timers_told != 0 && gn_timers_live() == 0) {
    gn.timers_told = 0;
    gn_send_quiet();
  }
}

/** Stop with no call to end: it ends the timers, and is answered in any case. */
static void stop_timers(void) {
  take_stop();
  gn.timers_told = 0;
  gn_timers_clear();
  gn_send_quiet();
}

/** Heap and timers as after start-up. */
static void forget(void) {
  gn_heap_init(gn_identity.heap_begin, gn_identity.heap_end);
  gn.code_begin = gn_identity.code_begin;
  gn_timers_clear();
}

static void reset(void) {
  gn.reset_requested = 0;
  gn.stop_requested = 0;
  gn.trap_kept = 0;
  gn.timers_told = 0;
  forget();
  gn.epoch++;
  gn_send_identity();
}

/** The code arena takes the end of the heap, if no object is there. */
static void reserve(void) {
  uint32_t begin = gn.code_wanted;
  gn.code_wanted = 0;
  if (gn_heap_give(begin)) gn.code_begin = begin;
  gn_send_identity();
}

/** The last answers go out first; the channel gives up by itself if nobody takes them. */
static void restart(void) {
  while (!gn_channel_is_idle()) gn_port_sleep();
  if (gn.restart_requested == GN_RESTART_BOOTLOADER) gn_port_bootloader();
  gn_port_reboot();
}

/** One thing that is to be done now; 0 if there is none. */
static int step(void) {
  if (gn.restart_requested) restart();
  if (gn.reset_requested) {
    reset();
    return 1;
  }
  if (gn.code_wanted) {
    reserve();
    return 1;
  }
  if (gn.call_pending) {
    run_call();
    return 1;
  }
  if (gn.stop_requested) {
    stop_timers();
    return 1;
  }
  uint32_t closure = gn_timers_take();
  if (closure == 0) return 0;
  run_callback(closure);
  tell_quiet();
  return 1;
}

void gn_start(void) {
  gn.epoch = gn_port_start_number();
  forget();
}

void gn_run_or_sleep(void) {
  int may_sleep = gn_timers_wake();
  if (!step() && may_sleep) gn_port_sleep();
}

/** In interrupt context: ends what runs, now or as soon as it can be ended. */
static void leave(void) {
  if (!gn.running || gn.outcome != GN_DONE) return;
  if (gn_port_try_abort()) {
    gn.outcome = GN_STOPPED;
  } else {
    gn_port_request_tick();
  }
}

void gn_tick(void) {
  gn_channel_tick();
  if (is_to_leave()) leave();
}

void gn_request_stop(void) {
  gn.stop_requested = 1;
  leave();
}

void gn_request_reset(void) {
  gn.call_pending = 0;
  gn.code_wanted = 0;
  gn.reset_requested = 1;
  leave();
}

void gn_request_restart(enum gn_restart how) {
  gn.restart_requested = (uint8_t)how;
  leave();
}

void gn_leave_if_stopped(void) {
  if (is_to_leave()) {
    gn.outcome = GN_STOPPED;
    gn_port_abort();
  }
}
