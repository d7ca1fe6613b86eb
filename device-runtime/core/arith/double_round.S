// Math.floor, ceil, trunc and round of doubles, on the packed numbers: with the unit's weight known from the exponent,
// something below one unit is added to the magnitude and the bits below the unit are cleared. Adding may carry into the
// exponent, which is right, as the bits below are 0 then. Signs are kept, so what rounds to 0 from below is -0.

#include "arith.inc"

// r3 = the place of the unit in r1:r0 (0 to 52); branches away if x is whole, infinite or NaN, and if |x| < 1.
    .macro  place_of_unit whole, small
    lsls    r3, r1, #1
    lsrs    r3, r3, #21
    ldr     r4, =1023 + 52
    subs    r3, r4, r3
    bls     \whole
    cmp     r3, #52
    bhi     \small
    .endm

// r5:r4 = 1 << r3; clobbers r3. Shifts by 32 and more, and by negative counts, leave nothing.
    .macro  bit_at_place
    movs    r4, #1
    movs    r5, #1
    lsls    r4, r3
    subs    r3, #32
    lsls    r5, r3
    .endm

// r2: all ones if less than a unit is added, else 0.
section gn_dfloor
alias gn_dtrunc
    movs    r2, #0
    b       1f
alias gn_dceil
    mvns    r2, r1
    asrs    r2, r2, #31
    b       1f
alias gn_dfloor
    asrs    r2, r1, #31
1:  push    {r4, r5, lr}
    place_of_unit return, small
    bit_at_place
    movs    r3, #0
    subs    r4, #1
    sbcs    r5, r3
    movs    r3, r4
    ands    r3, r2
    ands    r2, r5
    adds    r0, r3
    adcs    r1, r2
    bics    r0, r4
    bics    r1, r5
return:
    pop     {r4, r5, pc}
small:                              // 0, or 1 if something is added to what is not 0
    lsls    r3, r1, #1
    orrs    r3, r0
    beq     return
    lsrs    r2, r2, #22
one_if_set:                         // r2 = 0 or the exponent of 1
    lsrs    r1, r1, #31
    lsls    r1, r1, #11
    orrs    r1, r2
    lsls    r1, r1, #20
    movs    r0, #0
    pop     {r4, r5, pc}

// Half a unit is added, less one bit if x is negative, as halves go up.
alias gn_dround
    push    {r4, r5, lr}
    asrs    r2, r1, #31
    place_of_unit return, round_small
    subs    r3, #1
    bit_at_place
    adds    r0, r2
    adcs    r1, r2
    adds    r0, r4
    adcs    r1, r5
    adds    r4, r4
    adcs    r5, r5
    movs    r3, #0
    subs    r4, #1
    sbcs    r5, r3
    bics    r0, r4
    bics    r1, r5
    pop     {r4, r5, pc}
round_small:                        // 1 from 1/2 on
    movs    r3, r1
    adds    r0, r2
    adcs    r3, r2
    lsls    r3, r3, #1
    lsrs    r3, r3, #21
    adds    r3, #1
    movs    r2, #0
    subs    r4, #52                 // 1023
    cmp     r3, r4
    bne     one_if_set
    movs    r2, r4
    b       one_if_set
end gn_dfloor
