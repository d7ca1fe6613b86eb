// What compiled code calls most to allocate, as far as nothing but a bump of the heap's pointer is needed; the rest is in
// heap.c and array.c. Stopped at any instruction, they leave a heap as it should be: the pointer is written after what
// it goes past, and arrays refer to a buffer after that. All use r0-r3 and r12 only.

#include "../arith/arith.inc"

    .equ POINTER, 0                 // in struct gn_heap; these are checked in heap.c
    .equ LIMIT, 4
    .equ HEADER_SIZE, 4
    .equ HEADER_SIZE_SHIFT, 8
    .equ ARRAY_HEADER, 0x304        // these in array.c
    .equ ARRAY_FOOTPRINT, 16
    .equ ARRAY_LENGTH, 4
    .equ ARRAY_DATA, 8
    .equ OBJECT_RAW, 0
    .equ OBJECT_REFS, 1
    .equ GROWTH_IN_PLACE, 64        // bytes
    .equ ELEMENT_I32, 6
    .equ ELEMENT_REF, 11
    .equ ELEMENT_NUMBER, 12

// For tests: everything takes the slow way, which collects.
    .macro  stress slow
#ifdef GN_HEAP_STRESS
    b       \slow
#endif
    .endm

// gn_ref gn_new(int32_t header, int32_t word): the header counts an odd number of words, 3 or more. So they are an even
// number with the spare one, which is cleared with the rest, two at a time.
function gn_new
    stress  2f
    ldr     r3, =gn_heap
    mov     r12, r1
    ldr     r2, [r3, #POINTER]
    ldr     r3, [r3, #LIMIT]
    lsrs    r1, r0, #(HEADER_SIZE_SHIFT - 2)
    adds    r1, r2                  // the spare word
    cmp     r1, r3
    bhs     1f
    mov     r3, r12
    stmia   r2!, {r0, r3}
    movs    r0, #0
    movs    r3, #0
0:  stmia   r2!, {r0, r3}
    cmp     r2, r1
    blo     0b
    ldr     r3, =gn_heap
    ldr     r0, [r3, #POINTER]
    str     r2, [r3, #POINTER]
    bx      lr
1:  mov     r1, r12
2:  ldr     r3, =gn_heap_new
    bx      r3
end gn_new

// gn_ref gn_array_empty(void)
function gn_array_empty
    stress  1f
    ldr     r1, =gn_heap
    ldr     r0, [r1, #POINTER]
    ldr     r2, [r1, #LIMIT]
    subs    r2, r0
    cmp     r2, #ARRAY_FOOTPRINT
    blo     1f
    ldr     r2, =ARRAY_HEADER
    movs    r3, #0
    stmia   r0!, {r2, r3}
    str     r3, [r0]
    adds    r0, #(ARRAY_FOOTPRINT - 8)
    str     r0, [r1, #POINTER]
    subs    r0, #ARRAY_FOOTPRINT
    bx      lr
1:  ldr     r0, =ARRAY_HEADER
    movs    r1, #0
    ldr     r3, =gn_heap_new
    bx      r3
end gn_array_empty

// int32_t gn_array_reserve(gn_ref array, int32_t element_kind, int32_t count): a few elements get room when they are added,
// and an array that has a buffer grows as it does by `push`.
function gn_array_reserve
    cmp     r2, #4
    ble     1f
    ldr     r3, [r0, #ARRAY_DATA]
    cmp     r3, #0
    bne     1f
    ldr     r3, =gn_array_make_room
    bx      r3
1:  movs    r0, #0
    bx      lr
end gn_array_reserve

// Gives the array in r0 a larger buffer and goes back to 0, or goes on if the current run has no room for it.
    .macro  grow
    push    {r4, lr}
    push    {r0, r1, r2, r3, r5, r6, r7}
    bl      gn_grow_words
    pop     {r0, r1, r2, r3, r5, r6, r7}
    ldr     r4, [sp, #4]
    mov     lr, r4
    pop     {r4}
    add     sp, #4
    beq     0b
    .endm

// The full buffer of an array in r0 becomes larger: by 16 words where the heap's pointer is at its end, else by half and 3
// words, at the pointer. Elements are words, or two. Not equal if there is no room at once. Changes r0-r7.
//
// Stopped in the middle, the words that a buffer is about to get are free, or objects without contents, as zeros are.
section gn_grow_words
hidden gn_grow_words
    ldr     r7, =gn_heap
    ldr     r6, [r7, #POINTER]
    ldr     r5, [r7, #LIMIT]
    ldr     r4, [r0, #ARRAY_DATA]
    subs    r4, #HEADER_SIZE
    ldr     r1, [r4]
    lsrs    r2, r1, #HEADER_SIZE_SHIFT
    subs    r5, r6
    lsrs    r3, r2, #1              // what it takes: an even number of words, with a spare one
    adds    r3, #1
    lsls    r3, r3, #3
    adds    r3, r4
    cmp     r3, r6
    bne     move
    cmp     r5, #GROWTH_IN_PLACE
    blo     full
    lsls    r3, r2, #2
    adds    r3, r4
    movs    r0, #0
    str     r0, [r3]                // the spare word, and one beside it if there is
    str     r0, [r3, #4]
    movs    r2, #0
    .rept   GROWTH_IN_PLACE / 8
    stmia   r6!, {r0, r2}
    .endr
    str     r6, [r7, #POINTER]
    movs    r3, #(GROWTH_IN_PLACE / 4)
    lsls    r3, r3, #HEADER_SIZE_SHIFT
    adds    r1, r3
    str     r1, [r4]
    cmp     r0, r0
    bx      lr
full:
    movs    r0, #1
    bx      lr
move:
    lsrs    r3, r2, #1
    adds    r3, r2
    adds    r3, #3
    lsrs    r3, r3, #1              // an odd number: nothing is beside the spare word
    adds    r3, r3
    adds    r3, #1
    lsls    r3, r3, #2
    adds    r3, #4
    cmp     r5, r3
    blo     full
    mov     r12, r0
    adds    r5, r6, r3              // its end
    subs    r3, #4
    lsls    r3, r3, #(HEADER_SIZE_SHIFT - 2)
    uxtb    r1, r1
    orrs    r1, r3
    lsls    r2, r2, #2
    adds    r2, r6                  // the end of what is copied
    stmia   r6!, {r1}
    adds    r4, #HEADER_SIZE
    // Two words at a time: what is one too many is cleared.
0:  ldmia   r4!, {r0, r1}
    stmia   r6!, {r0, r1}
    cmp     r6, r2
    blo     0b
    movs    r0, #0
    movs    r1, #0
    lsls    r3, r2, #29
    beq     1f
    stmia   r2!, {r0}
1:  stmia   r2!, {r0, r1}
    cmp     r2, r5
    blo     1b
    mov     r0, r12
    ldr     r6, [r7, #POINTER]
    str     r5, [r7, #POINTER]
    adds    r6, #HEADER_SIZE
    str     r6, [r0, #ARRAY_DATA]
    cmp     r0, r0
    bx      lr
end gn_grow_words

// void NAME(gn_ref array, word value): the first buffer has room for 4 elements.
    .macro  push_word name, element, object
function \name
0:  ldr     r2, [r0, #ARRAY_DATA]
    subs    r2, #HEADER_SIZE
    blo     1f                      // there is none
    mov     r12, r2
    ldr     r3, [r2]
    ldr     r2, [r0, #ARRAY_LENGTH]
    lsrs    r3, r3, #HEADER_SIZE_SHIFT
    adds    r2, #1
    cmp     r2, r3                  // words of the buffer: one more than it has elements
    bhs     3f
    str     r2, [r0, #ARRAY_LENGTH]
    lsls    r2, r2, #2
    add     r2, r12
    str     r1, [r2]
    bx      lr
1:  stress  4f
    mov     r12, r1
    ldr     r1, =gn_heap
    ldr     r2, [r1, #POINTER]
    ldr     r3, [r1, #LIMIT]
    subs    r3, r2
    cmp     r3, #24
    blo     2f
    ldr     r3, =(5 << HEADER_SIZE_SHIFT | \object)
    stmia   r2!, {r3}
    mov     r3, r12
    str     r3, [r2]
    movs    r3, #0
    str     r3, [r2, #4]
    str     r3, [r2, #8]
    str     r3, [r2, #12]
    adds    r2, #20
    str     r2, [r1, #POINTER]
    subs    r2, #20
    str     r2, [r0, #ARRAY_DATA]
    movs    r3, #1
    str     r3, [r0, #ARRAY_LENGTH]
    bx      lr
2:  mov     r1, r12
    b       4f
3:  stress  4f
    grow
4:  push    {r1, lr}
    movs    r1, #\element
    bl      gn_array_push
    pop     {r1, r2}
    str     r1, [r0]
    bx      r2
end \name
    .endm

    push_word gn_array_push_ref, ELEMENT_REF, OBJECT_REFS
    push_word gn_array_push_i32, ELEMENT_I32, OBJECT_RAW
    .global gn_array_push_f32
    .thumb_set gn_array_push_f32, gn_array_push_i32

// void gn_array_push_number(gn_ref array, gn_number value): the value is in r3:r2. The first buffer has room for 3.
function gn_array_push_number
0:  ldr     r1, [r0, #ARRAY_DATA]
    cmp     r1, #0
    beq     1f
    mov     r12, r2
    subs    r1, #HEADER_SIZE
    ldr     r2, [r1]
    ldr     r1, [r0, #ARRAY_LENGTH]
    lsrs    r2, r2, #HEADER_SIZE_SHIFT
    subs    r2, #1
    lsrs    r2, r2, #1              // elements that the buffer has room for
    cmp     r1, r2
    bhs     3f
    adds    r2, r1, #1
    str     r2, [r0, #ARRAY_LENGTH]
    ldr     r2, [r0, #ARRAY_DATA]
    lsls    r1, r1, #3
    adds    r2, r1
    mov     r1, r12
    stmia   r2!, {r1, r3}
    bx      lr
1:  stress  4f
    push    {r2, r3}
    ldr     r1, =gn_heap
    ldr     r2, [r1, #POINTER]
    ldr     r3, [r1, #LIMIT]
    subs    r3, r2
    cmp     r3, #32
    blo     2f
    ldr     r3, =(7 << HEADER_SIZE_SHIFT | OBJECT_RAW)
    stmia   r2!, {r3}
    pop     {r3}
    str     r3, [r2]
    pop     {r3}
    str     r3, [r2, #4]
    movs    r3, #0
    str     r3, [r2, #8]
    str     r3, [r2, #12]
    str     r3, [r2, #16]
    str     r3, [r2, #20]
    adds    r2, #28
    str     r2, [r1, #POINTER]
    subs    r2, #28
    str     r2, [r0, #ARRAY_DATA]
    movs    r3, #1
    str     r3, [r0, #ARRAY_LENGTH]
    bx      lr
2:  pop     {r2, r3}
    b       4f
3:  mov     r2, r12
    stress  4f
    grow
4:  push    {r2, r3, r4, lr}
    movs    r1, #ELEMENT_NUMBER
    bl      gn_array_push
    pop     {r2, r3}
    stmia   r0!, {r2, r3}
    pop     {r4, pc}
end gn_array_push_number
