// Jump tables: gcc -Os calls these for a dense `switch`, with the index in r0 and a table of offsets after the call.
// An offset counts halfwords from the table (bytes for words). All registers but r12 and lr are preserved: gcc counts
// on the index in r0, too.

#include "arith.inc"

    .macro  jump_table name, index_shift, load, entry_shift
function \name
    push    {r0, r1}
    mov     r1, lr
    lsrs    r1, r1, #1              // the table's address: without the Thumb bit
    lsls    r1, r1, #1
    .if \index_shift
    lsls    r0, r0, #\index_shift
    .endif
    \load   r1, [r1, r0]
    lsls    r1, r1, #\entry_shift
    add     lr, r1
    pop     {r0, r1}
    bx      lr
end \name
    .endm

    jump_table __gnu_thumb1_case_uqi, 0, ldrb, 1
    jump_table __gnu_thumb1_case_sqi, 0, ldrsb, 1
    jump_table __gnu_thumb1_case_uhi, 1, ldrh, 1
    jump_table __gnu_thumb1_case_shi, 1, ldrsh, 1

// Words are byte offsets, in a table that is aligned to 4 after the call.
function __gnu_thumb1_case_si
    push    {r0, r1}
    mov     r1, lr
    adds    r1, #1
    lsrs    r1, r1, #2
    lsls    r1, r1, #2
    lsls    r0, r0, #2
    ldr     r0, [r1, r0]
    adds    r0, r1
    mov     lr, r0
    pop     {r0, r1}
    mov     pc, lr
end __gnu_thumb1_case_si
