// Timers of user code: setTimeout and setInterval. Their callbacks run from the main loop, one after another.
#ifndef GN_TIMERS_H
#define GN_TIMERS_H

#include <stdint.h>

/** Forgets all timers. */
void gn_timers_clear(void);

/** How many timers are live. */
uint32_t gn_timers_live(void);

/** Prepares to sleep (gn_port_wake_in) until the next timer is due; 0 if one is due now, or too soon to sleep. */
int gn_timers_wake(void);

/** Takes the first due timer: its closure, or 0 if none is due. A timer that doesn't repeat ends here. */
uint32_t gn_timers_take(void);

#endif
