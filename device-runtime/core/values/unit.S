// Reading a unit of a string, which programs that go through texts do for each, and making a string of one, where the current
// run has room; the rest is in string.c. Stopped at any instruction, that leaves a heap as it should be: the pointer is written
// last.

#include "../arith/arith.inc"

    .equ POINTER, 0                 // in struct gn_heap; these are checked in heap.c
    .equ LIMIT, 4
    .equ HEADER_SIZE_SHIFT, 8
    .equ STRING_LENGTH, 4           // these in string.c, as is that bit 0 of a header says that units are wide
    .equ STRING_UNITS, 8
    .equ OBJECT_STRING8, 2
    .equ FOOTPRINT, 16              // bytes of a string of one unit

// int32_t gn_str_unit(gn_ref string, int32_t index)
function gn_str_unit
    ldr     r2, [r0]
    lsls    r2, r2, #31
    bne     1f
    adds    r0, r1
    ldrb    r0, [r0, #STRING_UNITS]
    bx      lr
1:  lsls    r1, r1, #1
    adds    r0, r1
    ldrh    r0, [r0, #STRING_UNITS]
    bx      lr
end gn_str_unit

// gn_ref gn_str_from_unit(int32_t unit)
function gn_str_from_unit
#ifndef GN_HEAP_STRESS
    lsrs    r1, r0, #8
    bne     1f                      // a wide one
    ldr     r3, =gn_heap
    ldr     r2, [r3, #POINTER]
    ldr     r1, [r3, #LIMIT]
    subs    r1, r2
    cmp     r1, #FOOTPRINT
    blo     1f
    str     r0, [r2, #STRING_UNITS]
    movs    r1, #1
    str     r1, [r2, #STRING_LENGTH]
    ldr     r1, =((STRING_UNITS + 4) / 4 << HEADER_SIZE_SHIFT) + OBJECT_STRING8
    str     r1, [r2]
    movs    r0, r2
    adds    r2, #FOOTPRINT
    str     r2, [r3, #POINTER]
    bx      lr
1:
#endif
    ldr     r3, =gn_text_of_unit
    bx      r3
end gn_str_from_unit
