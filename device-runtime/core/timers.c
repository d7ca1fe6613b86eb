// See timers.h. Delays follow Node's rules: whole milliseconds, and 1 for anything below 1 or above 2^31 - 1.
#include "timers.h"

#include "arith/arith.h"
#include "port.h"
#include "runtime.h"
#include "values/heap.h"

enum { LONGEST_SLEEP = 1 << 30 };  // microseconds

/** A timer is an object of the heap, so only memory limits how many there are. */
struct timer {
  uint32_t header;
  uint32_t class;  // address of `timer_class`
  uint32_t next;   // the timer that is due after this one, or 0
  gn_ref closure;
  uint64_t due;     // microseconds since start
  uint32_t period;  // milliseconds; 0: runs once
  int32_t id;
};

/** Of a class, the collector looks at what its objects refer to: here the first two words, next and closure. */
static const uint32_t timer_class = 0x3;

_Static_assert(GN_CLASS_REFERENCES == 0 && offsetof(struct timer, class) == GN_OBJECT_CLASS, "as the collector reads them");
_Static_assert(offsetof(struct timer, next) == GN_OBJECT_FIELDS, "as in timer_class");

static struct {
  uint32_t first;  // in the order in which they are due
  uint32_t live;
  int32_t last_id;
} timers;

static struct timer *timer_at(uint32_t address) {
  return gn_at(address);
}

/** Puts a timer behind those that are due no later. */
static void insert(struct timer *timer) {
  uint32_t *link = &timers.first;
  while (*link && timer_at(*link)->due <= timer->due) link = &timer_at(*link)->next;
  timer->next = *link;
  *link = gn_address(timer);
  timers.live++;
}

static void remove(uint32_t *link) {
  *link = timer_at(*link)->next;
  timers.live--;
}

void gn_timers_clear(void) {
  timers.first = 0;
  timers.live = 0;
  gn_heap_roots(1, gn_address(&timers.first), gn_address(&timers.first + 1));
}

uint32_t gn_timers_live(void) {
  return timers.live;
}

int gn_timers_wake(void) {
  if (timers.live == 0) return 1;
  uint64_t now = gn_port_micros();
  uint64_t due = timer_at(timers.first)->due;
  if (due <= now) return 0;
  uint64_t ahead = due - now;
  return gn_port_wake_in(ahead > LONGEST_SLEEP ? LONGEST_SLEEP : (uint32_t)ahead);
}

uint32_t gn_timers_take(void) {
  if (timers.live == 0) return 0;
  uint64_t now = gn_port_micros();
  struct timer *timer = timer_at(timers.first);
  if (timer->due > now) return 0;
  remove(&timers.first);
  if (timer->period) {
    // An interval keeps its rhythm; what it missed, it does not make up for.
    uint64_t period = (uint64_t)timer->period * 1000;
    timer->due += period;
    if (timer->due <= now) timer->due = now + period;
    insert(timer);
  }
  return timer->closure;
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
  if (!closure) gn_trap(GN_TRAP_NULL_REFERENCE, 0, 0);
  uint32_t period = milliseconds(gn_double(delay));
  struct timer *timer = timer_at(gn_alloc(GN_OBJECT_OBJECT, sizeof(struct timer)));
  timer->class = gn_address(&timer_class);
  timer->closure = closure;
  timer->due = gn_port_micros() + (uint64_t)period * 1000;
  timer->period = repeat ? period : 0;
  timer->id = ++timers.last_id;
  insert(timer);
  return timer->id;
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
  for (uint32_t *link = &timers.first; *link; link = &timer_at(*link)->next) {
    if (timer_at(*link)->id == id) return remove(link);
  }
}
