// Single multiplication. Only r0-r3 and r12 are used (and the stack, by rare operands).
//
// The product of the significands (24 bits each) has 48 bits. Three multiplications give it: its low 32 bits L exactly;
// the upper 16 bits of x times the upper 16 and lower 8 bits of y, which is H, its upper 32 bits less an error below
// 2^16. That is how much they differ in the 16 bits that they have in common.

#include "arith.inc"

section __aeabi_fmul
rare:
    push    {r4, lr}
    bl      gn_rare_single_factors
    bne     1f
    ldr     r4, [sp, #4]
    mov     lr, r4
    pop     {r4}
    add     sp, #4
    b       usable
1:  pop     {r4, pc}

// float __aeabi_fmul(float x, float y)
alias __aeabi_fmul
    lsls    r2, r0, #1
    lsls    r3, r1, #1
    cmn     r2, r2                  // 2^-63 <= |x| < 2^65: V, see single_add.S
    bvc     rare
    cmn     r3, r3
    bvc     rare
    lsrs    r2, r2, #24
    lsrs    r3, r3, #24
usable:
    adds    r2, r3
    movs    r3, r0
    eors    r3, r1
    lsrs    r3, r3, #31
    lsls    r2, r2, #1
    orrs    r2, r3
    mov     r12, r2                 // sum of exponents, sign
    movs    r3, #1
    lsls    r3, r3, #23
    lsls    r0, r0, #9
    lsrs    r0, r0, #9
    orrs    r0, r3
    lsls    r1, r1, #9
    lsrs    r1, r1, #9
    orrs    r1, r3
    movs    r2, r0
    muls    r2, r1                  // L
    uxtb    r3, r1
    lsrs    r1, r1, #8
    lsrs    r0, r0, #8
    muls    r3, r0
    lsrs    r3, r3, #8
    muls    r0, r1
    adds    r0, r3                  // H
    lsrs    r3, r2, #16
    subs    r3, r3, r0
    uxth    r3, r3
    lsls    r2, r2, #16
    mov     r1, r12
    adds    r0, r3                  // r0:r2 = product
    bmi     1f
    adds    r2, r2
    adcs    r0, r0
    subs    r1, #2
1:  asrs    r3, r1, #1
    subs    r3, #127                // exponent - 1, as the leading bit will count one in its field
    cmp     r3, #253
    bhi     out_of_range
    lsls    r3, r3, #23
    lsls    r1, r1, #31
    orrs    r3, r1
    lsls    r1, r0, #25
    orrs    r2, r1                  // what is below one half of the last place
    beq     2f
    lsrs    r0, r0, #8              // carry: the half
    adcs    r0, r3
    bx      lr
2:  lsrs    r0, r0, #8
    bcc     3f
    lsrs    r1, r0, #1              // to even
3:  adcs    r0, r3
    bx      lr
out_of_range:
    mov     r12, r1
    movs    r1, r3
    mov     r3, r12
    b       gn_pack_rare_single
end __aeabi_fmul
