// Arithmetic on numbers as compiled code holds them (server/src/compiler/abi/numbers.ts): an int32 in r0 with r1 = 0, or a
// double in r1:r0 whose upper word is complemented. Integers are computed as such where the result is one; what is not is
// left to the routines for doubles. All use r0-r3 and r12 only.

#include "arith.inc"

// The end of an operation on doubles: the operands (r1:r0, r3:r2) are not both integers, or their result is none.
    .macro  by_doubles operation
    cmp     r1, #0
    beq     .Lmixed\@
    cmp     r3, #0
    beq     .Lmixed\@
    doubles \operation, .Lmixed\@
    .endm

    .macro  doubles operation, mixed
    mvns    r1, r1
    mvns    r3, r3
    push    {r4, lr}
.Lcall\@:
    bl      \operation
    mvns    r1, r1
    pop     {r4, pc}
\mixed:
    push    {r4, lr}
    bl      gn_operands
    b       .Lcall\@
    .endm

// The same where -0 beside an integer, as turned vectors have it, needs no doubles: goes to `at_once` with that integer in r0,
// and r1 = 0.
    .macro  by_doubles_but_minus_zero operation, at_once
    cmp     r1, #0
    beq     .Lfirst\@
    cmp     r3, #0
    beq     .Lsecond\@
    doubles \operation, .Lmixed\@
.Lsecond\@:
    adds    r1, #1                  // overflows if r1:r0 may be -0
    bvs     .Lminus\@
    subs    r1, #1
    b       .Lmixed\@
.Lminus\@:
    subs    r1, #1
    cmp     r0, #0
    bne     .Lmixed\@
    movs    r0, r2
    movs    r1, #0
    b       \at_once
.Lfirst\@:
    adds    r3, #1
    bvs     .Lother\@
    subs    r3, #1
    b       .Lmixed\@
.Lother\@:
    cmp     r2, #0
    beq     \at_once
    subs    r3, #1
    b       .Lmixed\@
    .endm

// Branches away unless both operands are integers.
    .macro  integers otherwise
    cmp     r1, #0
    bne     \otherwise
    cmp     r3, #0
    bne     \otherwise
    .endm

// r1:r0 and r3:r2 as doubles.
section gn_operands
hidden gn_operands
    cmp     r1, #0
    beq     2f
    mvns    r1, r1
    cmp     r3, #0
    beq     1f
    mvns    r3, r3
    bx      lr
1:  push    {r0, r1, r4, lr}
    movs    r0, r2
    bl      __aeabi_i2d
    movs    r2, r0
    movs    r3, r1
    pop     {r0, r1, r4, pc}
2:  push    {r2, r3, r4, lr}
    bl      __aeabi_i2d
    pop     {r2, r3}
    cmp     r3, #0
    beq     3f
    mvns    r3, r3
    pop     {r4, pc}
3:  push    {r0, r1}
    movs    r0, r2
    bl      __aeabi_i2d
    movs    r2, r0
    movs    r3, r1
    pop     {r0, r1, r4, pc}
end gn_operands

// number gn_nadd(number x, number y), gn_nsub: what overflows is taken back.
    .macro  sum name, operation, inverse
function \name
    integers 1f
    \operation r0, r0, r2
    bvs     2f
is_\name:
    bx      lr
2:  \inverse r0, r0, r2
1:
    .endm

    sum     gn_nadd, adds, subs
    by_doubles_but_minus_zero __aeabi_dadd, is_gn_nadd
end gn_nadd

    sum     gn_nsub, subs, adds
    by_doubles __aeabi_dsub
end gn_nsub

// number gn_nmul(number x, number y)
function gn_nmul
    integers 3f
    sxth    r3, r0
    cmp     r3, r0
    bne     1f
    sxth    r3, r2
    cmp     r3, r2
    bne     1f
    orrs    r3, r0
    muls    r0, r2
    beq     2f
    bx      lr
2:  cmp     r3, #0                  // 0 by a negative one is -0
    bmi     minus_zero
    bx      lr
1:  push    {r0, r2, r4, lr}        // a product of more than 31 bits
    asrs    r1, r0, #31
    asrs    r3, r2, #31
    bl      __aeabi_lmul
    asrs    r2, r0, #31
    cmp     r2, r1
    bne     4f
    cmp     r0, #0
    beq     4f
    movs    r1, #0
    add     sp, #8
    pop     {r4, pc}
4:  pop     {r0, r2, r4}
    pop     {r3}
    mov     lr, r3
    movs    r1, #0
    movs    r3, #0
3:  by_doubles_but_minus_zero __aeabi_dmul, by_minus_zero
by_minus_zero:
    movs    r2, r0
    movs    r0, #0
    cmp     r2, #0
    bpl     minus_zero
    bx      lr
minus_zero:
    movs    r0, #0
    ldr     r1, =0x7fffffff
    bx      lr
end gn_nmul

// number gn_ndiv(number x, number y)
function gn_ndiv
    integers 1f
    cmp     r2, #0
    beq     1f
    push    {r0, r2, r4, lr}
    movs    r1, r2
    bl      gn_idiv
    pop     {r2, r3}
    // An integer if there is no rest and the sign is right: not for 0, which may be -0, and not for -2^31 / -1.
    movs    r1, r0
    muls    r1, r3
    cmp     r1, r2
    bne     2f
    cmp     r0, #0
    beq     2f
    movs    r1, r0
    eors    r1, r2
    eors    r1, r3
    bmi     2f
    movs    r1, #0
    pop     {r4, pc}
