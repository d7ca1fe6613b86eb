// 32-bit divisions. A port with a hardware divider leaves this file out of its build and has its own.
// Division by zero gives 0, which is what JavaScript's (a / b) | 0 and (a % b) | 0 are.
//
// Shift and subtract, one quotient bit a step of 5 or 6 cycles, but only for the bits that the quotient can have:
// the divisor is first moved up in bytes to just below the dividend, and the last chunk is 4 or 8 bits.

#include "arith.inc"

// One bit: if dividend >= divisor << n, subtract. The carry is the quotient bit either way.
    .macro  step n
    lsrs    r3, r0, #\n
    cmp     r3, r1
    blo     .Lzero\@
    lsls    r3, r1, #\n
    subs    r0, r3
.Lzero\@:
    adcs    r2, r2
    .endm

// idivmod(a, b): quotient in r0, remainder in r1, truncating: the remainder has the dividend's sign. -2^31 / -1 wraps to
// -2^31. The remainder by 0 is not defined here. Uses r2, r3, r12.
function __aeabi_idivmod
alias __aeabi_idiv
alias gn_idiv
    movs    r2, r0
    orrs    r2, r1
    bmi     signed

// uidivmod(a, b)
alias __aeabi_uidivmod
alias __aeabi_uidiv
alias gn_udiv
    cmp     r0, r1
    blo     less
    movs    r2, #1                  // a marker above the quotient: it falls out when the last bit has come in
    lsls    r2, r2, #28
1:  lsrs    r3, r0, #4
    cmp     r3, r1
    blo     4f
    lsrs    r3, r0, #8
    cmp     r3, r1
    blo     3f
    lsls    r1, r1, #8              // can't overflow: it is not above r0
    lsrs    r2, r2, #8
    bne     1b
    movs    r0, #0                  // by 0
    bx      lr
2:  lsrs    r1, r1, #8
    b       5f
3:  lsrs    r2, r2, #4
5:  step    7
    step    6
    step    5
    step    4
4:  step    3
    step    2
    step    1
    cmp     r0, r1                  // as `step 0`
    blo     6f
    subs    r0, r1
6:  adcs    r2, r2
    bcc     2b
    movs    r1, r0
    movs    r0, r2
    bx      lr
less:
    movs    r1, r0
    movs    r0, #0
    bx      lr
signed:
    push    {r4, lr}
    asrs    r4, r0, #31
    eors    r0, r4
    subs    r0, r0, r4
    asrs    r2, r1, #31
    eors    r1, r2
    subs    r1, r1, r2
    eors    r2, r4
    mov     r12, r2
    bl      __aeabi_uidivmod
    mov     r2, r12
    eors    r0, r2
    subs    r0, r0, r2
    eors    r1, r4
    subs    r1, r1, r4
    pop     {r4, pc}
end __aeabi_idivmod

function gn_urem
    push    {r4, lr}
    movs    r4, r1
    beq     1f
    bl      __aeabi_uidivmod
    movs    r4, r1
1:  movs    r0, r4
    pop     {r4, pc}
end gn_urem

function gn_irem
    push    {r4, lr}
    movs    r4, r1
    beq     1f
    bl      __aeabi_idivmod
    movs    r4, r1
1:  movs    r0, r4
    pop     {r4, pc}
end gn_irem
