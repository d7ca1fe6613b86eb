// 64-bit divisions: rare (times in microseconds), so small: one bit a turn of 14 cycles, half of the turns if the
// dividend's high word is 0.

#include "arith.inc"

// uldivmod(a, b): quotient in r1:r0, remainder in r3:r2. b = 0 gives a quotient of all ones, as nothing asks.
function __aeabi_uldivmod
    push    {r4-r7, lr}
    movs    r4, #0                  // remainder r5:r4; the quotient's bits enter r1:r0 as the dividend's leave
    movs    r5, #0
    movs    r6, #64
    cmp     r1, #0
    bne     1f
    movs    r1, r0
    movs    r0, #0
    movs    r6, #32
1:  adds    r0, r0
    adcs    r1, r1
    adcs    r4, r4
    adcs    r5, r5
    bcs     2f                      // remainder >= 2^64 > divisor
    cmp     r5, r3
    blo     3f
    bhi     2f
    cmp     r4, r2
    blo     3f
2:  subs    r4, r2
    sbcs    r5, r3
    adds    r0, #1
3:  subs    r6, #1
    bne     1b
    movs    r2, r4
    movs    r3, r5
    pop     {r4-r7, pc}
end __aeabi_uldivmod

// ldivmod(a, b): truncating; the remainder has the dividend's sign.
function __aeabi_ldivmod
    push    {r4-r6, lr}
    asrs    r4, r1, #31
    eors    r0, r4
    eors    r1, r4
    subs    r0, r0, r4
    sbcs    r1, r4
    asrs    r5, r3, #31
    eors    r2, r5
    eors    r3, r5
    subs    r2, r2, r5
    sbcs    r3, r5
    eors    r5, r4
    bl      __aeabi_uldivmod
    eors    r0, r5
    eors    r1, r5
    subs    r0, r0, r5
    sbcs    r1, r5
    eors    r2, r4
    eors    r3, r4
    subs    r2, r2, r4
    sbcs    r3, r4
    pop     {r4-r6, pc}
end __aeabi_ldivmod
