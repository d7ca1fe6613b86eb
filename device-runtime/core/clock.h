// The time since start in units that the core counts in.
#ifndef GN_CLOCK_H
#define GN_CLOCK_H

#include <stdint.h>

struct gn_time {
  uint32_t milliseconds;  // modulo 2^32
  uint32_t micros;        // since that millisecond began
};
struct gn_time gn_time_now(void);

#endif
