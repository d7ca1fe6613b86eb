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
enum { TOO_NEAR = 20, FAR = 1 << 30 };  // microseconds

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

int gn_port_wake_at(uint64_t moment) {
  if (moment == UINT64_MAX) return 1;
  uint64_t now = gn_port_micros();
  if (moment < now + TOO_NEAR) return 0;
  // An alarm compares the low 32 bits only: what is further away is reached in several sleeps.
  uint64_t ahead = moment - now;
  GN_REG(TIMER_BASE + TIMER_ALARM(WAKE)) = (uint32_t)now + (ahead > FAR ? FAR : (uint32_t)ahead);
  return 1;
}

void gn_port_request_tick(void) {
  uint32_t timer = gn_block(TIMER_BASE);
  if (GN_REG(timer + TIMER_ARMED) & 1 << SERVICE) return;
  GN_REG(timer + TIMER_ALARM(SERVICE)) = GN_REG(timer + TIMER_TIMERAWL) + SERVICE_MICROS;
}

void gn_wake_interrupt(void) {
  GN_REG(TIMER_BASE + TIMER_INTR) = 1 << WAKE;
}

void gn_service_interrupt(void) {
  GN_REG(TIMER_BASE + TIMER_INTR) = 1 << SERVICE;
  gn_tick();
}
