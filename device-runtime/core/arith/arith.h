// What of this folder C code calls by name; the rest is called by the compiler.
#ifndef GN_ARITH_H
#define GN_ARITH_H

#include "../generated/abi.h"

/** ToInt32: modulo 2^32, NaN and infinities give 0. */
int32_t gn_d2i(double value);

/** A number as compiled code holds it as a double, and back. */
double gn_double(gn_number held);
gn_number gn_held(double value);

#endif
