// See timers.h. Delays follow Node's rules: whole milliseconds, and 1 for anything below 1 or above 2^31 - 1.
#include "timers.h"

#include "arith/arith.h"
#include "port.h"
#include "runtime.h"
#include "values/heap.h"

enum { TIMERS = 16, LONGEST_SLEEP = 1 << 30 };  // microseconds

// Wasting no memory for its alignment.
typedef uint64_t word_aligned_u64 __attribute__((aligned(4)));

struct timer {
  word_aligned_u64 due;  // microseconds since start
  uint32_t period;       // milliseconds; 0: runs once
  int32_t id;
  gn_ref closure;
};

static struct {
  struct timer queue[TIMERS];  // in the order in which they are due
  uint32_t live;
  int32_t last_id;
} timers;

/** The collector looks at whole timers: what in them is no reference will hardly ever look like one. */
static void set_live(uint32_t live) {
  timers.live = live;
  gn_heap_roots(1, gn_address(timers.queue), gn_address(timers.queue + live));
}

/** Puts a timer behind those that are due no later. */
static void insert(struct timer timer) {
  struct timer *at = &timers.queue[timers.live];
  set_live(timers.live + 1);
  for (; at != timers.queue && at[-1].due > timer.due; at--) at[0] = at[-1];
  *at = timer;
}

static void remove(struct timer *at) {
  set_live(timers.live - 1);
  for (; at != &timers.queue[timers.live]; at++) at[0] = at[1];
}

void gn_timers_clear(void) {
  set_live(0);
}

uint32_t gn_timers_live(void) {
  return timers.live;
}

int gn_timers_wake(void) {
  if (timers.live == 0) return 1;
  uint64_t now = gn_port_micros();
  uint64_t due = timers.queue[0].due;
  if (due <= now) return 0;
  uint64_t ahead = due - now;
  return gn_port_wake_in(ahead > LONGEST_SLEEP ? LONGEST_SLEEP : (uint32_t)ahead);
}

uint32_t gn_timers_take(void) {
  uint64_t now = gn_port_micros();
  struct timer timer = timers.queue[0];
  if (timers.live == 0 || timer.due > now) return 0;
  remove(timers.queue);
  if (timer.period) {
    // An interval keeps its rhythm; what it missed, it does not make up for.
    uint64_t period = (uint64_t)timer.period * 1000;
    timer.due += period;
    if (timer.due <= now) timer.due = now + period;
    insert(timer);
  }
  return timer.closure;
}

static uint32_t milliseconds(double delay) {
  union {
    double number;
    uint64_t bits;
  } u = {.number = delay};
  // 2^31 and above, anything negative, NaN: by the high word, as an unsigned number, they come last.
  int32_t period = u.bits >> 32 < 0x41e00000 ? gn_d2i(delay) : 1;
  return period ? (uint32_t)period : 1;
}

int32_t gn_timer_start(gn_ref closure, gn_number delay, int32_t repeat) {
  if (timers.live == TIMERS) gn_trap(GN_TRAP_TOO_MANY_TIMERS, TIMERS, 0);
  if (!closure) gn_trap(GN_TRAP_NULL_REFERENCE, 0, 0);
  uint32_t period = milliseconds(gn_double(delay));
  uint64_t due = gn_port_micros() + (uint64_t)period * 1000;
  insert((struct timer){due, repeat ? period : 0, ++timers.last_id, closure});
  return timers.last_id;
}

gn_ref gn_next_timer(void) {
  for (;;) {
    gn_leave_if_stopped();
    uint32_t closure = gn_timers_take();
    if (closure || timers.live == 0) return closure;
    if (gn_timers_wake()) {
      gn_leave_if_stopped();
      gn_port_sleep();
    }
  }
}

void gn_timer_clear(int32_t id) {
  for (uint32_t i = 0; i < timers.live; i++) {
    if (timers.queue[i].id == id) return remove(&timers.queue[i]);
  }
}
