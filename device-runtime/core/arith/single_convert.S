// Conversions of singles. All use r0-r3 only.

#include "arith.inc"

// float __aeabi_i2f(int32 value), __aeabi_ui2f(uint32 value): to nearest, ties to even.
section __aeabi_i2f
zero:
    bx      lr
alias __aeabi_ui2f
    movs    r3, #0
    b       1f
alias __aeabi_i2f
    asrs    r3, r0, #31
    eors    r0, r3
    subs    r0, r0, r3
1:  cmp     r0, #0
    beq     zero
    movs    r2, #126 + 31           // exponent, less one for the leading bit that is added to its field
    normalize_word r0, r2, r1
    lsls    r2, r2, #23
    lsls    r3, r3, #31
    orrs    r3, r2
    lsls    r2, r0, #25             // what is below half of the last place
    lsrs    r0, r0, #8              // carry: the half
    bcc     2f
    cmp     r2, #0
    bne     3f
    lsls    r2, r0, #31             // to even
    bpl     2f
3:  adds    r0, #1
2:  adds    r0, r3
    bx      lr
end __aeabi_i2f

// int32 gn_f2i(float value): modulo 2^32; NaN and infinities give 0. C's conversions, for which what does not fit is
// not defined, are the same. Shifts by 32 and more leave nothing, which is right for values below 1 and for multiples
// of 2^32, infinities and NaNs.
section gn_f2i
1:  rsbs    r3, r3, #0
    lsls    r1, r3
    b       2f
alias gn_f2i
alias __aeabi_f2iz
alias __aeabi_f2uiz
    lsls    r1, r0, #8
    movs    r2, #1
    lsls    r2, r2, #31
    orrs    r1, r2                  // significand, leading bit at 31
    lsls    r2, r0, #1
    lsrs    r2, r2, #24
    movs    r3, #127 + 31
    subs    r3, r3, r2
    bmi     1b
    lsrs    r1, r3
2:  asrs    r0, r0, #31
    eors    r1, r0
    subs    r0, r1, r0
    bx      lr
end gn_f2i
