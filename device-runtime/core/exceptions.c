// Exceptions: what was thrown, and where to. gn_try (of the port) keeps the chain of handlers on the stack.
#include "exceptions.h"

#include "generated/abi.h"
#include "port.h"
#include "runtime.h"

uint32_t gn_handler;
/** Between a throw and gn_caught nothing can collect. */
static gn_ref thrown;

void gn_throw(gn_ref value) {
  if (!gn_handler) return;
  thrown = value;
  gn_port_unwind();
}

gn_ref gn_caught(void) {
  return thrown;
}

int32_t gn_caught_trap(int32_t word) {
  return (int32_t)(word ? gn.trap.registers[word - 1] : gn.trap.kind);
}
