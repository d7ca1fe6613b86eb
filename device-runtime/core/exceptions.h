// The chain of exception handlers of the program that runs.
#ifndef GN_EXCEPTIONS_H
#define GN_EXCEPTIONS_H

#include <stdint.h>

/** Address of the innermost handler, a frame of gn_try on the user stack; 0 if there is none. */
extern uint32_t gn_handler;

#endif
