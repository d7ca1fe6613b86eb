// Single addition and subtraction: as double_add.S does it, in one word. Only r0-r3 and r12 are used.
//
// x stays packed and has the larger magnitude, r2 = 2 * x, r3 = 2 * y; the path (same or different signs) says what
// y's sign is. One test (V of doubling r2) singles out 2^-63 <= |x| < 2^65, where neither infinities nor subnormals
// are involved.

#include "arith.inc"

// r1 = significand of y (leading bit at 31), r3 = difference of exponents.
    .macro  significand_of_y
    lsrs    r2, r2, #24
    lsrs    r3, r3, #24
    subs    r3, r2, r3
    lsls    r1, r1, #8
    movs    r2, #1
    lsls    r2, r2, #31
    orrs    r1, r2
    .endm

// r1:r2 = r1 in x's scale; branches to \far from a difference of 25 on.
    .macro  align far
    movs    r2, r1
    adds    r3, #8
    lsrs    r1, r3
    rsbs    r3, r3, #0
    adds    r3, #32
    bmi     \far
    lsls    r2, r3
    movs    r3, r0
    .endm

// float __aeabi_frsub(float x, float y): y - x
function __aeabi_frsub
    movs    r2, r0
    movs    r0, r1
    movs    r1, r2
    b       subtract

swap_same:
    movs    r1, r0
    lsrs    r0, r3, #1
    lsrs    r2, r1, #31             // the sign is the other's
    lsls    r2, r2, #31
    orrs    r0, r2
    lsls    r2, r0, #1
    lsls    r3, r1, #1
    b       ordered_same
rare_same:
    movs    r2, #0
    b       rare

// float __aeabi_fadd(float x, float y)
alias __aeabi_fadd
    movs    r2, r0
    eors    r2, r1
    bmi     diff
same:
    lsls    r2, r0, #1
    lsls    r3, r1, #1
    cmp     r2, r3
    blo     swap_same
ordered_same:
    cmn     r2, r2
    bvc     rare_same
usual_same:
    significand_of_y
shift_same:
    align   return                  // y is below half of x's last place
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

swap_diff:
    movs    r1, r0
    lsrs    r0, r3, #1
    mvns    r2, r1                  // the sign is not the other's
    lsrs    r2, r2, #31
    lsls    r2, r2, #31
    orrs    r0, r2
    lsls    r2, r0, #1
    lsls    r3, r1, #1
    b       ordered_diff
rare_diff:
    movs    r2, #1
    b       rare
far_diff:                           // of y only what is below 1/2 of the last place, if anything
    adds    r3, #1
    bne     return
    lsrs    r2, r2, #1
    movs    r3, r0
    b       aligned_diff

// float __aeabi_fsub(float x, float y): x - y
alias __aeabi_fsub
subtract:
    movs    r2, r0
    eors    r2, r1
    bmi     same
diff:
    lsls    r2, r0, #1
    lsls    r3, r1, #1
    cmp     r2, r3
    blo     swap_diff
ordered_diff:
    cmn     r2, r2
    bvc     rare_diff
usual_diff:
    significand_of_y
shift_diff:
    align   far_diff
aligned_diff:
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
    lsls    r3, r1, #1
    beq     below_least             // x has the least exponent, y no larger one
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
    bmi     3f
    lsrs    r0, r0, #8
    lsls    r3, r3, #23
    adds    r0, r3
    orrs    r0, r1
    bx      lr
3:  rsbs    r3, r3, #0              // subnormal: back by as much as the exponent lacks
    adds    r3, #8
    lsrs    r0, r3
    orrs    r0, r1
    bx      lr

below_least:
    lsrs    r0, r0, #1
    beq     1f
    orrs    r0, r1
1:  bx      lr

// Very large or small operands. r2 is 1 for a difference.
rare:
    mov     r12, r2
    lsls    r2, r0, #1
    asrs    r2, r2, #24
    adds    r2, #1
    beq     special
    lsrs    r2, r3, #24
    beq     small
    mov     r2, r12
    cmp     r2, #0
    bne     1f
    lsls    r2, r0, #1
    b       usual_same
1:  lsls    r2, r0, #1
    b       usual_diff

// y is zero or subnormal.
small:
    lsls    r1, r3, #7
    lsls    r2, r0, #1
    lsrs    r2, r2, #24
    beq     both_small
    subs    r3, r2, #1              // shift counts as if y's exponent were 1
    mov     r2, r12
    cmp     r2, #0
    beq     2f
    b       shift_diff
2:  b       shift_same

both_small:                         // the packed numbers are integers
    lsrs    r3, r3, #1
    mov     r2, r12
    cmp     r2, #0
    bne     3f
    adds    r0, r3
    bx      lr
3:  subs    r0, r0, r3              // |x| >= |y|
    lsls    r2, r0, #1
    bne     4f
    movs    r0, #0                  // of either sign's: +0
4:  bx      lr

// x is infinite or not a number; y may be either.
special:
    lsls    r2, r0, #9
    bne     nan
    movs    r2, #1
    lsls    r2, r2, #24
    adds    r3, r2
    bcc     5f
    mov     r2, r12
    orrs    r3, r2
    bne     nan                     // y is not a number, or infinity less infinity
5:  bx      lr
nan:
    ldr     r0, =0x7fc00000
    bx      lr
end __aeabi_frsub
