// The runtime's state, and what its files and the port tell each other.
#ifndef GN_RUNTIME_H
#define GN_RUNTIME_H

#include <stdint.h>

#include "generated/messages.h"

/** How a run of user code ended. */
enum gn_outcome { GN_DONE = GN_RESULT_DONE, GN_TRAPPED = GN_RESULT_TRAPPED, GN_STOPPED = GN_RESULT_STOPPED };

/** What the host may have asked for. */
enum gn_restart { GN_RUN_ON = 0, GN_RESTART = 1, GN_RESTART_BOOTLOADER = 2 };

struct gn_state {
  struct gn_trap_message trap;      // why the last run ended, if it trapped; ports/cortex-m/context.S writes it too
  volatile uint8_t running;         // between the start and the end of a run of user code
  volatile uint8_t outcome;         // of that run: enum gn_outcome
  volatile uint8_t stop_requested;  // ends the run, or with nothing running the timers
  volatile uint8_t reset_requested;
  volatile uint8_t restart_requested;  // enum gn_restart
  volatile uint8_t call_pending;    // a call waits for the main loop
  volatile uint8_t call_running;    // what runs is that call, or its result is not sent yet
  uint8_t trap_kept;                // `trap` is of the last run
  uint32_t call_id;                 // of the call that is pending or running
  uint32_t call_entry;
  uint32_t code_begin;              // as in gn_identity, or lower since the heap gave way
  volatile uint32_t code_wanted;    // where the host wants it to be; 0 for no wish
  uint32_t epoch;                   // another one whenever the board's memory is no longer what the host made it
  uint32_t timers_told;             // how many live timers the host knows of
};
extern struct gn_state gn;

/** Heap, timers and state at power-on. */
void gn_start(void);

/** The main loop's body: does what is to be done first, or sleeps until there is something. */
void gn_run_or_sleep(void);

/** The service tick, in interrupt context. */
void gn_tick(void);

/** In interrupt context: ends the user code that runs, and all timers. */
void gn_request_stop(void);

/** In interrupt context: ends the user code that runs, forgets heap and timers. */
void gn_request_reset(void);

/** In interrupt context: restarts the chip as soon as the answers that wait have been sent. */
void gn_request_restart(enum gn_restart how);

/** In helpers that wait: leaves user code if it is to end. */
void gn_leave_if_stopped(void);

#endif
