// 64-bit divisions, small rather than fast: at most 32 steps of 13 cycles, and 32-bit divisions where they do.

#include "arith.inc"

// uldivmod(a, b): quotient in r1:r0, remainder in r3:r2. The result is not defined for b = 0.
// Long division in two digits of 32 bits. The upper one is a's high word by b if b is a word, else 0; so is the lower
// one where all are words, and else it comes bit by bit.
function __aeabi_uldivmod
    push    {r4-r7, lr}
    movs    r4, r0                  // the low word: its bits leave r4, the quotient's enter
    movs    r6, #0                  // remainder r6:r5
    movs    r7, #0                  // upper digit
    movs    r5, r1
    cmp     r3, #0
    bne     1f
    movs    r5, r2
    cmp     r1, #0
    beq     words
    movs    r0, r1
    movs    r1, r2
    bl      __aeabi_uidivmod
    movs    r7, r0
    movs    r2, r5
    movs    r5, r1
    movs    r3, #0
1:  movs    r0, #32
2:  adds    r4, r4
    adcs    r5, r5
    adcs    r6, r6
    bcs     3f                      // remainder >= 2^64 > b
    cmp     r6, r3
    bhi     3f
    blo     4f
    cmp     r5, r2
    blo     4f
3:  subs    r5, r2
    sbcs    r6, r3
    adds    r4, #1
4:  subs    r0, #1
    bne     2b
    movs    r0, r4
    movs    r1, r7
    movs    r2, r5
    movs    r3, r6
    pop     {r4-r7, pc}
words:
    movs    r1, r2
    bl      __aeabi_uidivmod
    movs    r2, r1
    movs    r1, #0
    movs    r3, #0
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
