// What the channel's tests see of their port.
#ifndef GN_TEST_PORT_H
#define GN_TEST_PORT_H

/** Set when the channel asks for a tick. */
extern int gn_test_ticks_wanted;

#endif
