// Comparisons of singles: 1 if it holds, 0 if not or if an operand is NaN. As in double_compare.S.

#include "arith.inc"

    .macro  infinity register
    movs    \register, #0xff
    lsls    \register, \register, #23
    .endm

section __aeabi_fcmplt
// int __aeabi_fcmplt(float x, float y)
alias __aeabi_fcmplt
    tst     r0, r1
    bmi     3f
    cmp     r0, r1
    bge     false
    infinity r2
    cmp     r1, r2
    bgt     false
    cmp     r0, #0
    bmi     2f
true:
    movs    r0, #1
    bx      lr
2:  lsls    r3, r0, #1              // x is negative: NaN, or -0 and y +0?
    orrs    r1, r3
    bne     x_not_nan
false:
    movs    r0, #0
    bx      lr
3:  cmp     r0, r1
    bls     false
x_not_nan:
    infinity r2
    lsls    r0, r0, #1
    lsls    r2, r2, #1
    cmp     r0, r2
    bls     true
    movs    r0, #0
    bx      lr

// int __aeabi_fcmple(float x, float y)
alias __aeabi_fcmple
    tst     r0, r1
    bmi     6f
    cmp     r0, r1
    bgt     5f
    infinity r2
    cmp     r1, r2
    bgt     false
    cmp     r0, #0
    bpl     true
    b       x_not_nan
5:  lsls    r1, r1, #1              // +0 <= -0
    orrs    r1, r0
    beq     true
    movs    r0, #0
    bx      lr
6:  cmp     r0, r1
    bhs     x_not_nan
    movs    r0, #0
    bx      lr
end __aeabi_fcmplt

// int __aeabi_fcmpgt(float x, float y), __aeabi_fcmpge: with the operands exchanged.
    .macro  exchanged name, other
function \name
    push    {r4, lr}
    movs    r2, r0
    movs    r0, r1
    movs    r1, r2
    bl      \other
    pop     {r4, pc}
end \name
    .endm

    exchanged __aeabi_fcmpgt, __aeabi_fcmplt
    exchanged __aeabi_fcmpge, __aeabi_fcmple

// int __aeabi_fcmpeq(float x, float y)
function __aeabi_fcmpeq
    cmp     r0, r1
    bne     2f
    lsls    r0, r0, #1
    movs    r2, #0xff
    lsls    r2, r2, #24
    cmp     r0, r2
    bhi     1f
    movs    r0, #1
    bx      lr
2:  orrs    r0, r1
    lsls    r0, r0, #1              // zeros of any sign
    bne     1f
    movs    r0, #1
    bx      lr
1:  movs    r0, #0
    bx      lr
end __aeabi_fcmpeq

// int __aeabi_fcmpun(float x, float y): 1 if one of them is NaN
function __aeabi_fcmpun
    movs    r2, #0xff
    lsls    r2, r2, #24
    lsls    r0, r0, #1
    cmp     r0, r2
    bhi     1f
    lsls    r1, r1, #1
    cmp     r1, r2
    bhi     1f
    movs    r0, #0
    bx      lr
1:  movs    r0, #1
    bx      lr
end __aeabi_fcmpun
