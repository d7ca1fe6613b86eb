// Making arrays of a known length, copying them, and taking the first element away, as far as nothing but a bump of the
// heap's pointer is needed; the rest is in array.c. Stopped at any instruction, they leave a heap as it should be: the
// pointer is written after what it goes past.

#include "../arith/arith.inc"

    .equ POINTER, 0                 // in struct gn_heap; these are checked in heap.c
    .equ LIMIT, 4
    .equ HEADER_SIZE, 4
    .equ HEADER_SIZE_SHIFT, 8
    .equ ARRAY_HEADER, 0x304        // these in array.c
    .equ ARRAY_FOOTPRINT, 16
    .equ ARRAY_LENGTH, 4
    .equ ARRAY_DATA, 8
    .equ ELEMENT_REF, 11
    .equ ELEMENT_SHIFTS, 1 << 8 | 1 << 10 | 2 << 12 | 2 << 14 | 2 << 16 | 3 << 18 | 2 << 22 | 3 << 24
    .equ OBJECT_REFS, 1

// The shift that the size of an element is, of the kind in r1.
    .macro  element_shift to, scratch
    ldr     \to, =ELEMENT_SHIFTS
    lsls    \scratch, r1, #1
    lsrs    \to, \scratch
    movs    \scratch, #3
    ands    \to, \scratch
    .endm

// Room at the heap's pointer for an array at r0, of the kind in r1 and the length in r2, not 0, and for its elements from r4
// on up to r5, where the next object goes, with the words behind them. All is written but these, and the pointer, in r7.
// Needs the shift in r6; changes r1, r3 and r6.
    .macro  begin_array no_room
    lsrs    r3, r2, #16
    bne     \no_room
    movs    r3, r2
    lsls    r3, r6
    adds    r3, #3
    lsrs    r3, r3, #2              // words of elements
    adds    r5, r3, #3
    lsrs    r5, r5, #1
    lsls    r5, r5, #3              // bytes of the buffer: an even number of words, with its header and a spare one
    ldr     r7, =gn_heap
    ldr     r0, [r7, #POINTER]
    ldr     r6, [r7, #LIMIT]
    subs    r6, r0
    subs    r6, #ARRAY_FOOTPRINT
    blo     \no_room
    cmp     r6, r5
    blo     \no_room
    movs    r4, r0
    adds    r4, #ARRAY_FOOTPRINT
    adds    r5, r4
    adds    r3, #1
    lsls    r6, r3, #HEADER_SIZE_SHIFT
    cmp     r1, #ELEMENT_REF
    bne     .Lraw\@
    adds    r6, #OBJECT_REFS
.Lraw\@:
    adds    r3, r4, #HEADER_SIZE
    stmia   r4!, {r6}
    movs    r6, #0
    ldr     r1, =ARRAY_HEADER
    stmia   r0!, {r1, r2, r3, r6}
    subs    r0, #ARRAY_FOOTPRINT
    .endm

// gn_ref gn_array_new(int32_t element_kind, int32_t length)
function gn_array_new
#ifndef GN_HEAP_STRESS
    cmp     r1, #0
    ble     2f
    push    {r0, r1, r4, r5, r6, r7, lr}
    movs    r2, r1
    movs    r1, r0
    element_shift r6, r3
    begin_array 1f
    movs    r2, #0
    movs    r3, #0
    stmia   r4!, {r2}               // then an even number of words
0:  stmia   r4!, {r2, r3}
    cmp     r4, r5
    blo     0b
    str     r5, [r7, #POINTER]
    add     sp, #8
    pop     {r4, r5, r6, r7, pc}
1:  pop     {r0, r1, r4, r5, r6, r7}
    bl      gn_array_make
    pop     {pc}
2:
#endif
    ldr     r2, =gn_array_make
    bx      r2
end gn_array_new

// gn_ref gn_array_copy(gn_ref array, int32_t element_kind, int32_t from, int32_t to)
function gn_array_copy
#ifndef GN_HEAP_STRESS
    push    {r0, r1, r2, r3, r4, r5, r6, r7, lr}
    ldr     r4, [r0, #ARRAY_LENGTH]
    cmp     r3, r4
    bhi     1f
    cmp     r2, r3
    bhs     1f
    element_shift r6, r7
    cmp     r6, #2
    blo     1f                      // no whole words
    ldr     r4, [r0, #ARRAY_DATA]
    movs    r5, r2
    lsls    r5, r6
    adds    r4, r5
    mov     ip, r4
    subs    r2, r3, r2
    begin_array 1f
    // Two words at a time: one too many is that behind them.
    mov     r1, ip
0:  ldmia   r1!, {r2, r3}
    stmia   r4!, {r2, r3}
    adds    r6, r4, #4
    cmp     r6, r5
    blo     0b
    movs    r2, #0
    str     r2, [r4]
    str     r5, [r7, #POINTER]
    add     sp, #16
    pop     {r4, r5, r6, r7, pc}
1:  pop     {r0, r1, r2, r3, r4, r5, r6, r7}
#else
    push    {lr}
#endif
    bl      gn_array_duplicate
    pop     {pc}
end gn_array_copy

// void gn_array_shift(gn_ref array, int32_t size): takes away the first of some elements, of 4 or 8 bytes.
function gn_array_shift
    ldr     r2, [r0, #ARRAY_LENGTH]
    subs    r2, #1
    str     r2, [r0, #ARRAY_LENGTH]
    ldr     r3, [r0, #ARRAY_DATA]
    muls    r2, r1
    adds    r2, r3                  // where the last one is
    b       1f
    // Two words at a time: one too many is that behind them.
0:  ldr     r0, [r3, r1]
    stmia   r3!, {r0}
    ldr     r0, [r3, r1]
    stmia   r3!, {r0}
1:  cmp     r3, r2
    blo     0b
    movs    r0, #0                  // it must keep nothing alive
    str     r0, [r2]
    bx      lr
end gn_array_shift
