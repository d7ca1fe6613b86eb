// Math.floor, ceil, trunc and round of doubles, on the packed numbers: below the exponent's field, the bits of the
// unit and up are whole. Adding to them may carry into the exponent, and that is right, as the bits below are 0 then.
// NaN and infinities count as whole; a sign is kept, so that -0 and results that round to -0 are -0.

#include "arith.inc"

// The unit is bit r2 of the high word if 1 <= |x| < 2^21. Branches to \small if |x| < 1; to \low if x is larger:
// then r2 + 32 is the unit's bit in the low word, or negative if x is whole.
    .macro  split_by_unit low, small
    lsls    r2, r1, #1
    lsrs    r2, r2, #21
    ldr     r3, =1023 + 20
    subs    r2, r3, r2
    blo     \low
    cmp     r2, #20
    bhi     \small
    .endm

// The bits of \word from bit r2 up.
    .macro  clear_below_unit word
    lsrs    \word, r2
    lsls    \word, r2
    .endm

// double gn_dtrunc(double x)
section gn_dtrunc
2:  adds    r2, #32
    bmi     1f
    clear_below_unit r0
1:  bx      lr
3:  lsrs    r1, r1, #31
    lsls    r1, r1, #31
    movs    r0, #0
    bx      lr
alias gn_dtrunc
    split_by_unit 2b, 3b
    clear_below_unit r1
    movs    r0, #0
    bx      lr
end gn_dtrunc

// double gn_dfloor(double x): truncates, and adds a unit to the magnitude of a negative x that was not whole.
section gn_dfloor
floor_low:
    adds    r2, #32
    bmi     1f
    movs    r3, r0
    clear_below_unit r0
    cmp     r1, #0
    bpl     1f
    cmp     r0, r3
    beq     1f
    movs    r3, #1
    lsls    r3, r2
    adds    r0, r3
    bcc     1f
    adds    r1, #1
1:  bx      lr
floor_small:                        // 0 and -0 stay
    lsls    r2, r1, #1
    orrs    r2, r0
    beq     1b
    movs    r0, #0
    asrs    r1, r1, #31
    beq     1b
    ldr     r1, =0xbff00000
    bx      lr
alias gn_dfloor
    split_by_unit floor_low, floor_small
    movs    r3, r1
    clear_below_unit r1
    cmp     r3, #0
    bpl     2f
    subs    r3, r3, r1              // what was cut off
    orrs    r3, r0
    beq     2f
    movs    r3, #1
    lsls    r3, r2
    adds    r1, r3
2:  movs    r0, #0
    bx      lr
end gn_dfloor

// double gn_dceil(double x): -floor(-x)
function gn_dceil
    push    {r4, lr}
    movs    r4, #1
    lsls    r4, r4, #31
    eors    r1, r4
    bl      gn_dfloor
    eors    r1, r4
    pop     {r4, pc}
end gn_dceil

// double gn_dround(double x): half a unit is added, less one bit if x is negative, as halves go up; then truncates.
section gn_dround
round_low:
    adds    r2, #32
    ble     2f
    movs    r3, #1
    lsls    r3, r2
    lsrs    r3, r3, #1
    cmp     r1, #0
    bpl     1f
    subs    r3, #1
1:  adds    r0, r3
    bcc     3f
    adds    r1, #1
3:  clear_below_unit r0
2:  bx      lr
half_in_low:                        // the unit is bit 0 of the high word
    movs    r3, #1
    lsls    r3, r3, #31
    cmp     r1, #0
    bpl     4f
    subs    r3, #1
4:  adds    r0, r3
    movs    r0, #0
    adcs    r1, r0
    bx      lr
round_small:                        // 1/2 (less one bit if negative) and more is 1
    asrs    r2, r1, #31
    movs    r3, r1
    adds    r0, r2
    adcs    r3, r2
    lsrs    r1, r1, #31
    lsls    r1, r1, #31
    movs    r0, #0
    ldr     r2, =1022
    lsls    r3, r3, #1
    lsrs    r3, r3, #21
    cmp     r3, r2
    bne     5f
    adds    r2, #1
    lsls    r2, r2, #20
    orrs    r1, r2
5:  bx      lr
alias gn_dround
    split_by_unit round_low, round_small
    movs    r3, #1
    lsls    r3, r2
    lsrs    r3, r3, #1
    bcs     half_in_low
    cmp     r1, #0
    bpl     6f
    cmp     r0, #1
    movs    r0, #0
    sbcs    r3, r0                  // less one bit of the low word: of the high one too if the low word is 0
6:  adds    r1, r3
    clear_below_unit r1
    movs    r0, #0
    bx      lr
end gn_dround
