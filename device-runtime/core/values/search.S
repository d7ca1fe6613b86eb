// Searching texts, which programs take apart by it: where units are one byte, four a turn. The rest is in string.c.

#include "../arith/arith.inc"

    .equ STRING_LENGTH, 4           // these in string.c, as is that bit 0 of a header says that units are wide
    .equ STRING_UNITS, 8

// int32_t gn_str_index_of(gn_ref string, gn_ref wanted, int32_t from): first index from there on, or -1.
function gn_str_index_of
    ldr     r3, [r0]
    lsrs    r3, r3, #1
    bcs     slow
    ldr     r3, [r1]
    lsrs    r3, r3, #1
    bcs     slow
    ldr     r3, [r1, #STRING_LENGTH]
    cmp     r3, #0
    beq     slow
    push    {r4, r5, r6, r7}
    ldr     r4, [r0, #STRING_LENGTH]
    subs    r4, r3
    adds    r0, #STRING_UNITS
    adds    r1, #STRING_UNITS
    adds    r4, r0                  // the last place that it may be at
    adds    r2, r0
    mov     ip, r0
    ldrb    r5, [r1]
scan:
    subs    r6, r4, #3
    cmp     r2, r6
    bhi     few
0:  ldrb    r7, [r2]
    cmp     r7, r5
    beq     found
    ldrb    r7, [r2, #1]
    cmp     r7, r5
    beq     1f
    ldrb    r7, [r2, #2]
    cmp     r7, r5
    beq     2f
    ldrb    r7, [r2, #3]
    cmp     r7, r5
    beq     3f
    adds    r2, #4
    cmp     r2, r6
    bls     0b
few:
    cmp     r2, r4
    bhi     none
    ldrb    r7, [r2]
    cmp     r7, r5
    beq     found
    adds    r2, #1
    b       few
none:
    movs    r0, #0
    mvns    r0, r0
    pop     {r4, r5, r6, r7}
    bx      lr
3:  adds    r2, #1
2:  adds    r2, #1
1:  adds    r2, #1
found:                              // its first unit
    movs    r6, #1
0:  cmp     r6, r3
    beq     1f
    ldrb    r7, [r2, r6]
    ldrb    r0, [r1, r6]
    adds    r6, #1
    cmp     r7, r0
    beq     0b
    adds    r2, #1
    b       scan
1:  mov     r0, ip
    subs    r0, r2, r0
    pop     {r4, r5, r6, r7}
    bx      lr
slow:
    ldr     r3, =gn_index_of
    bx      r3
end gn_str_index_of
