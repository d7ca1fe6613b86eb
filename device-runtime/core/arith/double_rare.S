// What multiplication and division of doubles share: operands that are no usual numbers, results near the ends of the
// range. Nothing else calls these.

#include "arith.inc"

// Zeros, infinities and NaNs end a multiplication: its result in r1:r0, and NE. Otherwise r4 and r5 are the exponents
// of r1:r0 and r3:r2, subnormals normalized (leading bit at 52, exponent 0 or less), and EQ.
// Expects r4 = r1 << 1. Clobbers r6, r7, r12.
section gn_rare_factors
hidden gn_rare_factors
    mov     r12, lr
    bl      look_at_x
    lsls    r4, r1, #1
    movs    r5, r7
    bl      look_at_x
    movs    r4, r5
    movs    r5, r7
    cmp     r0, r0
    bx      r12

// Normalizes x, r7 = its exponent, and exchanges x and y; does not return if x decides the result.
look_at_x:
    movs    r6, #1
    lsls    r6, r6, #21
    cmn     r4, r6
    bcs     special                 // exponent of infinity
    lsrs    r7, r4, #21
    bne     2f
    orrs    r4, r0
    beq     zero
    lsrs    r4, r1, #31             // sign
    lsls    r4, r4, #31
    eors    r1, r4
    movs    r7, #1
1:  subs    r7, #1
    adds    r0, r0
    adcs    r1, r1
    lsrs    r6, r1, #20
    beq     1b
    orrs    r1, r4
2:  movs    r6, r0
    movs    r0, r2
    movs    r2, r6
    movs    r6, r1
    movs    r1, r3
    movs    r3, r6
    bx      lr

zero:                               // times infinity or NaN is NaN
    lsls    r4, r3, #1
    adds    r4, r6
    bcs     nan
    movs    r0, #0
    b       signed
special:
    lsls    r4, r1, #12
    orrs    r4, r0
    bne     nan
    lsls    r4, r3, #1
    orrs    r4, r2
    beq     nan                     // infinity times 0
    lsls    r4, r3, #1
    adds    r4, r6
    bcc     infinity
    orrs    r4, r2
    bne     nan
infinity:
    ldr     r0, =0x7ff
signed:
    eors    r1, r3
    lsrs    r1, r1, #31
    lsls    r1, r1, #11
    orrs    r1, r0
    lsls    r1, r1, #20
out:
    movs    r0, #0
    movs    r6, #1
    bx      r12
nan:
    ldr     r1, =0x7ff80000
    b       out
end gn_rare_factors

// Rounds to nearest, ties to even, and returns from a function that has pushed r4-r7 and lr. r6:r5 is the significand
// with its leading bit at 59, so that seven bits are below the last place, the lowest standing for all below it; r3 is
// the exponent less one (its low 16 bits), which may be out of range; bit 0 of r2 is the sign.
section gn_pack_double
hidden gn_pack_double
    sxth    r3, r3
    cmp     r3, #0
    bmi     3f
    ldr     r4, =0x7fe
    cmp     r3, r4
    bge     6f
2:  lsrs    r4, r5, #8              // half to even: adds 63, and 64 to what is odd
    movs    r4, #63
    adcs    r5, r4
    movs    r4, #0
    adcs    r6, r4
    lsrs    r0, r5, #7
    lsls    r4, r6, #25
    orrs    r0, r4
    lsrs    r1, r6, #7
    lsls    r3, r3, #20             // may become that of infinity, rightly
    adds    r1, r3
    lsls    r2, r2, #31
    orrs    r1, r2
    pop     {r4-r7, pc}
3:  movs    r4, #60                 // down to the exponent of subnormals
    cmn     r3, r4
    bge     4f
    movs    r3, #0
    subs    r3, #60                 // all bits go
4:  lsrs    r4, r5, #1
    bcc     5f
    movs    r0, #1
    orrs    r4, r0
5:  lsls    r5, r6, #31
    orrs    r5, r4
    lsrs    r6, r6, #1
    adds    r3, #1
    bmi     4b
    b       2b
6:  lsls    r2, r2, #11
    adds    r4, #1                  // exponent of infinity
    orrs    r2, r4
    lsls    r1, r2, #20
    movs    r0, #0
    pop     {r4-r7, pc}
end gn_pack_double
