// Joining texts: strings, integers and single units, all of one byte a unit, are written behind one another to where the next
// object goes; the header comes last. The rest (wide units, no room in the current run) is in string.c. Stopped at any
// instruction, they leave a heap as it should be: the pointer is written last.
//
// Strings are copied in whole words, of which the last may have more than the string: what comes next overwrites that.
//
// A text that nobody else has grows where it is, if the heap's pointer is at its end: then it was made in the current run, as in
// gn_heap_extend. Elsewhere it is copied, and what it grew by since tells that it will grow again: it gets room behind it, which
// its header counts in, and the next parts are written there. A loop that builds a text copies each part once or twice.

#include "../arith/arith.inc"

    .equ POINTER, 0                 // in struct gn_heap; these are checked in heap.c
    .equ LIMIT, 4
    .equ BEGIN, 16
    .equ STRING_LENGTH, 4           // these in string.c
    .equ STRING_UNITS, 8
    .equ OBJECT_STRING8, 2
    .equ HEADER_SIZE_SHIFT, 8
    .equ TWO_STRINGS, 0b0101        // kinds of parts
    .equ MOST_DIGITS, 10
    .equ LEAST_ROOM, 16             // bytes

// gn_ref gn_str_join(int32_t kinds, ...): the parts lie on the stack.
function gn_str_join
    push    {r0, r4, r5, r6, r7, lr}
    mov     r5, r0
    add     r4, sp, #24
    bl      write_parts
    bne     1f
    ldr     r0, [sp]
    add     r1, sp, #24
    bl      gn_join_parts
1:  pop     {r1, r4, r5, r6, r7, pc}
end gn_str_join

