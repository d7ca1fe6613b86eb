// See timers.h. Delays follow Node's rules: whole milliseconds, and 1 for anything below 1 or above 2^31 - 1.
#include "timers.h"

#include "port.h"
#include "values/heap.h"

enum { TIMERS = 16 };

static struct {
  struct {
    uint64_t due;     // microseconds since start
    uint32_t period;  // milliseconds; 0: runs once
    int32_t id;       // 0: free
  } slots[TIMERS];
  gn_ref closures[TIMERS];  // apart from the slots, for the collector
  int32_t last_id;          // ids grow, so that of timers due at the same time the older one has the smaller
} timers;

static uint32_t milliseconds(double delay) {
  return delay >= 1 && delay <= 0x7fffffff ? (uint32_t)gn_d2i(delay) : 1;
}

void gn_timers_clear(void) {
  for (uint32_t i = 0; i < TIMERS; i++) {
    timers.slots[i].id = 0;
    timers.closures[i] = 0;
  }
  gn_heap_roots(1, gn_address(timers.closures), gn_address(timers.closures + TIMERS));
}

uint32_t gn_timers_live(void) {
  uint32_t live = 0;
  for (uint32_t i = 0; i < TIMERS; i++) live += timers.slots[i].id != 0;
  return live;
}

/** The slot of the timer that is due first, or TIMERS. */
static uint32_t first(void) {
  uint32_t best = TIMERS;
  for (uint32_t i = 0; i < TIMERS; i++) {
    if (timers.slots[i].id == 0) continue;
    if (best == TIMERS || timers.slots[i].due < timers.slots[best].due ||
        (timers.slots[i].due == timers.slots[best].due && timers.slots[i].id < timers.slots[best].id)) {
      best = i;
    }
  }
  return best;
}

uint64_t gn_timers_next(void) {
  uint32_t slot = first();
  return slot == TIMERS ? UINT64_MAX : timers.slots[slot].due;
}

uint32_t gn_timers_take(uint64_t now) {
  uint32_t slot = first();
  if (slot == TIMERS || timers.slots[slot].due > now) return 0;
  gn_ref closure = timers.closures[slot];
  if (timers.slots[slot].period == 0) {
    timers.slots[slot].id = 0;
    timers.closures[slot] = 0;
    return closure;
  }
  // An interval keeps its rhythm; what it missed, it does not make up for.
  uint64_t period = (uint64_t)timers.slots[slot].period * 1000;
  timers.slots[slot].due += period;
  if (timers.slots[slot].due <= now) timers.slots[slot].due = now + period;
  return closure;
}

int32_t gn_timer_start(gn_ref closure, double delay, int32_t repeat) {
  uint32_t slot = 0;
  while (timers.slots[slot].id != 0) {
    if (++slot == TIMERS) gn_trap(GN_TRAP_TOO_MANY_TIMERS, TIMERS, 0);
  }
  uint32_t period = milliseconds(delay);
  timers.slots[slot].due = gn_port_micros() + (uint64_t)period * 1000;
  timers.slots[slot].period = repeat ? period : 0;
  timers.slots[slot].id = ++timers.last_id;
  timers.closures[slot] = closure;
  return timers.last_id;
}

void gn_timer_clear(int32_t id) {
  for (uint32_t i = 0; i < TIMERS; i++) {
    if (id != 0 && timers.slots[i].id == id) {
      timers.slots[i].id = 0;
      timers.closures[i] = 0;
    }
  }
}
