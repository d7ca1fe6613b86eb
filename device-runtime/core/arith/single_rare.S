// What multiplication and division of singles share, as double_rare.S: operands that are no usual numbers, results
// near the ends of the range.

#include "arith.inc"

// Zeros, infinities and NaNs end a multiplication: its result in r0, and NE. Otherwise r2 and r3 are the exponents of
// r0 and r1, subnormals normalized (leading bit at 23, exponent 0 or less), and EQ. Clobbers r4, r12.
section gn_rare_single_factors
hidden gn_rare_single_factors
    mov     r12, lr
    bl      look_at_x
    movs    r4, r2
    bl      look_at_x
    movs    r3, r2
    movs    r2, r4
    cmp     r0, r0
    bx      r12

// Normalizes x, r2 = its exponent, and exchanges x and y; does not return if x decides the result.
look_at_x:
    lsls    r3, r0, #1
    beq     zero
    lsrs    r2, r3, #24
    beq     1f
    cmp     r2, #255
    beq     special
    b       3f
1:  lsrs    r3, r3, #1
    eors    r0, r3                  // sign
    movs    r2, #1
    lsls    r3, r3, #8
2:  subs    r2, #1
    lsls    r3, r3, #1
    bpl     2b
    lsrs    r3, r3, #8
    orrs    r0, r3
3:  movs    r3, r0
    movs    r0, r1
    movs    r1, r3
    bx      lr

zero:                               // times infinity or NaN is NaN
    lsls    r2, r1, #1
    lsrs    r2, r2, #24
    cmp     r2, #255
    beq     nan
    movs    r2, #0
    b       signed
special:
    lsls    r3, r0, #9
    bne     nan
    lsls    r3, r1, #1
    beq     nan                     // infinity times 0
    lsls    r2, r2, #24
    cmp     r3, r2
    bhi     nan
    lsrs    r2, r2, #24
signed:
    eors    r0, r1
    lsrs    r0, r0, #31
    lsls    r0, r0, #8
    adds    r0, r2
    lsls    r0, r0, #23
out:
    mov     r1, sp                  // NE
    cmp     r1, #0
    bx      r12
nan:
    ldr     r0, =0x7fc00000
    b       out
end gn_rare_single_factors

// Rounds to nearest, ties to even: r0 is the significand with its leading bit at 31, r2 is not 0 if there is more
// below; r1 is the exponent less one, which is out of range; bit 0 of r3 is the sign.
section gn_pack_rare_single
hidden gn_pack_rare_single
    lsls    r3, r3, #31
    cmp     r1, #0
    bge     3f
    rsbs    r1, r1, #0
    cmp     r1, #25
    bhs     4f
    cmp     r2, #0
    beq     1f
    movs    r2, #1
    orrs    r0, r2
1:  movs    r2, r0
    adds    r1, #8
    lsrs    r0, r1
    rsbs    r1, r1, #0
    adds    r1, #32
    lsls    r2, r1
    orrs    r3, r0
    movs    r0, r3
    lsls    r2, r2, #1
    bcc     2f
    beq     5f
    adds    r0, #1
2:  bx      lr
5:  movs    r1, #1
    ands    r1, r0
    adds    r0, r1
    bx      lr
3:  movs    r0, #255                // infinity
    lsls    r0, r0, #23
    orrs    r0, r3
    bx      lr
4:  movs    r0, r3                  // below half of the least
    bx      lr
end gn_pack_rare_single
