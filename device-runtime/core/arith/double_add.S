// Double addition and subtraction.
//
// x stays packed: adding y's significand, shifted to x's scale, to the packed x gives the packed result as long as
// the sum of the fractions does not leave [0, 1), because the exponent's field then stays as it is. Where it leaves
// it (the field changes), the sum is renormalized by one bit, or in the rare case of cancellation by many. Rounding
// up may carry into the field, and that is right too, up to infinity.
//
// A doubled high word has its exponent on top, so that doubling it again overflows (V) exactly if the exponent's two
// top bits differ: 2^-511 <= |x| < 2^513. Then neither infinities nor subnormals are involved (a y of exponent 0 is
// too far below to matter), and one test suffices for the usual case.
//
// x has the larger magnitude (by its high word), r4 = 2 * high word of x, r5 the same of y, r12 keeps the high word of x,
// lr has the sign of the product: minus if the magnitudes are subtracted.

#include "arith.inc"

// double __aeabi_drsub(double x, double y): y - x
function __aeabi_drsub
    push    {r4, lr}
    movs    r4, r0
    movs    r0, r2
    movs    r2, r4
    movs    r4, r1
    movs    r1, r3
    movs    r3, r4
    bl      __aeabi_dsub
    pop     {r4, pc}
end __aeabi_drsub

section __aeabi_dadd
// Very large or small operands.
rare:
    lsrs    r6, r4, #21
    adds    r6, #1
    lsrs    r6, r6, #11
    bne     special
    lsrs    r6, r5, #21
    bne     usual
    // y is zero or subnormal.
    movs    r7, r1
    eors    r7, r3
    lsrs    r3, r5, #1
    lsrs    r6, r4, #21
    beq     both_small
    subs    r6, #1                  // shift counts as if y's exponent were 1, without the leading bit
    b       shift

both_small:                         // the packed numbers are integers
    cmp     r7, #0
    bmi     1f
    adds    r0, r2
    adcs    r1, r3
    pop     {r4-r7, pc}
1:  lsrs    r5, r1, #31
    lsls    r5, r5, #31             // sign
    lsrs    r1, r4, #1
    subs    r0, r0, r2
    sbcs    r1, r3
    bhs     2f
    movs    r2, #0
    rsbs    r0, r0, #0
    sbcs    r2, r1
    movs    r1, r2
    movs    r4, #1
    lsls    r4, r4, #31
    eors    r5, r4
2:  movs    r4, r0
    orrs    r4, r1
    beq     3f                      // of either sign's: +0
    orrs    r1, r5
    pop     {r4-r7, pc}

// x is infinite or not a number; y may be either.
special:
    movs    r6, #1
    lsls    r6, r6, #21
    adds    r4, r6
    orrs    r4, r0
    bne     return_nan
    adds    r5, r6
    bcc     3f
    orrs    r5, r2
    bne     return_nan
    eors    r3, r1
    bmi     return_nan              // infinity less infinity
3:  pop     {r4-r7, pc}
return_nan:
    ldr     r1, =0x7ff80000
    pop     {r4-r7, pc}
swap:
    movs    r6, r0
    movs    r0, r2
    movs    r2, r6
    movs    r6, r1
    movs    r1, r3
    movs    r3, r6
    movs    r6, r4
    movs    r4, r5
    movs    r5, r6
    b       ordered

// r3:r2:r5 = r3:r2 >> r6, for r6 >= 32. From 55 on y can't change x.
far:
    subs    r6, #32
    cmp     r6, #23
    bhs     return
    movs    r7, #32
    subs    r7, r7, r6
    movs    r5, r3
    lsls    r5, r7
    lsrs    r3, r6
    movs    r4, r2
    lsls    r4, r7
    lsrs    r2, r6
    orrs    r5, r2
    movs    r2, r3
    movs    r3, #0
    movs    r6, #32                 // not near
    cmp     r4, #0
    beq     aligned
    movs    r4, #1                  // what was lost only matters as "not zero"
    orrs    r5, r4
    b       aligned

// double __aeabi_dsub(double x, double y): x - y
alias __aeabi_dsub
    mov     r12, r0
    movs    r0, #1
    lsls    r0, r0, #31
    eors    r3, r0
    mov     r0, r12
// double __aeabi_dadd(double x, double y)
alias __aeabi_dadd
    push    {r4-r7, lr}
    lsls    r4, r1, #1
    lsls    r5, r3, #1
    cmp     r4, r5
    blo     swap
ordered:
    cmn     r4, r4
    bvc     rare
usual:
    movs    r7, r1
    eors    r7, r3
    lsrs    r4, r4, #21
    lsrs    r5, r5, #21
    subs    r6, r4, r5
    movs    r4, #1
    lsls    r4, r4, #20
    lsls    r3, r3, #12
    lsrs    r3, r3, #12
    orrs    r3, r4                  // r3:r2 = significand of y
