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
  for (;;) {
    uint32_t high = TIMER_RAWH;
    uint32_t low = TIMER_RAWL;
    if (TIMER_RAWH == high) return (uint64_t)high << 32 | low;
  }
}

void gn_time_start(void) {
  TIMER_INTE = 1 << WAKE | 1 << SERVICE;
  NVIC_ISER = 1 << IRQ_TIMER_0 | 1 << IRQ_TIMER_1;
}

int gn_port_wake_at(uint64_t moment) {
  if (moment == UINT64_MAX) return 1;
  uint64_t now = gn_port_micros();
  if (moment < now + TOO_NEAR) return 0;
  // An alarm compares the low 32 bits only: what is further away is reached in several sleeps.
  uint64_t ahead = moment - now;
  TIMER_ALARM(WAKE) = (uint32_t)now + (ahead > FAR ? FAR : (uint32_t)ahead);
  return 1;
}

void gn_port_request_tick(void) {
  if (!(TIMER_ARMED & 1 << SERVICE)) TIMER_ALARM(SERVICE) = TIMER_RAWL + SERVICE_MICROS;
}

void gn_wake_interrupt(void) {
  TIMER_INTR = 1 << WAKE;
}

void gn_service_interrupt(void) {
  TIMER_INTR = 1 << SERVICE;
  gn_tick();
}
