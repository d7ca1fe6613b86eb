// Singles near the ends of the range, infinities and NaNs, by way of doubles: a double holds more than twice a single's
// bits and two, so that rounding the double result to single is as good as rounding once (Figueroa, "When is double
// rounding innocuous?", 1995). Also where the double result is subnormal as a single.

#include "arith.inc"

// float gn_single_by_double(float x, float y, double (*operation)(double, double)), with the function in r2.
section gn_single_by_double
hidden gn_single_by_double
    push    {r2, r4-r7, lr}
    movs    r4, r0
    movs    r0, r1
    bl      __aeabi_f2d
    movs    r5, r0
    movs    r6, r1
    movs    r0, r4
    bl      __aeabi_f2d
    movs    r2, r5
    movs    r3, r6
    ldr     r4, [sp]
    blx     r4
    bl      __aeabi_d2f
    pop     {r2, r4-r7, pc}
end gn_single_by_double
