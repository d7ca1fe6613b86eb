// Double multiplication.
//
// The core multiplies 32 x 32 -> 32 bits in a cycle. Significands (53 bits) are cut from the top into limbs of 15, 15,
// 15 and 8 (counted as 15) bits: the sums of up to four products of a column fit 32 bits then, so no carry is
// handled until the end. Of the seven columns of the product only the upper four are computed, ten products:
//
//   V = c6 * 2^30 + c5 * 2^15 + c4 + (c3 >> 15), which is (x * y) >> 46 less an error of 0 to 3
//
// since c2, c1, c0 are below 3 * 2^30, 2^31, 2^30. Of V's 60 bits seven are below the result's last place: unless
// they are within the error of one half (6 % of random operands), they say how to round. In these cases, and where
// the result may overflow or be subnormal, the low 64 bits of the product (__aeabi_lmul) correct V exactly.

#include "arith.inc"

section __aeabi_dmul
rare:
    bl      gn_rare_factors
    bne     return
    mov     r7, sp
    stmia   r7!, {r0-r3}
    movs    r6, #1                  // leads to `exact`, which looks for over- and underflow
    lsls    r6, r6, #16
    adds    r4, r6
    b       usable
return:
    add     sp, #16
    pop     {r4-r7, pc}

// double __aeabi_dmul(double x, double y)
alias __aeabi_dmul
    push    {r0-r7, lr}             // the operands stay on the stack
    lsls    r4, r1, #1
    lsls    r5, r3, #1
    cmn     r4, r4                  // 2^-511 <= |x| < 2^513: V, see double_add.S
    bvc     rare
    cmn     r5, r5
    bvc     rare
    lsrs    r4, r4, #21
    lsrs    r5, r5, #21
usable:
    adds    r4, r5
    movs    r5, r1
    eors    r5, r3
    lsrs    r5, r5, #31
    lsls    r4, r4, #1
    orrs    r4, r5
    mov     r12, r4                 // sum of exponents, sign
    movs    r7, #1                  // the leading bit in a top limb
    lsls    r7, r7, #14
    lsls    r4, r3, #12
    lsrs    r4, r4, #18
    adds    r4, r7                  // r4 = y3
    lsls    r3, r3, #26
    lsrs    r3, r3, #17
    lsrs    r5, r2, #23
    orrs    r3, r5
    mov     lr, r3                  // lr = y2
    lsls    r5, r1, #12
    lsrs    r5, r5, #18
    adds    r5, r7                  // r5 = x3
    lsls    r1, r1, #26
    lsrs    r1, r1, #17
    lsrs    r6, r0, #23
    orrs    r1, r6                  // r1 = x2
    lsls    r6, r0, #9
    lsrs    r6, r6, #17             // r6 = x1
    uxtb    r0, r0
    lsls    r0, r0, #7              // r0 = x0
    movs    r7, r5
    muls    r7, r4                  // r7 = c6 = x3 y3
    movs    r3, r1
    muls    r3, r4                  // r3 = c5 = x2 y3
    muls    r0, r4                  // r0 = c3 = x0 y3
    muls    r4, r6                  // r4 = c4 = x1 y3
    mov     r2, lr                  // r2 = y2, lr = c6
    mov     lr, r7
    movs    r7, r5
    muls    r7, r2
    adds    r3, r7                  // x3 y2
    movs    r7, r1
    muls    r7, r2
    adds    r4, r7                  // x2 y2
    muls    r6, r2
    adds    r0, r6                  // x1 y2
    ldr     r2, [sp, #8]
    lsls    r6, r2, #9
    lsrs    r6, r6, #17             // r6 = y1
    movs    r7, r5
    muls    r7, r6
    adds    r4, r7                  // x3 y1
    muls    r1, r6
    adds    r0, r1                  // x2 y1
    uxtb    r2, r2
    lsls    r2, r2, #7              // r2 = y0
    muls    r5, r2
    adds    r0, r5                  // x3 y0
    // r1:r0 = V
    lsrs    r0, r0, #15
    adds    r0, r4
    lsls    r4, r3, #15
    lsrs    r1, r3, #17
    mov     r3, lr
    lsrs    r5, r3, #2
    lsls    r3, r3, #30
    adds    r0, r4
    adcs    r1, r5
    movs    r4, #0
    adds    r0, r3
    adcs    r1, r4
    mov     r2, r12
    lsrs    r3, r2, #1              // r3 = exponents
    lsrs    r4, r1, #27             // r4 = 1 if the product of the significands is 2 or more
    bne     1f
    adds    r0, r0
    adcs    r1, r1
1:  adds    r3, r4
    movs    r5, #1
    lsls    r5, r5, #10
    subs    r3, r3, r5              // r3 = exponent - 1, as the leading bit will count one in its field
    adds    r5, r3, #3
    lsrs    r5, r5, #11
    bne     exact
    adds    r5, r0, #7
    lsls    r5, r5, #25
    lsrs    r5, r5, #28
    cmp     r5, #8                  // 57 to 64 of 128
    beq     exact
    lsls    r3, r3, #20
    lsls    r2, r2, #31
    orrs    r3, r2
    lsls    r4, r1, #25
    lsrs    r1, r1, #7
    movs    r5, #0
    lsrs    r0, r0, #7              // carry: one half
    orrs    r0, r4
    adcs    r0, r5
    adcs    r1, r3
    add     sp, #16
    pop     {r4-r7, pc}

exact:
    movs    r5, r0
    movs    r6, r1
    push    {r2-r4}
    add     r7, sp, #12
    ldmia   r7!, {r0-r3}
    movs    r4, #1
    lsls    r4, r4, #20
    lsls    r1, r1, #12
    lsrs    r1, r1, #12
    orrs    r1, r4
    lsls    r3, r3, #12
    lsrs    r3, r3, #12
    orrs    r3, r4
    bl      __aeabi_lmul
    pop     {r2-r4}
    movs    r7, r1                  // bits 32 to 63: 46 (45 if V was doubled) and up are V's
    adds    r4, #13
    lsrs    r7, r4
    subs    r7, r7, r5
    uxtb    r7, r7                  // the error
    movs    r4, #0
    adds    r5, r7
    adcs    r6, r4
    lsls    r1, r1, #18             // below them: not zero?
    orrs    r0, r1
    beq     1f
    movs    r0, #1
    orrs    r5, r0
1:  add     sp, #16
    b       gn_pack_double
end __aeabi_dmul
