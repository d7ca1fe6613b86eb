// The runtime's state, and what its files and the port tell each other.
#ifndef GN_RUNTIME_H
#define GN_RUNTIME_H

#include <stdint.h>

/** How a run of user code ended. */
enum gn_outcome { GN_DONE = 0, GN_TRAPPED = 1, GN_STOPPED = 2 };

/** Why user code was ended by a trap, and where. Kept until the next call. */
struct gn_trap_state {
  uint32_t kind;
  uint32_t registers[16];  // r0..r12, sp, lr, pc; those that could not be saved are 0
  uint32_t xpsr;
  uint32_t user_pc;  // where compiled code was: pc itself, or the innermost return address into the code arena
  uint32_t user_sp;  // the stack pointer of that code
};

struct gn_state {
  volatile uint8_t running;         // between the start and the end of a run of user code
  volatile uint8_t outcome;         // of that run: enum gn_outcome
  volatile uint8_t stop_requested;  // ends the run, or with nothing running the timers
  volatile uint8_t reset_requested;
  volatile uint8_t call_pending;
  uint8_t trap_kept;                // `trap` is of the last run
  uint32_t call_id;
  uint32_t call_entry;
  uint32_t epoch;  // changes whenever the board's memory is no longer what the host made it
  uint32_t timers_told;  // how many live timers the host knows of
  struct gn_trap_state trap;
};
extern struct gn_state gn;

/** The main loop. */
void gn_main(void) __attribute__((noreturn));

/** The service tick, in interrupt context. */
void gn_tick(void);

/** In interrupt context: ends the user code that runs, or else the timers. */
void gn_request_stop(void);

/** In helpers that wait: leaves user code if it is to stop. */
void gn_leave_if_stopped(void);

#endif
