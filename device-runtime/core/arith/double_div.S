// Double division.
//
// Digits of 14, 14, 14 and 12 bits, each estimated from the remainder's top bits and a reciprocal of 16 bits; the
// remainder is then exact. Significands are x, y in [1, 2), in units of 2^-52; yh is y's high word (21 bits).
//
// With the reciprocal r of yh in units of 2^-16 (reciprocal.inc), |r y - 1| < 0.41 * 2^-14:
//
// Digit q = ((R >> 38) + 1) * r >> 16, then R = (R << 14) - q y. R >> 38 is R / 2^38 rounded down, so that the estimate
// R y^-1 2^14 errs by less than 1/y (for rounding R, centred by the 1), 1 (for rounding q), and 0.41 |R| / y:
// |R| / y < 1 + 0.41 * 2 after the first digit and stays below that. Products stay below 2^31. The last digit is
// 2 bits shorter, its error a quarter: |R| / y < 1 at the end, and R's sign makes the quotient one that is rounded
// down. That quotient has 54 or 55 bits, its last but one or last says how to round: a quotient of 53 by 53 bits is
// never halfway between two of 53 bits (unless the result is subnormal: then R matters, and gn_pack_double rounds).

#include "arith.inc"
#include "reciprocal.inc"

// R = r1:r0, r = r7, y = lr, r5, r6 (21, 16, 16 bits). Pushes the digit. Clobbers r2-r4.
    .macro  digit bits, centre
    asrs    r2, r1, #6
    adds    r2, #\centre
    muls    r2, r7
    asrs    r2, r2, #(30 - \bits)
    push    {r2}
    lsls    r1, r1, #\bits
    lsrs    r4, r0, #(32 - \bits)
    orrs    r1, r4
    lsls    r0, r0, #\bits
    mov     r4, lr
    muls    r4, r2
    subs    r1, r1, r4
    movs    r4, r2
    muls    r4, r6
    asrs    r3, r4, #31
    muls    r2, r5
    subs    r0, r0, r4
    sbcs    r1, r3
    lsls    r4, r2, #16
    asrs    r2, r2, #16
    subs    r0, r0, r4
    sbcs    r1, r2
    .endm

section __aeabi_ddiv
// Division by 0 is multiplication by infinity and the other way round; NaN stays.
rare:
    movs    r6, #1
    lsls    r6, r6, #21
    movs    r7, r5
    orrs    r7, r2
    beq     1f
    adds    r5, r6
    orrs    r5, r2
    bne     2f
1:  lsrs    r6, r6, #1              // by 0: from exponent 0 to 0x7ff; by infinity: back
    rsbs    r6, r6, #0
    lsls    r6, r6, #1
    lsrs    r6, r6, #1
    eors    r3, r6
2:  bl      gn_rare_factors
    bne     3f
    movs    r6, #1                  // leads to `out_of_range`
    lsls    r6, r6, #16
    adds    r4, r6
    b       usable
3:  pop     {r4-r7, pc}

// double __aeabi_ddiv(double x, double y)
alias __aeabi_ddiv
    push    {r4-r7, lr}
    lsls    r4, r1, #1
    lsls    r5, r3, #1
    cmn     r4, r4                  // 2^-511 <= |x| < 2^513: V, see double_add.S
    bvc     rare
    cmn     r5, r5
    bvc     rare
    lsrs    r4, r4, #21
    lsrs    r5, r5, #21
usable:
    subs    r4, r4, r5
    movs    r5, r1
    eors    r5, r3
    lsrs    r5, r5, #31
    lsls    r4, r4, #1
    orrs    r4, r5
    mov     r12, r4                 // difference of exponents, sign
    movs    r7, #1
    lsls    r7, r7, #20
    lsls    r1, r1, #12
    lsrs    r1, r1, #12
    orrs    r1, r7
    lsls    r3, r3, #12
    lsrs    r3, r3, #12
    orrs    r3, r7
    mov     lr, r3
    reciprocal r3, r7, r4
    lsrs    r5, r2, #16
    uxth    r6, r2
    digit   14, 1
    digit   14, 1
    digit   14, 1
    digit   12, 3
    pop     {r3-r6}                 // the digits, last one first
    lsls    r6, r6, #14
    adds    r6, r5
    lsls    r4, r4, #12
    adds    r4, r3
    asrs    r3, r1, #31             // rounded down
    adds    r4, r3
    asrs    r3, r4, #31
    lsls    r5, r6, #26
    lsrs    r6, r6, #6
    adds    r5, r4
    adcs    r6, r3                  // r6:r5 = quotient
    mov     r2, r12
    asrs    r3, r2, #1
    lsrs    r4, r6, #22             // r4 = 1 if it is 1 or more
    bne     1f
    adds    r5, r5
    adcs    r6, r6
1:  adds    r3, r4
    ldr     r4, =1021
    adds    r3, r4                  // exponent - 1, as the leading bit will count one in its field
    lsrs    r4, r3, #11
    bne     out_of_range
    lsls    r3, r3, #20
    lsls    r2, r2, #31
    orrs    r3, r2
    lsls    r4, r6, #30
    lsrs    r1, r6, #2
    movs    r6, #0
    lsrs    r0, r5, #2              // carry: one half
    orrs    r0, r4
    adcs    r0, r6
    adcs    r1, r3
    pop     {r4-r7, pc}
out_of_range:
    lsls    r6, r6, #5
    lsrs    r4, r5, #27
    orrs    r6, r4
    lsls    r5, r5, #5
    orrs    r0, r1
    beq     2f
    movs    r0, #1
    orrs    r5, r0
2:  b       gn_pack_double
end __aeabi_ddiv
