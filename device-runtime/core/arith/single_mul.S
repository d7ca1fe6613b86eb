// Single multiplication. Only r0-r3 and r12 are used.
//
// The product of the significands (24 bits each) has 48 bits. Three multiplications give it: its low 32 bits L exactly;
// the upper 16 bits of x times the upper 16 and lower 8 bits of y, which is H, its upper 32 bits less an error below
// 2^16. That is how much they differ in the 16 bits that they have in common.

#include "arith.inc"

section __aeabi_fmul
rare:
    cmp     r2, #0                  // 0 is not that rare; times what is finite it is 0
    beq     1f
    cmp     r3, #0
    bne     2f
    movs    r3, r2
1:  lsrs    r3, r3, #24
    cmp     r3, #255
    bne     3f
2:  ldr     r2, =__aeabi_dmul
    ldr     r3, =gn_single_by_double
    bx      r3
3:  eors    r0, r1
    lsrs    r0, r0, #31
    lsls    r0, r0, #31
    bx      lr

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
    adds    r2, r3
    subs    r2, #127                // the result's exponent if the significands' product is below 2
    cmp     r2, #254
    bhs     2b
    movs    r3, r0
    eors    r3, r1
    lsrs    r3, r3, #31
    lsls    r3, r3, #31
    lsls    r2, r2, #23
    orrs    r2, r3
    mov     r12, r2
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
    lsrs    r1, r2, #16
    subs    r1, r1, r0
    uxth    r1, r1
    lsls    r2, r2, #16
    mov     r3, r12
    adds    r0, r1                  // r0:r2 = product
    bmi     4f
    adds    r2, r2
    adcs    r0, r0
    movs    r1, #1                  // the leading bit counts one in the exponent's field
    lsls    r1, r1, #23
    subs    r3, r3, r1
4:  lsls    r1, r0, #25
    orrs    r2, r1                  // what is below one half of the last place
    beq     5f
    lsrs    r0, r0, #8              // carry: the half
    adcs    r0, r3
    bx      lr
5:  lsrs    r0, r0, #8
    bcc     6f
    lsrs    r1, r0, #1              // to even
6:  adcs    r0, r3
    bx      lr
end __aeabi_fmul
