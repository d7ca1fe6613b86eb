// JavaScript's % on doubles: exact, with the sign of the dividend.
//
// A long division that only keeps the remainder R, one bit in 8 cycles, without restoring: R lies between -y and y, and
// the next R is 2 R - y or 2 R + y.

#include "arith.inc"

section gn_drem
return_nan:
    ldr     r1, =0x7ff80000
return:
    pop     {r4-r7, pc}

// Of a finite number \high:\low that is not 0, without its sign: the significand in it, leading bit at 52, and its
// exponent, which is 0 or less for a subnormal.
    .macro  unpack high, low, exponent
    lsrs    \exponent, \high, #20
    beq     .Lsubnormal\@
    lsls    \high, \high, #12
    lsrs    \high, \high, #12
    orrs    \high, r7
    b       .Ldone\@
.Lshift\@:
    subs    \exponent, #1
    adds    \low, \low
    adcs    \high, \high
.Lsubnormal\@:
    tst     \high, r7
    beq     .Lshift\@
    adds    \exponent, #1
.Ldone\@:
    .endm

// double gn_drem(double x, double y)
alias gn_drem
    push    {r4-r7, lr}
    mov     r12, r1                 // for its sign
    lsls    r4, r1, #1
    movs    r6, #1
    lsls    r6, r6, #21
    cmn     r4, r6
    bcs     return_nan              // x infinite or NaN
    lsls    r3, r3, #1
    movs    r5, r3
    orrs    r5, r2
    beq     return_nan              // y is 0
    adds    r5, r3, r6
    bcc     1f
    orrs    r5, r2
    bne     return_nan              // y NaN
1:  lsrs    r3, r3, #1
    lsrs    r5, r4, #1
    cmp     r5, r3
    blo     return                  // |x| < |y|
    bhi     2f
    cmp     r0, r2
    blo     return
2:  movs    r1, r5
    lsrs    r7, r6, #1
    unpack  r3, r2, r5
    unpack  r1, r0, r4
    subs    r4, r4, r5              // so many bits, and one
    subs    r0, r0, r2
    sbcs    r1, r3
    bmi     5f
3:  subs    r4, #1
    bmi     6f
    adds    r0, r0
    adcs    r1, r1
    subs    r0, r0, r2
    sbcs    r1, r3
    bpl     3b
5:  subs    r4, #1
    bmi     4f
    adds    r0, r0
    adcs    r1, r1
    adds    r0, r2
    adcs    r1, r3
    bmi     5b
    b       3b
4:  adds    r0, r2
    adcs    r1, r3
6:  mov     r3, r12
    lsrs    r3, r3, #31
    lsls    r3, r3, #31
    movs    r4, r0
    orrs    r4, r1
    beq     9f
    b       8f
7:  lsls    r1, r1, #8              // by bytes, then by bits
    lsrs    r4, r0, #24
    orrs    r1, r4
    lsls    r0, r0, #8
    subs    r5, #8
8:  lsrs    r4, r1, #13
    beq     7b
    b       11f
10: subs    r5, #1
    adds    r0, r0
    adcs    r1, r1
11: lsrs    r4, r1, #20
    beq     10b
    subs    r5, #1                  // the leading bit counts one in the exponent's field
    bmi     13f
    lsls    r5, r5, #20
    adds    r1, r5
9:  orrs    r1, r3
    pop     {r4-r7, pc}
13: lsls    r4, r1, #31             // subnormal: back by as much as the exponent lacks
    lsrs    r1, r1, #1
    lsrs    r0, r0, #1
    orrs    r0, r4
    adds    r5, #1
    bmi     13b
    b       9b
end gn_drem
