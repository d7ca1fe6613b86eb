// The port of the channel's tests: time is what the test says, and interrupts are function calls.
#include "port.h"

#include <stdlib.h>

#include "test_port.h"

int gn_test_ticks_wanted;
static int masked;

uint32_t gn_port_mask(void) {
  return (uint32_t)masked++;
}

void gn_port_unmask(uint32_t mask) {
  // Unbalanced masking would leave the board deaf.
  if ((uint32_t)--masked != mask) abort();
}

void gn_port_request_tick(void) {
  gn_test_ticks_wanted = 1;
}

void gn_port_send(void) {
  // The tests pull after each command anyway.
}
