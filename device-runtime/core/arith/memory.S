// memcpy, memmove, memset and their names in the ARM run-time ABI.
// Words where the addresses allow it: 16 bytes a turn, then words, then bytes. ARMv6-M has no unaligned access.

#include "arith.inc"

// void *memmove(void *to, const void *from, size_t n), memcpy: returns `to`.
function memmove
alias __aeabi_memmove
alias __aeabi_memmove4
alias __aeabi_memmove8
    subs    r3, r0, r1
    cmp     r3, r2                  // unsigned: `to` begins inside the source
    blo     backward
    b       forward
alias memcpy
alias __aeabi_memcpy
alias __aeabi_memcpy4
alias __aeabi_memcpy8
    cmp     r2, #8
    blo     few
forward:
    push    {r0, r4, r5, r6, r7, lr}
    cmp     r2, #8                  // memmove does not know yet
    blo     5f
    movs    r3, r0
    eors    r3, r1
    lsls    r3, r3, #30
    bne     5f                      // never both aligned
1:  lsls    r3, r0, #30
    beq     2f
    ldrb    r3, [r1]
    strb    r3, [r0]
    adds    r0, #1
    adds    r1, #1
    subs    r2, #1
    b       1b
2:  subs    r2, #16
    blo     4f
3:  ldmia   r1!, {r4-r7}
    stmia   r0!, {r4-r7}
    subs    r2, #16
    bhs     3b
4:  adds    r2, #12
    bmi     6f
7:  ldmia   r1!, {r3}
    stmia   r0!, {r3}
    subs    r2, #4
    bpl     7b
6:  adds    r2, #4
5:  subs    r2, #4
    blo     10f
8:  ldrb    r3, [r1]                // bytes, 4 a turn
    ldrb    r4, [r1, #1]
    ldrb    r5, [r1, #2]
    ldrb    r6, [r1, #3]
    strb    r3, [r0]
    strb    r4, [r0, #1]
    strb    r5, [r0, #2]
    strb    r6, [r0, #3]
    adds    r0, #4
    adds    r1, #4
    subs    r2, #4
    bhs     8b
10: adds    r2, #4
    beq     9f
    movs    r4, #0
11: ldrb    r3, [r1, r4]
    strb    r3, [r0, r4]
    adds    r4, #1
    cmp     r4, r2
    bne     11b
9:  pop     {r0, r4, r5, r6, r7, pc}

few:                                // from the end, since nothing overlaps
    subs    r2, #1
    blo     13f
12: ldrb    r3, [r1, r2]
    strb    r3, [r0, r2]
    subs    r2, #1
    bhs     12b
13: bx      lr

backward:
    push    {r4, lr}
    cmp     r2, #4
    blo     3f
    movs    r3, r0
    orrs    r3, r1
    orrs    r3, r2
    lsls    r3, r3, #30
    bne     3f
2:  subs    r2, #4                  // everything in whole words: elements of arrays
    ldr     r3, [r1, r2]
    str     r3, [r0, r2]
    bne     2b
    pop     {r4, pc}
3:  subs    r2, #1
    blo     4f
    ldrb    r3, [r1, r2]
    strb    r3, [r0, r2]
    b       3b
4:  pop     {r4, pc}
end memmove

// void __aeabi_memset(void *to, size_t n, int byte): arguments in another order than memset's.
// void *memset(void *to, int byte, size_t n)
function memset
    movs    r3, r1
    movs    r1, r2
    movs    r2, r3
    b       1f
alias __aeabi_memclr
alias __aeabi_memclr4
alias __aeabi_memclr8
    movs    r2, #0
alias __aeabi_memset
alias __aeabi_memset4
alias __aeabi_memset8
1:  push    {r0, lr}
    adds    r1, r0                  // end
    uxtb    r2, r2
    lsls    r3, r2, #8
    orrs    r2, r3
    lsls    r3, r2, #16
    orrs    r2, r3
    b       3f
2:  strb    r2, [r0]
    adds    r0, #1
3:  cmp     r0, r1
    beq     8f
    lsls    r3, r0, #30
    bne     2b
    subs    r1, #16                 // words: r1 is the end less 16
    movs    r3, r2
    cmp     r0, r1
    bhi     5f
4:  stmia   r0!, {r2, r3}
    stmia   r0!, {r2, r3}
    cmp     r0, r1
    bls     4b
5:  adds    r1, #12
    b       7f
6:  stmia   r0!, {r2}
7:  cmp     r0, r1
    bls     6b
    adds    r1, #4
    b       10f
9:  strb    r2, [r0]
    adds    r0, #1
10: cmp     r0, r1
    blo     9b
8:  pop     {r0, pc}
end memset
