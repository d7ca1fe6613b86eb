// Messages between host and board.
#ifndef GN_DISPATCH_H
#define GN_DISPATCH_H

#include <stdint.h>

// From the main loop; these wait for room in the channel.
void gn_send_trap(uint32_t id);
void gn_send_result(uint32_t id, uint32_t status, uint64_t cycles);
void gn_send_quiet(void);
void gn_send_identity(void);

#endif
