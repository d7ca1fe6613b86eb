// Time as user code sees it: delay, millis, micros.
#include "generated/abi.h"
#include "port.h"
#include "runtime.h"

static double from_u64(uint64_t value) {
  return (double)(uint32_t)(value >> 32) * 4294967296.0 + (double)(uint32_t)value;
}

/** value / divisor, divisor below 2^16: long division by half-words, for want of a 64-bit division. */
static uint64_t divide(uint64_t value, uint32_t divisor) {
  uint64_t quotient = 0;
  uint32_t rest = 0;
  for (int shift = 48; shift >= 0; shift -= 16) {
    uint32_t part = rest << 16 | (uint32_t)(value >> shift & 0xffff);
    uint32_t digit = (uint32_t)gn_udiv((int32_t)part, (int32_t)divisor);
    rest = part - digit * divisor;
    quotient = quotient << 16 | digit;
  }
  return quotient;
}

double gn_millis(void) {
  return from_u64(divide(gn_port_micros(), 1000));
}

double gn_micros(void) {
  return from_u64(gn_port_micros());
}

void gn_delay_ms(double ms) {
  gn_leave_if_stopped();
  if (!(ms > 0)) return;
  if (ms > 0x7fffffff) ms = 0x7fffffff;
  uint32_t whole = (uint32_t)gn_d2i(ms);
  uint32_t rest = (uint32_t)gn_d2i((ms - (double)whole) * 1000);
  uint64_t end = gn_port_micros() + (uint64_t)whole * 1000 + rest;
  while (gn_port_micros() < end) {
    int asleep = gn_port_wake_at(end);
    gn_leave_if_stopped();
    if (asleep) gn_port_sleep();
  }
}
