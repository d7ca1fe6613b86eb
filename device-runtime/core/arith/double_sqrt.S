// Square root of doubles, correctly rounded.
//
// With x in [1, 4), the root s grows by digits: 14 bits, then 13, 14 and 12. With h = (x - s^2) / 2 and a digit q (at its
// weight), (s + q)^2 = s^2 + 2 q (s + q / 2), so the new h is h - q (s + q / 2): as in double_div.S, with s + q / 2 for y
// and h for R, and the same estimate (R >> 39, as the unit is 2^-53 here) by a reciprocal, here of the root.
//
// Errors, in units of the digit's last place, relative to s: the first digit's is below 1.8 (x is cut to 16 bits,
// -0.51 to 0.37 for r, 1 for rounding). As q s = h leaves q^2 / 2 out, it adds 1.8^2 / 2 to the second one's: halved, as
// the others, by its being a bit shorter: |error| < 1.8. In the third: 1 + 0.51 * 1.8 < 2. The last is 2 bits shorter:
// below 1, and h's sign makes the root one that is rounded down, of 54 bits. The last says how to round: a root of 53
// bits is never halfway between two.

#include "arith.inc"
#include "reciprocal.inc"

// r2 = q of as many bits: R = r1:r0 is h, r = r7. Shifts R.
    .macro  estimate bits, centre, shift
    asrs    r2, r1, #7
    adds    r2, #\centre
    muls    r2, r7
    asrs    r2, r2, #(30 - \bits)
    lsls    r1, r1, #\shift
    lsrs    r4, r0, #(32 - \shift)
    orrs    r1, r4
    lsls    r0, r0, #\shift
    .endm

// R -= r2 * r4:r3; clobbers r2-r4.
    .macro  subtract_product
    muls    r4, r2
    subs    r1, r1, r4
    lsrs    r4, r3, #16
    uxth    r3, r3
    muls    r3, r2
    muls    r2, r4
    asrs    r4, r3, #31
    subs    r0, r0, r3
    sbcs    r1, r4
    lsls    r4, r2, #16
    asrs    r2, r2, #16
    subs    r0, r0, r4
    sbcs    r1, r2
    .endm

// A digit of which one half has weight 2^half in s = lr:r12.
    .macro  root_digit bits, half
    estimate \bits, 1, \bits
    lsls    r5, r2, #\half
    asrs    r6, r2, #(32 - \half)
    mov     r3, r12
    mov     r4, lr
    adds    r3, r5
    adcs    r4, r6
    adds    r5, r3
    adcs    r6, r4
    mov     r12, r5
    mov     lr, r6
    subtract_product
    .endm

section gn_dsqrt
rare:
    lsls    r3, r1, #1
    orrs    r3, r0
    beq     1f                      // 0, -0
    cmp     r1, #0
    bmi     2f
    cmp     r2, #0
    bmi     3f
    lsls    r3, r1, #12
    orrs    r3, r0
    bne     2f
1:  bx      lr                      // infinity
2:  ldr     r1, =0x7ff80000
    bx      lr
3:  movs    r2, #0                  // subnormal
4:  subs    r2, #1
    adds    r0, r0
    adcs    r1, r1
    lsrs    r3, r1, #20
    beq     4b
    b       usable

// double gn_dsqrt(double x)
alias gn_dsqrt
    lsrs    r2, r1, #20
    subs    r2, #1
    ldr     r3, =0x7fe
    cmp     r2, r3
    bhs     rare
usable:                             // r2 = exponent - 1
    push    {r4-r7, lr}
    ldr     r3, =1022
    adds    r2, r3
    lsrs    r2, r2, #1              // of the result, less one for the leading bit
    sbcs    r5, r5                  // 0 if x = 2 m
    lsls    r2, r2, #20
    push    {r2}
    movs    r3, #1
    lsls    r3, r3, #20
    lsls    r1, r1, #12
    lsrs    r1, r1, #12
    orrs    r1, r3
    lsrs    r3, r1, #5
    reciprocal_root_begin r3, r7, r4
    cmp     r5, #0
    bne     1f
    reciprocal_root_double r3, r7, r4
    adds    r0, r0
    adcs    r1, r1
1:  reciprocal_root_end r3, r7, r4
    muls    r3, r7
    lsrs    r3, r3, #17
    adds    r3, #1                  // first digit: x r
    movs    r4, r3
    muls    r4, r4
    lsrs    r5, r4, #8
    lsls    r4, r4, #24
    subs    r0, r0, r4
    sbcs    r1, r5
    lsls    r1, r1, #14
    lsrs    r4, r0, #18
    orrs    r1, r4
    lsls    r0, r0, #14
    lsls    r3, r3, #7
    mov     lr, r3
    movs    r3, #0
    mov     r12, r3
    root_digit 13, 25
    root_digit 14, 11
    estimate 12, 3, 13              // the last: 2 h, as one half of the digit has no place in s
    mov     r3, r12
    mov     r4, lr
    adds    r3, r3
    adcs    r4, r4
    asrs    r6, r2, #31
    movs    r5, r2
    adds    r3, r2
    adcs    r4, r6
    subtract_product
    asrs    r1, r1, #31             // rounded down
    adds    r5, r1
    asrs    r6, r5, #31
    mov     r0, r12
    mov     r1, lr
    adds    r0, r5
    adcs    r1, r6
    pop     {r2}
    lsls    r4, r1, #31
    lsrs    r1, r1, #1
    movs    r3, #0
    lsrs    r0, r0, #1
    orrs    r0, r4
    adcs    r0, r3
    adcs    r1, r2
    pop     {r4-r7, pc}
end gn_dsqrt
