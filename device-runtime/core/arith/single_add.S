// Single addition and subtraction: as double_add.S does it, in one word. Only r0-r3 and r12 are used.
//
// x stays packed and has the larger magnitude, r2 = 2 * x, r3 = 2 * y, r12 has the sign of the product: minus if the
// magnitudes are subtracted. One test (V of doubling r2) singles out 2^-63 <= |x| < 2^65, where neither infinities nor
// subnormals are involved.

#include "arith.inc"

// float __aeabi_frsub(float x, float y): y - x
function __aeabi_frsub
    push    {r4, lr}
    movs    r2, r0
    movs    r0, r1
    movs    r1, r2
    bl      __aeabi_fsub
    pop     {r4, pc}
end __aeabi_frsub

section __aeabi_fadd
swap:
    movs    r2, r0
    movs    r0, r1
    movs    r1, r2
    lsls    r2, r0, #1
    lsls    r3, r1, #1
    b       ordered
far:                                // of y only what is below 1/2 of the last place, if anything
    adds    r3, #1
    bne     return
    lsrs    r2, r2, #1
    b       aligned

rare:
    cmp     r3, #0
    bne     1f
    cmp     r2, #0
    bne     return                  // x + 0
    ands    r0, r1                  // zeros
    bx      lr
1:  ldr     r2, =__aeabi_dadd
    ldr     r3, =gn_single_by_double
    bx      r3

// float __aeabi_fsub(float x, float y): x - y
alias __aeabi_fsub
    movs    r2, #1
    lsls    r2, r2, #31
    eors    r1, r2
// float __aeabi_fadd(float x, float y)
alias __aeabi_fadd
    lsls    r2, r0, #1
    lsls    r3, r1, #1
    cmp     r2, r3
    blo     swap
ordered:
    cmn     r2, r2
    bvc     rare
    lsrs    r2, r2, #24
    lsrs    r3, r3, #24
    subs    r3, r2, r3
    movs    r2, r0
    eors    r2, r1
    mov     r12, r2
    lsls    r1, r1, #8
    movs    r2, #1
    lsls    r2, r2, #31
    orrs    r1, r2                  // significand of y
    movs    r2, r1
    adds    r3, #8
    lsrs    r1, r3
    rsbs    r3, r3, #0
    adds    r3, #32
    bmi     far                     // from a difference of 25 on
    lsls    r2, r3                  // r1:r2 = r1 in x's scale
aligned:
    mov     r3, r12
    cmp     r3, #0
    bmi     subtract
    movs    r3, r0
    adds    r0, r1
    eors    r3, r0
    lsrs    r3, r3, #23
    bne     carry
round:                              // r0, r2 is what is below
    lsls    r2, r2, #1
    bcc     return
    beq     tie
    adds    r0, #1
return:
    bx      lr
tie:
    movs    r2, #1
    ands    r2, r0
    adds    r0, r2
    bx      lr

// 1 + fractions >= 2: r0 less the new exponent is twice the new fraction.
carry:
    lsrs    r1, r0, #23
    eors    r1, r3
    adds    r1, #1
    lsls    r1, r1, #23
    subs    r0, r0, r1
    lsls    r3, r1, #1
    asrs    r3, r3, #24
    adds    r3, #1
    beq     overflow
    lsrs    r0, r0, #1
    bcc     2f
    cmp     r2, #0
    bne     1f
    lsls    r2, r0, #31
    beq     2f
1:  adds    r0, #1
2:  adds    r0, r1
    bx      lr
overflow:
    movs    r0, r1
    bx      lr

subtract:
    movs    r3, r0
    rsbs    r2, r2, #0
    sbcs    r0, r1
    eors    r3, r0
    lsrs    r3, r3, #23
    beq     round
    lsrs    r1, r0, #23
    eors    r1, r3
    subs    r1, #1
    lsls    r1, r1, #23             // sign and exponent, less one: r0 less this is the significand
    subs    r0, r0, r1
    lsls    r2, r2, #1
    adcs    r0, r0
    lsrs    r3, r0, #23
    cmp     r3, #1
    bne     cancel
    lsls    r3, r3, #23             // one bit: all if the exponents differ by two or more
    subs    r0, r0, r3
    adds    r0, r1
    b       round

// Any number of leading zeros, but no bit is lost.
cancel:
    cmp     r0, #0
    beq     return
    lsls    r3, r1, #1
    lsrs    r3, r3, #24
    lsrs    r1, r1, #31
    lsls    r1, r1, #31
    lsls    r0, r0, #8              // there is one zero at least: the first turn
2:  subs    r3, #1
    lsls    r0, r0, #1
    bpl     2b
    subs    r3, #1
    lsrs    r0, r0, #8
    lsls    r3, r3, #23
    adds    r0, r3
    orrs    r0, r1
    bx      lr
end __aeabi_fadd