// Of a string at r1: r0 is where its units end, r3 where the next object may begin, r6 where it does. Sets r7.
    .macro  end_of_text
    ldr     r7, =gn_heap
    ldr     r6, [r7, #POINTER]
    ldr     r0, [r1, #STRING_LENGTH]
    adds    r0, r1
    adds    r0, #STRING_UNITS
    adds    r3, r0, #7
    lsrs    r3, r3, #3
    lsls    r3, r3, #3
    .endm

// gn_ref gn_str_append(int32_t kinds, ...): the same; the first part is a string that nobody else has.
function gn_str_append
    push    {r0, r4, r5, r6, r7, lr}
    mov     r5, r0
    add     r4, sp, #24
#ifndef GN_HEAP_STRESS
    ldmia   r4!, {r1}
    ldr     r3, [r1]
    lsrs    r3, r3, #1
    bcs     copy                    // units of two bytes
    lsrs    r5, r5, #2
    end_of_text
    cmp     r3, r6
    bne     elsewhere
    str     r1, [r7, #POINTER]      // it is taken from the heap, and comes back longer
    ldr     r6, [r7, #LIMIT]
    bl      write_more
    bne     1f
    ldr     r1, [sp, #24]
    end_of_text
    str     r3, [r7, #POINTER]
copy:
    ldr     r5, [sp]
    add     r4, sp, #24
#endif
    bl      write_parts
    bne     1f
    ldr     r0, [sp]
    add     r1, sp, #24
    bl      gn_join_parts
1:  pop     {r1, r4, r5, r6, r7, pc}

#ifndef GN_HEAP_STRESS
// Something else is behind the text: there may be room in it.
elsewhere:
    ldr     r3, [r7, #BEGIN]
    cmp     r1, r3
    blo     copy                    // a constant
    ldr     r6, [r1]
    lsrs    r6, r6, #HEADER_SIZE_SHIFT
    lsls    r6, r6, #2
    adds    r6, r1
    subs    r6, #1                  // odd: see write_more
    cmp     r6, r0
    blo     2f
    bl      write_more
    bne     1b
2:  ldr     r5, [sp]
    add     r4, sp, #24
    bl      write_parts
    beq     copy
    bl      leave_room
    b       1b
#endif

end gn_str_append

// gn_ref gn_str_concat(gn_ref left, gn_ref right): one of them if the other one is empty.
function gn_str_concat
    ldr     r2, [r0, #STRING_LENGTH]
    ldr     r3, [r1, #STRING_LENGTH]
    cmp     r2, #0
    beq     1f
    cmp     r3, #0
    beq     2f
join_two:
    push    {r0, r1, r2, r4, r5, r6, r7, lr}
    mov     r4, sp
    movs    r5, #TWO_STRINGS
    bl      write_parts
    bne     joined
join_slowly:
    movs    r0, #TWO_STRINGS
    mov     r1, sp
    bl      gn_join_parts
joined:
    add     sp, #12
    pop     {r4, r5, r6, r7, pc}
1:  movs    r0, r1
2:  bx      lr

// gn_ref gn_str_append_unit(gn_ref text, int32_t unit): nobody else has the text.
    alias   gn_str_append_unit
#ifndef GN_HEAP_STRESS
    ldr     r3, =gn_heap
    ldr     r2, [r3, #BEGIN]
    cmp     r0, r2
    blo     constant
    lsrs    r2, r1, #8
    bne     join_unit
    ldr     r2, [r0]
    lsrs    r2, r2, #1
    bcs     join_unit               // units of two bytes
    ldr     r2, [r0, #STRING_LENGTH]
    lsls    r3, r2, #30
    beq     another_word
    adds    r3, r0, r2
    strb    r1, [r3, #STRING_UNITS]
    adds    r2, #1
    str     r2, [r0, #STRING_LENGTH]
    bx      lr

// There may be room behind the text, in it, or in the spare word of its last pair.
another_word:
    push    {r4, r5, lr}
    ldr     r3, =gn_heap
    ldr     r4, [r3, #POINTER]
    adds    r5, r0, r2
    adds    r5, #STRING_UNITS
    cmp     r5, r4
    bne     2f
    adds    r4, #8
    ldr     r5, [r3, #LIMIT]
    cmp     r4, r5
    bhi     no_room
    str     r0, [r3, #POINTER]      // as above
1:  lsrs    r5, r2, #2
    adds    r5, #(STRING_UNITS + 4) / 4
    lsls    r5, r5, #HEADER_SIZE_SHIFT
    adds    r5, #OBJECT_STRING8
    str     r5, [r0]
    str     r4, [r3, #POINTER]
3:  adds    r3, r0, r2
    strb    r1, [r3, #STRING_UNITS]
    adds    r2, #1
    str     r2, [r0, #STRING_LENGTH]
    pop     {r4, r5, pc}
2:  ldr     r5, [r0]
    lsrs    r5, r5, #HEADER_SIZE_SHIFT
    lsls    r5, r5, #2
    subs    r5, #STRING_UNITS
    cmp     r5, r2
    bhi     3b
    lsls    r5, r2, #29
    bne     1b
no_room:
    pop     {r4, r5}
    lsls    r1, r1, #1
    adds    r1, #1
    pop     {r2}
    mov     lr, r2
    push    {r0, r1, r2, r4, r5, r6, r7, lr}
    mov     r4, sp
    movs    r5, #TWO_STRINGS
    bl      write_parts
    beq     join_slowly
    bl      leave_room
    b       joined

// Most texts start as the empty one.
constant:
    ldr     r2, [r0, #STRING_LENGTH]
    cmp     r2, #0
    bne     join_unit
    lsrs    r2, r1, #8
    bne     join_unit
    mov     ip, r0
    ldr     r0, [r3, #POINTER]
    ldr     r2, [r3, #LIMIT]
    subs    r2, r2, r0
    cmp     r2, #STRING_UNITS + 8
    blo     no_run
    movs    r2, #1
    str     r2, [r0, #STRING_LENGTH]
    strb    r1, [r0, #STRING_UNITS]
    ldr     r2, =((STRING_UNITS + 4) / 4 << HEADER_SIZE_SHIFT) + OBJECT_STRING8
    str     r2, [r0]
    movs    r2, r0
    adds    r2, #STRING_UNITS + 8
    str     r2, [r3, #POINTER]
    bx      lr
no_run:
    mov     r0, ip
join_unit:
#endif
    lsls    r1, r1, #1
    adds    r1, #1
    b       join_two
end gn_str_concat

// Makes a string of the parts at r4, of the kinds in r5, if it can; else r0 is 0. The flags tell. Uses all low registers:
// r0 is where the next unit goes, r6 the end of the current run.
section write_parts
    hidden  write_parts
#ifdef GN_HEAP_STRESS
    movs    r0, #0                  // for tests: the slow way, which collects
    bx      lr
#endif
    ldr     r7, =gn_heap
    ldmia   r7!, {r0, r6}
    adds    r0, #STRING_UNITS
    cmp     r0, r6
    bhi     no_run_for_it
// The same, behind the text from the heap's pointer on whose units end at r0. If r6 is odd, that is the text on the stack of
// gn_str_append, in which there is room up to there.
write_more:
    push    {lr}
part:
    ldmia   r4!, {r1}
    lsrs    r5, r5, #1
    bcc     integer
    lsrs    r5, r5, #1
    bcs     number
    lsrs    r3, r1, #1
    bcs     unit
    ldr     r3, [r1]                // a string
    ldr     r2, [r1, #STRING_LENGTH]
    lsrs    r3, r3, #1
    bcs     give_up                 // units of two bytes
    movs    r3, r2
    adds    r3, #7
    subs    r7, r6, r0
    cmp     r3, r7
    bhi     give_up
    cmp     r2, #0
    beq     next
    adds    r1, #STRING_UNITS
    lsls    r3, r0, #31
    bne     odd
    lsls    r3, r0, #30
    bne     half
1:  ldmia   r1!, {r3, r7}
    stmia   r0!, {r3, r7}
    subs    r2, #8
    bhi     1b
    adds    r0, r2                  // back to the string's end
    b       next
half:
    ldmia   r1!, {r3}
    strh    r3, [r0]
    lsrs    r3, r3, #16
    strh    r3, [r0, #2]
    adds    r0, #4
    subs    r2, #4
    bhi     half
    adds    r0, r2
    b       next
odd:
    movs    r7, #1
1:  ldmia   r1!, {r3}
    strb    r3, [r0]
    lsrs    r3, r3, #8
    strh    r3, [r0, r7]
    lsrs    r3, r3, #16
    strb    r3, [r0, #3]
    adds    r0, #4
    subs    r2, #4
    bhi     1b
    adds    r0, r2

next:
    cmp     r5, #0
    bne     part
    lsrs    r1, r6, #1
    bcs     longer
    ldr     r7, =gn_heap
    ldr     r1, [r7, #POINTER]
    subs    r2, r0, r1
    subs    r2, #STRING_UNITS
    beq     give_up                 // there is one empty string
    str     r2, [r1, #STRING_LENGTH]
    adds    r2, #(STRING_UNITS + 3)
    lsrs    r2, r2, #2
    lsls    r2, r2, #HEADER_SIZE_SHIFT
    adds    r2, #OBJECT_STRING8
    str     r2, [r1]
    adds    r0, #7
    lsrs    r0, r0, #3
    lsls    r0, r0, #3
    str     r0, [r7, #POINTER]
    movs    r0, r1
    pop     {pc}
give_up:
    movs    r0, #0
    pop     {pc}
no_run_for_it:
    movs    r0, #0
    bx      lr
longer:
    ldr     r1, [sp, #28]
    subs    r2, r0, r1
    subs    r2, #STRING_UNITS
    str     r2, [r1, #STRING_LENGTH]
    movs    r0, r1
    pop     {pc}

unit:
    lsrs    r1, r3, #8
    bne     give_up
    cmp     r0, r6
    bhs     give_up
    strb    r3, [r0]
    adds    r0, #1
    b       next

number:
    ldmia   r4!, {r2}
    cmp     r2, #0
    bne     give_up                 // no integer
    b       1f
integer:
    lsrs    r5, r5, #1
1:  subs    r3, r6, r0
    cmp     r3, #MOST_DIGITS + 1
    blo     give_up
    cmp     r1, #0                  // its sign, then from its end on the digits
    bge     1f
    movs    r3, #'-'
    strb    r3, [r0]
    adds    r0, #1
    negs    r1, r1                  // -2^31 stays: it is unsigned from here on
1:  adds    r0, #MOST_DIGITS
    ldr     r3, =1000000000
    cmp     r1, r3
    bhs     3f
    subs    r0, #MOST_DIGITS
    movs    r3, #10
    movs    r7, #10
2:  adds    r0, #1
    cmp     r1, r3
    blo     3f
    muls    r3, r7
    b       2b
3:  movs    r3, r0
digit:
    lsrs    r2, r1, #16
    bne     large
    ldr     r2, =0xcccd             // 2^19 / 10, rounded up: the quotient is right for 16 bits
    muls    r2, r1
    lsrs    r2, r2, #19
    movs    r7, #10
    muls    r7, r2
    subs    r1, r7
0:  adds    r1, #'0'
    subs    r3, #1
    strb    r1, [r3]
    movs    r1, r2
    bne     digit
    b       next
large:
    push    {r0, r3}
    movs    r0, r1
    movs    r1, #10
    bl      __aeabi_uidivmod
    movs    r2, r0
    pop     {r0, r3}
    b       0b
end write_parts

#ifndef GN_HEAP_STRESS
// Gives the string at r0, the last object, room for half of its units more, if there is. Changes r1-r3 and r7.
section leave_room
    hidden  leave_room
    ldr     r7, =gn_heap
    ldr     r1, [r0, #STRING_LENGTH]
    lsrs    r1, r1, #4
    adds    r1, #LEAST_ROOM / 8
    lsls    r1, r1, #3
    ldr     r2, [r7, #POINTER]
    adds    r2, r1
    ldr     r3, [r7, #LIMIT]
    cmp     r2, r3
    bhi     1f
    subs    r3, r2, r0
    lsls    r3, r3, #(HEADER_SIZE_SHIFT - 2)
    adds    r3, #OBJECT_STRING8
    str     r0, [r7, #POINTER]      // as in gn_str_append
    str     r3, [r0]
    str     r2, [r7, #POINTER]
1:  bx      lr
end leave_room
#endif
