// Time as user code sees it: delay, millis, micros.
#include "arith/arith.h"
#include "port.h"
#include "runtime.h"

enum { LONGEST_SLEEP = 1 << 30 };  // microseconds
#define LONGEST_DELAY 1e12         // milliseconds: 31 years, and far from overflow

/** value / 1000: long division by half-words, for want of a 64-bit division. */
static uint64_t thousandth(uint64_t value) {
  uint64_t quotient = 0;
  uint32_t rest = 0;
  for (int shift = 48; shift >= 0; shift -= 16) {
    uint32_t part = rest << 16 | (uint32_t)(value >> shift & 0xffff);
    quotient = quotient << 16 | part / 1000;
    rest = part % 1000;
  }
  return quotient;
}

static __attribute__((noinline)) gn_number from_u64(uint64_t value) {
  if (value <= INT32_MAX) return value;
  return gn_held((double)(uint32_t)(value >> 32) * 4294967296.0 + (double)(uint32_t)value);
}

gn_number gn_millis(void) {
  return from_u64(thousandth(gn_port_micros()));
}

gn_number gn_micros(void) {
  return from_u64(gn_port_micros());
}

/** A count of microseconds below 2^63, rounded down. */
static uint64_t to_u64(double micros) {
  // gn_d2i is modulo 2^32: it gives the low word of any number, and the high word once that is the integer part.
  return (uint64_t)(uint32_t)gn_d2i(micros * 0x1p-32) << 32 | (uint32_t)gn_d2i(micros);
}

void gn_delay_ms(gn_number delay) {
  double ms = gn_double(delay);
  if (!(ms > 0)) ms = 0;
  if (ms > LONGEST_DELAY) ms = LONGEST_DELAY;
  uint64_t end = gn_port_micros() + to_u64(ms * 1000);
  for (;;) {
    gn_leave_if_stopped();
    uint64_t now = gn_port_micros();
    if (now >= end) return;
    uint64_t left = end - now;
    if (gn_port_wake_in(left > LONGEST_SLEEP ? LONGEST_SLEEP : (uint32_t)left)) {
      gn_leave_if_stopped();
      gn_port_sleep();
    }
  }
}
