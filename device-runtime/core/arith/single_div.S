// Single division: as double_div.S does it, with digits of 13 and 12 bits. The quotient has 25 or 26 bits.

#include "arith.inc"
#include "reciprocal.inc"

section __aeabi_fdiv
rare:
    cmp     r2, #0                  // 0 is not that rare; through any number but 0 it is 0
    bne     2f
    cmp     r3, #0
    beq     2f
    lsrs    r3, r3, #24
    cmp     r3, #255
    bne     3f
2:  ldr     r2, =__aeabi_ddiv
    ldr     r3, =gn_single_by_double
    bx      r3
3:  eors    r0, r1
    lsrs    r0, r0, #31
    lsls    r0, r0, #31
    bx      lr

// float __aeabi_fdiv(float x, float y)
alias __aeabi_fdiv
    lsls    r2, r0, #1
    lsls    r3, r1, #1
    cmn     r2, r2                  // 2^-63 <= |x| < 2^65: V, see single_add.S
    bvc     rare
    cmn     r3, r3
    bvc     rare
    lsrs    r2, r2, #24
    lsrs    r3, r3, #24
    subs    r2, r2, r3
    adds    r2, #126                // the result's exponent if the quotient is below 1
    ble     2b
    push    {r4, lr}
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
    orrs    r0, r3                  // r0 = x
    lsls    r1, r1, #9
    lsrs    r1, r1, #9
    orrs    r1, r3                  // r1 = y
    lsrs    r3, r1, #3
    reciprocal r3, r2, r4           // of y's upper 21 bits
    lsrs    r3, r0, #9              // r3 = first digit
    adds    r3, #1
    muls    r3, r2
    lsrs    r3, r3, #17
    lsls    r0, r0, #13
    movs    r4, r3
    muls    r4, r1
    subs    r0, r0, r4              // r0 = remainder
    asrs    r4, r0, #9              // r4 = second digit
    adds    r4, #3
    muls    r4, r2
    asrs    r4, r4, #18
    lsls    r3, r3, #12
    adds    r3, r4
    lsls    r0, r0, #12
    muls    r4, r1
    subs    r0, r0, r4
    asrs    r4, r0, #31
    adds    r3, r4                  // r3 = quotient, rounded down
    mov     r1, r12
    lsrs    r4, r3, #25             // the leading bit counts one in the exponent's field
    bne     4f
    lsls    r3, r3, #1
    movs    r4, #1
    lsls    r4, r4, #23
    subs    r1, r1, r4
4:  lsrs    r0, r3, #2              // carry: one half; a tie can't be
    adcs    r0, r1
    pop     {r4, pc}
end __aeabi_fdiv
