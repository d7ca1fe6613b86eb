// Time: the microsecond clock, waking up at a moment, and the service tick. RP2040 datasheet 4.6.
//
// Alarm 0 ends a sleep. Alarm 1 drives the service tick, which does in interrupt context what must go on while
// user code loops: retransmissions, and retries of Stop.
#include "../../core/port.h"
#include "../../core/runtime.h"
#include "rp2040.h"
#include "rp2040_port.h"

enum { WAKE = 0, SERVICE = 1 };
enum { SERVICE_MICROS = 1000 };
enum { TOO_SHORT = 20 };  // to be surely still ahead when the alarm has been set

uint64_t gn_port_micros(void) {
  uint32_t timer = gn_block(TIMER_BASE);
  for (;;) {
    uint32_t high = GN_REG(timer + TIMER_TIMERAWH);
    uint32_t low = GN_REG(timer + TIMER_TIMERAWL);
    if (GN_REG(timer + TIMER_TIMERAWH) == high) return (uint64_t)high << 32 | low;
  }
}

void gn_time_start(void) {
  GN_REG(TIMER_BASE + TIMER_INTE) = 1 << WAKE | 1 << SERVICE;
}

/** Sets an alarm, which compares the low 32 bits of the time. */
static void set_alarm(uint32_t alarm, uint32_t micros) {
  uint32_t timer = gn_block(TIMER_BASE);
  GN_REG(timer + TIMER_ALARM(alarm)) = GN_REG(timer + TIMER_TIMERAWL) + micros;
}

int gn_port_wake_in(uint32_t micros) {
  if (micros < TOO_SHORT) return 0;
  set_alarm(WAKE, micros);
  return 1;
}

void gn_port_request_tick(void) {
  if (!(GN_REG(TIMER_BASE + TIMER_ARMED) & 1 << SERVICE)) set_alarm(SERVICE, SERVICE_MICROS);
}

void gn_wake_interrupt(void) {
  GN_REG(TIMER_BASE + TIMER_INTR) = 1 << WAKE;
}

void gn_service_interrupt(void) {
  GN_REG(TIMER_BASE + TIMER_INTR) = 1 << SERVICE;
  gn_tick();
}
