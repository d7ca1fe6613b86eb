// 64-bit integer helpers of the ARM run-time ABI that gcc calls on ARMv6-M, and counts of leading zeros.
// A 64-bit value is in r1:r0 (r3:r2), high word in the odd register. All are leaves that use r0-r3 (and push the
// few others that they need).

#include "arith.inc"

// uint64 __aeabi_lmul(uint64 a, uint64 b): the low 64 bits of the product (so signed values work as well).
// a.lo * b.lo needs all of its 64 bits, which 16-bit halves give: the core multiplies 32 x 32 -> 32 only.
// The cross products a.hi * b.lo and a.lo * b.hi only reach the high word.
function __aeabi_lmul
    muls    r1, r2
    muls    r3, r0
    adds    r1, r3                  // high word from the cross products
    push    {r4, lr}
    lsrs    r3, r0, #16             // r3 = a1, r0 = a0
    uxth    r0, r0
    lsrs    r4, r2, #16             // r4 = b1, r2 = b0
    uxth    r2, r2
    mov     r12, r0
    muls    r0, r2                  // a0 b0
    muls    r2, r3                  // a1 b0
    muls    r3, r4                  // a1 b1
    adds    r1, r3
    mov     r3, r12
    muls    r3, r4                  // a0 b1
    lsls    r4, r2, #16
    lsrs    r2, r2, #16
    adds    r0, r4
    adcs    r1, r2
    lsls    r4, r3, #16
    lsrs    r3, r3, #16
    adds    r0, r4
    adcs    r1, r3
    pop     {r4, pc}
end __aeabi_lmul

// Shifts of r1:r0 by r2 (0 to 63). The core's register shifts take counts of 32 and more as "all bits out", so
// the word that crosses comes from whichever of the counts r2 - 32 and 32 - r2 is not negative (a negative one is
// more than 63 in its low byte and gives 0).
function __aeabi_llsl
    lsls    r1, r2
    movs    r3, r0
    lsls    r0, r2
    mov     r12, r0
    movs    r0, r3
    subs    r2, #32
    lsls    r3, r2                  // r2 >= 32: low word moves up by r2 - 32
    orrs    r1, r3
    rsbs    r2, r2, #0
    lsrs    r0, r2                  // r2 < 32: low word's top bits
    orrs    r1, r0
    mov     r0, r12
    bx      lr
end __aeabi_llsl

function __aeabi_llsr
    lsrs    r0, r2
    movs    r3, r1
    lsrs    r1, r2
    mov     r12, r1
    movs    r1, r3
    subs    r2, #32
    lsrs    r3, r2
    orrs    r0, r3
    rsbs    r2, r2, #0
    lsls    r1, r2
    orrs    r0, r1
    mov     r1, r12
    bx      lr
end __aeabi_llsr

// An arithmetic shift by a negative count would give copies of the sign, so here the two cases branch.
function __aeabi_lasr
    movs    r3, r1
    subs    r2, #32
    bpl     1f
    adds    r2, #32
    lsrs    r0, r2
    asrs    r1, r2
    rsbs    r2, r2, #0
    adds    r2, #32
    lsls    r3, r2
    orrs    r0, r3
    bx      lr
1:  asrs    r3, r2
    movs    r0, r3
    asrs    r1, r1, #31
    bx      lr
end __aeabi_lasr

// int __aeabi_lcmp(int64 a, int64 b), __aeabi_ulcmp: -1, 0, 1.
function __aeabi_lcmp
    cmp     r1, r3
    blt     1f
    bgt     2f
    b       3f
alias __aeabi_ulcmp
    cmp     r1, r3
    blo     1f
    bhi     2f
3:  cmp     r0, r2
    bhi     2f
    blo     1f
    movs    r0, #0
    bx      lr
2:  movs    r0, #1
    bx      lr
1:  movs    r0, #0
    mvns    r0, r0
    bx      lr
end __aeabi_lcmp

// int __clzdi2(uint64): zeros above the highest set bit. int gn_clz(uint32), 32 for 0.
// Halving: three steps find the nibble, a table has what is above its leading bit.
function __clzdi2
    cmp     r1, #0
    bne     1f
    movs    r1, #60
    b       2f
alias gn_clz
alias __clzsi2
    movs    r1, r0
1:  movs    r0, r1
    movs    r1, #28
2:  lsrs    r2, r0, #16
    beq     3f
    movs    r0, r2
    subs    r1, #16
3:  lsrs    r2, r0, #8
    beq     4f
    movs    r0, r2
    subs    r1, #8
4:  lsrs    r2, r0, #4
    beq     5f
    movs    r0, r2
    subs    r1, #4
5:  adr     r2, 6f
    ldrb    r0, [r2, r0]
    adds    r0, r1
    bx      lr
    .balign 4
6:  .byte   4, 3, 2, 2, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0
end __clzdi2
