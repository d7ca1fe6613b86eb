// Conversions of doubles. All use r0-r3 and r12 only.

#include "arith.inc"

// double __aeabi_i2d(int32 value), __aeabi_ui2d(uint32 value): exact.
section __aeabi_i2d
zero:
    movs    r1, #0
    bx      lr
alias __aeabi_ui2d
    movs    r3, #0
    b       1f
alias __aeabi_i2d
    asrs    r3, r0, #31
    eors    r0, r3
    subs    r0, r0, r3
1:  cmp     r0, #0
    beq     zero
    ldr     r2, =1022 + 31          // exponent, less one for the leading bit that is added to its field
    normalize_word r0, r2, r1
    lsls    r2, r2, #20
    lsrs    r1, r0, #11
    adds    r1, r2
    lsls    r3, r3, #31
    orrs    r1, r3
    lsls    r0, r0, #21
    bx      lr
end __aeabi_i2d

// int32 gn_d2i(double value): modulo 2^32; NaN and infinities give 0. C's conversions, for which what does not fit
// is not defined, are the same.
// int32 gn_n2i(number value): the same of a number as it is held (number.S).
section gn_d2i
1:  bx      lr
alias gn_n2i
    cmp     r1, #0
    beq     1b
    mvns    r1, r1
alias gn_d2i
alias __aeabi_d2iz
alias __aeabi_d2uiz
    lsls    r2, r1, #1
    lsrs    r2, r2, #21
    ldr     r3, =1023 + 31
    subs    r3, r3, r2              // how far the bits of the leading word move down
    cmp     r3, #31
    bhi     2f
    lsls    r2, r1, #11
    lsrs    r0, r0, #21
    orrs    r0, r2
    movs    r2, #1
    lsls    r2, r2, #31
    orrs    r0, r2
    lsrs    r0, r3
1:  cmp     r1, #0
    bpl     5f
    rsbs    r0, r0, #0
5:  bx      lr
2:  cmp     r3, #0
    bgt     4f                      // |value| < 1
    movs    r2, #53
    cmn     r3, r2
    ble     4f                      // a multiple of 2^32, infinite, NaN
    // The low words of significand * 2^(-21 - r3): counts of 32 and more, and negative ones, shift all out.
    movs    r2, r3
    adds    r2, #21
    mov     r12, r1
    movs    r3, r0
    lsrs    r0, r2
    rsbs    r2, r2, #0
    lsls    r3, r2
    orrs    r0, r3
    adds    r2, #32
    lsls    r1, r1, #12             // the sign and exponent must not get in, the leading bit must
    lsrs    r1, r1, #12
    movs    r3, #1
    lsls    r3, r3, #20
    orrs    r1, r3
    lsls    r1, r2
    orrs    r0, r1
    mov     r1, r12
    b       1b
4:  movs    r0, #0
    bx      lr
end gn_d2i

// int32 gn_d2i_exact(double value): gn_trap(notAnInt, low word, high word) if it is no int32; -0 is 0.
// int32 gn_n2i_exact(number value): the same of a number as it is held.
section gn_d2i_exact
1:  bx      lr
alias gn_n2i_exact
    cmp     r1, #0
    beq     1b
    mvns    r1, r1
alias gn_d2i_exact
    lsls    r2, r1, #1
    lsrs    r2, r2, #21
    ldr     r3, =1023 + 31
    subs    r3, r3, r2
    cmp     r3, #31
    bhi     2f
    mov     r12, r0
    lsls    r2, r0, #11             // bits below the leading word, then those that are shifted out of it
    bne     4f
    lsrs    r0, r0, #21
    lsls    r2, r1, #11
    orrs    r2, r0
    movs    r0, #1
    lsls    r0, r0, #31
    orrs    r2, r0
    movs    r0, r2
    lsrs    r0, r3
    lsls    r0, r3
    cmp     r0, r2
    bne     4f
    lsrs    r0, r3
    cmp     r3, #0
    beq     3f
    cmp     r1, #0
    bpl     1f
    rsbs    r0, r0, #0
1:  bx      lr
2:  mov     r12, r0
    lsls    r2, r1, #1
    orrs    r2, r0
    bne     4f
    bx      lr
3:  lsls    r2, r0, #1              // 31 bits: -2^31 alone
    bne     4f
    cmp     r1, #0
    bpl     4f
    bx      lr
