// 32-bit divisions. A port with a hardware divider replaces the weak gn_ names.
// Division by zero gives 0 and remainder 0, which is what JavaScript's (a / b) | 0 and (a % b) | 0 are.
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

// uidivmod(a, b): quotient in r0, remainder in r1. Uses r2, r3.
function __aeabi_uidivmod
alias __aeabi_uidiv
alias gn_udiv weak
    cmp     r1, #0
    beq     6f
1:  movs    r2, #1                  // a marker above the quotient: it falls out when the last bit has come in
    lsls    r2, r2, #28
2:  lsrs    r3, r0, #4
    cmp     r3, r1
    blo     4f
    lsrs    r3, r0, #8
    cmp     r3, r1
    blo     3f
    lsls    r1, r1, #8              // can't overflow: it is not above r0
    lsrs    r2, r2, #8
    b       2b
5:  lsrs    r1, r1, #8
    b       7f
3:  lsrs    r2, r2, #4
7:  step    7
    step    6
    step    5
    step    4
4:  step    3
    step    2
    step    1
    cmp     r0, r1
    blo     8f
    subs    r0, r1
8:  adcs    r2, r2
    bcc     5b
    movs    r1, r0
    movs    r0, r2
    bx      lr
6:  movs    r0, #0
    bx      lr
end __aeabi_uidivmod

// idivmod(a, b): truncating; the remainder has the dividend's sign. -2^31 / -1 wraps to -2^31.
function __aeabi_idivmod
alias __aeabi_idiv
alias gn_idiv weak
    movs    r2, r0
    orrs    r2, r1
    bmi     1f
    ldr     r3, =__aeabi_uidivmod
    bx      r3
1:  push    {r4, lr}
    asrs    r4, r0, #31             // bit 0: sign of the remainder
    eors    r0, r4
    subs    r0, r0, r4
    lsrs    r4, r4, #31
    asrs    r2, r1, #31
    eors    r1, r2
    subs    r1, r1, r2
    lsls    r2, r2, #1              // bits 1 and up: sign of the divisor
    eors    r4, r2
    bl      __aeabi_uidivmod
    lsrs    r2, r4, #1
    bcc     2f
    rsbs    r1, r1, #0
    rsbs    r0, r0, #0
2:  cmp     r2, #0
    beq     3f
    rsbs    r0, r0, #0
3:  pop     {r4, pc}
end __aeabi_idivmod

function gn_urem weak
    push    {r4, lr}
    bl      __aeabi_uidivmod
    movs    r0, r1
    pop     {r4, pc}
end gn_urem

function gn_irem weak
    push    {r4, lr}
    bl      __aeabi_idivmod
    movs    r0, r1
    pop     {r4, pc}
end gn_irem
