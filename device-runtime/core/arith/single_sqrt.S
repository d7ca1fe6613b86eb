// Square root of singles, correctly rounded: as double_sqrt.S, with digits of 14 and 10 bits, so that all fits words.
// What remains is computed modulo 2^32, as it is small. The second digit's error is below 1.

#include "arith.inc"
#include "reciprocal.inc"

section gn_fsqrt
rare:
    lsls    r2, r0, #1
    beq     1f                      // 0, -0
    cmp     r0, #0
    bmi     2f
    cmp     r1, #0
    bmi     3f
    lsls    r2, r0, #9
    bne     2f
1:  bx      lr                      // infinity
2:  ldr     r0, =0x7fc00000
    bx      lr
3:  movs    r1, #0                  // subnormal
4:  subs    r1, #1
    lsls    r0, r0, #1
    lsrs    r2, r0, #23
    beq     4b
    b       usable

// float gn_fsqrt(float x)
alias gn_fsqrt
    lsrs    r1, r0, #23
    subs    r1, #1
    cmp     r1, #254
    bhs     rare
usable:                             // r1 = exponent - 1
    push    {r4, lr}
    adds    r1, #126
    lsrs    r4, r1, #1              // exponent of the result, less one for the leading bit
    sbcs    r3, r3
    mov     r12, r3                 // 0 if x = 2 m
    movs    r1, #1
    lsls    r1, r1, #23
    lsls    r0, r0, #9
    lsrs    r0, r0, #9
    orrs    r0, r1
    lsrs    r1, r0, #8
    reciprocal_root_begin r1, r2, r3
    mov     r3, r12
    cmp     r3, #0
    bne     1f
    reciprocal_root_double r1, r2, r3
    lsls    r0, r0, #1
1:  reciprocal_root_end r1, r2, r3
    muls    r1, r2
    lsrs    r1, r1, #17
    adds    r1, #1                  // first digit: x r
    mov     r12, r1
    muls    r1, r1
    lsls    r3, r0, #5
    subs    r3, r3, r1              // (x - s^2) / 2, in units of 2^-29
    asrs    r3, r3, #1
    adds    r3, #7
    muls    r3, r2
    asrs    r3, r3, #20             // second digit
    mov     r1, r12
    lsls    r1, r1, #10
    adds    r1, r3                  // 25 bits
    movs    r3, r1
    muls    r3, r3
    lsls    r0, r0, #25
    subs    r0, r0, r3
    asrs    r0, r0, #31
    adds    r1, r0                  // rounded down
    lsls    r4, r4, #23
    lsrs    r0, r1, #1              // carry: one half; a tie can't be
    adcs    r0, r4
    pop     {r4, pc}
end gn_fsqrt