shift:
    mov     r12, r1
    mov     lr, r7
    cmp     r6, #32
    bhs     far
    movs    r7, #32
    subs    r7, r7, r6
    movs    r4, r3
    lsls    r4, r7
    movs    r5, r2
    lsls    r5, r7
    lsrs    r2, r6
    orrs    r2, r4
    lsrs    r3, r6                  // r3:r2:r5 = r3:r2 >> r6
aligned:
    mov     r7, lr
    cmp     r7, #0
    bmi     subtract
    adds    r0, r2
    adcs    r1, r3
    mov     r4, r12
    eors    r4, r1
    lsrs    r4, r4, #20
    bne     carry
round:                              // r1:r0, r5 is what is below
    lsls    r5, r5, #1
    bcc     return
    beq     tie
round_up:
    movs    r5, #0
    adds    r0, #1
    adcs    r1, r5
return:
    pop     {r4-r7, pc}
tie:
    movs    r5, #0
    lsrs    r4, r0, #1              // to even: adds the last bit
    adcs    r0, r5
    adcs    r1, r5
    pop     {r4-r7, pc}

// 1 + fractions >= 2: r1:r0 less the new exponent is twice the new fraction.
carry:
    mov     r4, r12
    lsrs    r4, r4, #20
    adds    r4, #1
    lsls    r4, r4, #20
    subs    r1, r1, r4
    lsls    r7, r1, #31
    lsrs    r1, r1, #1
    adds    r1, r4
    lsls    r4, r4, #1              // all ones if that is the exponent of infinity
    asrs    r4, r4, #21
    adds    r4, #1
    beq     overflow
    lsrs    r0, r0, #1
    bcc     1f
    orrs    r0, r7
    cmp     r5, #0
    beq     tie
    b       round_up
1:  orrs    r0, r7
    pop     {r4-r7, pc}
overflow:
    lsrs    r1, r1, #20
    lsls    r1, r1, #20
    movs    r0, #0
    pop     {r4-r7, pc}

subtract:
    rsbs    r5, r5, #0
    sbcs    r0, r2
    sbcs    r1, r3
    mov     r4, r12
    eors    r4, r1
    lsrs    r4, r4, #20
    beq     round
    mov     r4, r12
    lsrs    r4, r4, #20
    lsls    r4, r4, #20             // sign and exponent of x
    cmp     r6, #2
    blo     cancel
    // y < x / 2, so one bit: the significand is the packed number less (exponent - 1); its double plus
    // (exponent - 2) is twice the packed number less the exponent.
    lsls    r5, r5, #1
    adcs    r0, r0
    adcs    r1, r1
    subs    r1, r1, r4
    b       round

// Exponents are equal or differ by one: any number of leading zeros, but no bit is lost (r5 has one at most).
cancel:
    lsls    r5, r5, #1
    adcs    r0, r0
    adcs    r1, r1
    movs    r7, #1
    lsls    r7, r7, #20
    lsls    r5, r4, #1
    lsrs    r5, r5, #21             // exponent of x
    subs    r2, r4, r7
    adds    r2, r2                  // what doubling made of (exponent - 1) and the sign
    subs    r1, r1, r2
    bpl     1f
    movs    r2, #0                  // x < y after all: their high words were equal
    rsbs    r0, r0, #0
    sbcs    r2, r1
    movs    r1, r2
    movs    r2, #1
    lsls    r2, r2, #31
    eors    r4, r2
1:  movs    r2, r0
    orrs    r2, r1
    beq     7f                      // of either sign's: +0
2:  lsrs    r2, r1, #13             // by bytes, then by bits
    bne     3f
    lsls    r1, r1, #8
    lsrs    r2, r0, #24
    orrs    r1, r2
    lsls    r0, r0, #8
    subs    r5, #8
    b       2b
4:  adds    r0, r0
    adcs    r1, r1
3:  subs    r5, #1
    lsrs    r2, r1, #20
    beq     4b
    // The leading bit is at 52 and counts as one in the exponent's field.
    lsrs    r4, r4, #31
    lsls    r4, r4, #31
    subs    r5, #1
    bmi     5f
    lsls    r5, r5, #20
    adds    r1, r5
    adds    r1, r4
    pop     {r4-r7, pc}
5:  rsbs    r5, r5, #0              // subnormal: back by as much as the exponent lacks
6:  lsls    r2, r1, #31
    lsrs    r1, r1, #1
    lsrs    r0, r0, #1
    orrs    r0, r2
    subs    r5, #1
    bne     6b
    adds    r1, r4
7:  pop     {r4-r7, pc}
end __aeabi_dadd
