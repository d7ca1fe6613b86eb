// Comparisons of doubles: 1 if it holds, 0 if not or if an operand is NaN.
//
// Numbers order as their bits do, as signed integers (if not both are negative) or, both negative, as unsigned ones
// the other way round. What is false that way is false; what is true must also not be a NaN, which lies beyond the
// infinities, so that only the outer one of the two need be tested. Zeros of different sign are equal.
//
// Only r0-r3 are used.

#include "arith.inc"

// Sets HI (C and not Z) if high:low is a NaN, whatever its sign: the doubled high word, with one added if the low
// word is not 0, is above 2^32 - 2^21. Clobbers both registers; low becomes 2^21, high is 2^21 for zeros.
    .macro  test_nan low, high
    cmp     \low, #1
    adcs    \high, \high
    movs    \low, #1
    lsls    \low, \low, #21
    adds    \high, \low
    .endm

section __aeabi_dcmplt
// int __aeabi_dcmplt(double x, double y)
alias __aeabi_dcmplt
    tst     r1, r3
    bmi     3f
    cmp     r1, r3
    blt     1f
    bgt     false
    cmp     r0, r2
    bhs     false
1:  test_nan r2, r3                 // y is positive
    bhi     false
    cmp     r1, #0
    bmi     2f
true:
    movs    r0, #1
    bx      lr
2:  cmp     r3, r2                  // x is negative: the outer one as well, or -0
    bne     x_not_nan
    lsls    r3, r1, #1
    orrs    r3, r0
    bne     x_not_nan
false:
    movs    r0, #0
    bx      lr
3:  cmp     r1, r3
    bhi     x_not_nan
    blo     false
    cmp     r0, r2
    bls     false
x_not_nan:
    test_nan r0, r1
    bls     true
    movs    r0, #0
    bx      lr

// int __aeabi_dcmple(double x, double y)
alias __aeabi_dcmple
    tst     r1, r3
    bmi     6f
    cmp     r1, r3
    blt     4f
    bgt     5f
    cmp     r0, r2
    bhi     false
4:  test_nan r2, r3
    bhi     false
    cmp     r1, #0
    bpl     true
    b       x_not_nan
5:  lsls    r3, r3, #1              // +0 <= -0
    orrs    r3, r2
    orrs    r3, r1
    orrs    r3, r0
    beq     true
    movs    r0, #0
    bx      lr
6:  cmp     r1, r3
    bhi     x_not_nan
    blo     false
    cmp     r0, r2
    bhs     x_not_nan
    movs    r0, #0
    bx      lr
end __aeabi_dcmplt

// int __aeabi_dcmpgt(double x, double y), __aeabi_dcmpge: with the operands exchanged.
    .macro  exchanged name, other
function \name
    push    {r4, lr}
    mov     r12, r0
    movs    r0, r2
    mov     r2, r12
    mov     r12, r1
    movs    r1, r3
    mov     r3, r12
    bl      \other
    pop     {r4, pc}
end \name
    .endm

    exchanged __aeabi_dcmpgt, __aeabi_dcmplt
    exchanged __aeabi_dcmpge, __aeabi_dcmple

// int __aeabi_dcmpeq(double x, double y)
function __aeabi_dcmpeq
    cmp     r0, r2
    bne     1f
    cmp     r1, r3
    bne     2f
    test_nan r0, r1
    bhi     1f
    movs    r0, #1
    bx      lr
2:  orrs    r1, r3
    lsls    r1, r1, #1              // zeros of any sign
    orrs    r1, r0
    bne     1f
    movs    r0, #1
    bx      lr
1:  movs    r0, #0
    bx      lr
end __aeabi_dcmpeq

// int __aeabi_dcmpun(double x, double y): 1 if one of them is NaN
function __aeabi_dcmpun
    test_nan r0, r1
    bhi     1f
    test_nan r2, r3
    bhi     1f
    movs    r0, #0
    bx      lr
1:  movs    r0, #1
    bx      lr
end __aeabi_dcmpun