2:  movs    r0, r2
    movs    r2, r3
    movs    r1, #0
    pop     {r4}
    pop     {r3}
    mov     lr, r3
    movs    r3, #0
1:  by_doubles __aeabi_ddiv
end gn_ndiv

// number gn_nrem(number x, number y)
function gn_nrem
    integers 1f
    cmp     r2, #0
    beq     1f
    push    {r0, lr}
    movs    r1, r2
    bl      gn_irem
    pop     {r2, r3}
    movs    r1, #0
    cmp     r0, #0
    beq     2f
    bx      r3
2:  cmp     r2, #0                  // -0 for a negative dividend
    bpl     3f
    ldr     r1, =0x7fffffff
3:  bx      r3
1:  by_doubles gn_drem
end gn_nrem

// number gn_nneg(number x)
function gn_nneg
    movs    r2, #1
    lsls    r2, r2, #31
    cmp     r1, #0
    bne     1f
    cmp     r0, #0
    beq     2f
    cmp     r0, r2
    beq     3f
    rsbs    r0, r0, #0
    bx      lr
1:  eors    r1, r2
    adds    r2, r1, #1              // 0 is an integer
    orrs    r2, r0
    bne     4f
    movs    r1, #0
4:  bx      lr
2:  mvns    r1, r2                  // -0
    bx      lr
3:  ldr     r1, =~0x41e00000        // 2^31
    movs    r0, #0
    bx      lr
end gn_nneg

// number gn_nabs(number x)
function gn_nabs
    cmp     r1, #0
    bne     1f
    cmp     r0, #0
    bge     2f
    rsbs    r0, r0, #0
    bvs     3f
2:  bx      lr
1:  movs    r2, #1
    lsls    r2, r2, #31
    orrs    r1, r2                  // complemented
    bx      lr
3:  ldr     r1, =~0x41e00000        // 2^31
    movs    r0, #0
    bx      lr
end gn_nabs

// int gn_ncmpeq(number x, number y), and <, <=: 1 if it holds, 0 if not or if one of them is NaN
    .macro  comparison name, condition, operation
function \name
    integers 1f
    cmp     r0, r2
    b\condition 2f
    movs    r0, #0
    bx      lr
2:  movs    r0, #1
    bx      lr
1:  push    {r4, lr}
    bl      gn_operands
    bl      \operation
    pop     {r4, pc}
end \name
    .endm

    comparison gn_ncmpeq, eq, __aeabi_dcmpeq
    comparison gn_ncmplt, lt, __aeabi_dcmplt
    comparison gn_ncmple, le, __aeabi_dcmple

// number gn_u2n(uint32 x)
function gn_u2n
    movs    r1, #0
    cmp     r0, #0
    blt     1f
    bx      lr
1:  push    {r4, lr}
    bl      __aeabi_ui2d
    mvns    r1, r1
    pop     {r4, pc}
end gn_u2n

// number gn_f2n(float x)
function gn_f2n
    push    {r4, lr}
    bl      __aeabi_f2d
    bl      gn_d2n
    pop     {r4, pc}
end gn_f2n

// float gn_n2f(number x)
function gn_n2f
    push    {r4, lr}
    cmp     r1, #0
    beq     1f
    mvns    r1, r1
    bl      __aeabi_d2f
    pop     {r4, pc}
1:  bl      __aeabi_i2f
    pop     {r4, pc}
end gn_n2f

// double gn_n2d(number x); for C, double gn_double(gn_number)
function gn_n2d
alias gn_double
    cmp     r1, #0
    beq     1f
    mvns    r1, r1
    bx      lr
1:  push    {r4, lr}
    bl      __aeabi_i2d
    pop     {r4, pc}
end gn_n2d

// number gn_d2n(double x); for C, gn_number gn_held(double). A NaN that would look like an integer, it or its negation,
// becomes another one.
function gn_d2n
alias gn_held
    lsls    r2, r1, #1
    adds    r2, #2
    beq     1f
    mvns    r1, r1
    bx      lr
1:  ldr     r1, =~0x7ff80000
    movs    r0, #0
    bx      lr
end gn_d2n

// Roundings and roots of integers, and of doubles, which often are integers.
    .macro  rounding name, operation
function \name
    cmp     r1, #0
    bne     1f
    bx      lr
1:  mvns    r1, r1
    push    {r4, lr}
    bl      \operation
    bl      gn_integer
    pop     {r4, pc}
end \name
    .endm

    rounding gn_nfloor, gn_dfloor
    rounding gn_nceil, gn_dceil
    rounding gn_ntrunc, gn_dtrunc
    rounding gn_nround, gn_dround

// number gn_nsqrt(number x)
function gn_nsqrt
    push    {r4, lr}
    bl      gn_n2d
    bl      gn_dsqrt
    bl      gn_integer
    pop     {r4, pc}
end gn_nsqrt

// A double as a number, held as an integer if it is one.
section gn_integer
hidden gn_integer
    push    {r0, r1, r4, lr}
    bl      gn_d2i
    movs    r4, r0
    bl      __aeabi_i2d
    pop     {r2, r3}
    cmp     r0, r2
    bne     1f
    cmp     r1, r3
    bne     1f
    movs    r0, r4
    movs    r1, #0
    pop     {r4, pc}
1:  movs    r0, r2
    mvns    r1, r3
    pop     {r4, pc}
end gn_integer
