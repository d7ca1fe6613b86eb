// Timers of user code: setTimeout and setInterval. Their callbacks run from the main loop, one after another.
#ifndef GN_TIMERS_H
#define GN_TIMERS_H

#include <stdint.h>

/** Forgets all timers. */
void gn_timers_clear(void);

/** How many timers are live. */
uint32_t gn_timers_live(void);

/** When the next timer is due, in microseconds since start; UINT64_MAX if there is none. */
uint64_t gn_timers_next(void);

/** Takes the first due timer: its closure, or 0 if none is due. A timer that doesn't repeat ends here. */
uint32_t gn_timers_take(uint64_t now);

#endif
