// Parts of strings of one byte a unit, where the current run has room; the rest is in string.c. Stopped at any instruction,
// they leave a heap as it should be: the pointer is written last.
//
// Whole words are written, as an object takes a multiple of 8 bytes; the last may have what is behind the part.

#include "../arith/arith.inc"

    .equ POINTER, 0                 // in struct gn_heap; these are checked in heap.c
    .equ LIMIT, 4
    .equ HEADER_SIZE_SHIFT, 8
    .equ STRING_LENGTH, 4           // these in string.c
    .equ STRING_UNITS, 8
    .equ OBJECT_STRING8, 2

// gn_ref gn_str_slice(gn_ref string, int32_t from, int32_t to): the string itself if that is all of it.
function gn_str_slice
#ifdef GN_HEAP_STRESS
    b       give_up                 // for tests: the slow way, which collects
#endif
    ldr     r3, [r0, #STRING_LENGTH]
    subs    r3, r3, r2
    adds    r3, r3, r1
    beq     all
    ldr     r3, [r0]
    lsrs    r3, r3, #1
    bcs     give_up                 // units of two bytes
    cmp     r1, r2
    beq     give_up                 // there is one empty string
    push    {r4, r5, r6, r7, lr}
    ldr     r7, =gn_heap
    ldr     r4, [r7, #POINTER]
    ldr     r5, [r7, #LIMIT]
    subs    r5, r5, r4
    subs    r3, r2, r1
    adds    r3, #(STRING_UNITS + 7)
    lsrs    r6, r3, #3
    lsls    r6, r6, #3              // bytes of the object
    cmp     r6, r5
    bhi     no_room
    adds    r6, r6, r4
    subs    r2, r2, r1
    movs    r5, r2
    adds    r0, r0, r1
    adds    r0, #STRING_UNITS
    movs    r1, r4
    adds    r1, #STRING_UNITS
    lsls    r3, r0, #31
    bne     odd
    lsls    r3, r0, #30
    bne     half
1:  ldmia   r0!, {r3}
    stmia   r1!, {r3}
    subs    r2, #4
    bhi     1b
    b       copied
half:
    ldrh    r3, [r0]
    ldrh    r7, [r0, #2]
    lsls    r7, r7, #16
    orrs    r3, r7
    stmia   r1!, {r3}
    adds    r0, #4
    subs    r2, #4
    bhi     half
    b       copied
odd:
    ldrb    r3, [r0, #3]
    lsls    r3, r3, #24
    ldrb    r7, [r0]
    orrs    r3, r7
    adds    r0, #1
    ldrh    r7, [r0]
    lsls    r7, r7, #8
    orrs    r3, r7
    stmia   r1!, {r3}
    adds    r0, #3
    subs    r2, #4
    bhi     odd
copied:
    str     r5, [r4, #STRING_LENGTH]
    adds    r5, #(STRING_UNITS + 3)
    lsrs    r5, r5, #2
    lsls    r5, r5, #HEADER_SIZE_SHIFT
    adds    r5, #OBJECT_STRING8
    str     r5, [r4]
    ldr     r7, =gn_heap
    str     r6, [r7, #POINTER]
    movs    r0, r4
    pop     {r4, r5, r6, r7, pc}
no_room:
    pop     {r4, r5, r6, r7}
    pop     {r3}
    mov     lr, r3
give_up:
    ldr     r3, =gn_slice
    bx      r3
all:
    bx      lr
end gn_str_slice