4:  push    {r4, lr}                // for whoever looks at the stack
    movs    r2, r1
    mov     r1, r12
    movs    r0, #2                  // TrapKind.notAnInt
    bl      gn_trap
end gn_d2i_exact

// double __aeabi_f2d(float value): exact.
function __aeabi_f2d
    lsls    r2, r0, #1
    lsrs    r3, r2, #24
    beq     1f
    cmp     r3, #255
    beq     3f
    asrs    r1, r0, #3              // sign in 28 to 31, exponent's field in 20 to 27
    movs    r3, #7
    lsls    r3, r3, #28
    bics    r1, r3
    lsrs    r3, r3, #1              // 1023 - 127 in the exponent's field
    adds    r1, r3
    lsls    r0, r0, #29
    bx      lr
1:  movs    r1, r0                  // zero or subnormal
    lsls    r0, r0, #1
    beq     2f
    lsrs    r3, r1, #31
    ldr     r2, =1022 - 126
    lsls    r0, r0, #7              // leading bit to 31: at least one step
4:  subs    r2, #1
    adds    r0, r0
    bpl     4b
    lsls    r3, r3, #11
    orrs    r2, r3
    lsls    r2, r2, #20
    lsrs    r1, r0, #11
    adds    r1, r2
    lsls    r0, r0, #21
2:  bx      lr
3:  asrs    r1, r0, #3              // infinity or NaN: the exponent's further bits are ones too
    movs    r3, #7
    lsls    r3, r3, #28
    orrs    r1, r3
    lsls    r2, r2, #8
    beq     5f
    lsrs    r3, r3, #11
    orrs    r1, r3                  // quiet
5:  lsls    r0, r0, #29
    bx      lr
end __aeabi_f2d

// float __aeabi_d2f(double value): to nearest, ties to even.
function __aeabi_d2f
    lsls    r2, r1, #1
    lsrs    r2, r2, #1
    movs    r3, #7
    lsls    r3, r3, #27             // 1023 - 127 in the exponent's field
    subs    r2, r2, r3
    asrs    r3, r2, #20
    subs    r3, #1
    cmp     r3, #253
    bhi     3f
    lsrs    r1, r1, #31
    lsls    r1, r1, #31
    lsls    r2, r2, #3
    orrs    r1, r2
    lsrs    r2, r0, #29
    orrs    r1, r2
    lsls    r2, r0, #4              // carry: one half; the rest
    movs    r0, r1
    bcc     1f
    cmp     r2, #0
    beq     2f
    adds    r0, #1                  // into the exponent, up to infinity, if need be
1:  bx      lr
2:  movs    r2, #1
    ands    r2, r0
    adds    r0, r2
    bx      lr
3:  cmp     r3, #0
    bge     5f
    // r3 = exponent - 1 < 0: subnormal. The leading word moves down by 8 - r3; the other's rest is its last bit.
    rsbs    r3, r3, #0
    cmp     r3, #25
    bhs     6f
    adds    r3, #8
    lsrs    r2, r1, #31
    mov     r12, r2                 // sign
    lsls    r2, r1, #11
    movs    r1, #1
    lsls    r1, r1, #31
    orrs    r2, r1
    lsrs    r1, r0, #21
    orrs    r2, r1
    lsls    r0, r0, #11
    beq     4f
    movs    r0, #1
    orrs    r2, r0
4:  movs    r1, r2
    movs    r0, r2
    lsrs    r0, r3
    rsbs    r3, r3, #0
    adds    r3, #32
    lsls    r1, r3
    mov     r2, r12
    lsls    r2, r2, #31
    orrs    r0, r2
    lsls    r1, r1, #1
    bcc     1b
    beq     2b
    adds    r0, #1
    bx      lr
5:  lsls    r2, r1, #12             // too large, infinite or NaN
    orrs    r2, r0
    beq     8f
    lsls    r2, r1, #1
    asrs    r2, r2, #21
    adds    r2, #1
    beq     9f
8:  lsrs    r0, r1, #31
    lsls    r0, r0, #8
    adds    r0, #255
    lsls    r0, r0, #23
    bx      lr
9:  ldr     r0, =0x7fc00000
    bx      lr
6:  lsrs    r0, r1, #31             // below half of the smallest
    lsls    r0, r0, #31
    bx      lr
end __aeabi_d2f
