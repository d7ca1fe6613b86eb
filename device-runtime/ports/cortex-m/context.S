// Entering and leaving user code on ARMv6-M.
//
// The runtime's main loop and all handlers run on the main stack (MSP); user code runs on the process stack
// (PSP), which is empty whenever none runs. So leaving user code from any depth is one switch of stacks, and
// the stack that it leaves behind stays readable until the next call.

    .syntax unified
    .cpu cortex-m0plus
    .thumb

    .equ SYST_CSR, 0xe000e010
    .equ SYST_RUN, 7                // ENABLE, TICKINT, CLKSOURCE
    .equ SYST_PAUSE, 6
    .equ CONTROL_SPSEL, 2
    .equ CLOSURE_CODE, 4            // these are checked in coroutines.c
    .equ COROUTINE_BODY, 8
    .equ COROUTINE_FRAMES, 12
    .equ FRAMES_BYTES, 4
    .equ FRAMES_HANDLER, 8
    .equ FRAMES_BEGIN, 12
    .equ HEADER_SIZE_SHIFT, 8
    .equ RESUMED_COROUTINE, 4       // in struct gn_resumption, as this
    .equ RESUMED_HANDLER, 8
    .equ TRAP_R4, 24                // offset of gn.trap.registers[4] (fault.c checks it)
    .equ INTERRUPT_CYCLES, 37       // entry, first four and last two instructions of gn_interrupt, return

// void gn_enter(uint32_t code, uint32_t closure, uint32_t stack_top)
// Calls code(void) on the process stack with r12 = closure. Returns when it returns, or after gn_abort.
    .section .text.gn_enter, "ax"
    .balign 4
    .global gn_enter
    .type gn_enter, %function
    .thumb_func
gn_enter:
    push    {r4-r7, lr}
    mov     r4, r8
    mov     r5, r9
    mov     r6, r10
    mov     r7, r11
    push    {r3-r7}                 // r3: keeps the stack divisible by 8
    msr     psp, r2
    movs    r3, #CONTROL_SPSEL
    msr     control, r3
    isb
    mov     r12, r1
    ldr     r4, =gn_counting
    ldr     r5, =SYST_CSR
    movs    r6, #1
    strb    r6, [r4]
    movs    r6, #SYST_RUN
    str     r6, [r5]
    blx     r0
    movs    r6, #SYST_PAUSE
    str     r6, [r5]
    b       leave
    .size gn_enter, . - gn_enter

// Handlers that end user code make it continue here, on any stack.
    .global gn_abort
    .type gn_abort, %function
    .thumb_func
gn_abort:
    cpsie   i
    ldr     r5, =SYST_CSR
    movs    r6, #SYST_PAUSE
    str     r6, [r5]
    ldr     r4, =gn_counting
leave:
    movs    r3, #0
    strb    r3, [r4]
    msr     control, r3
    isb
    pop     {r3-r7}
    mov     r8, r4
    mov     r9, r5
    mov     r10, r6
    mov     r11, r7
    pop     {r4-r7, pc}
    .size gn_abort, . - gn_abort

// int32_t gn_try(gn_ref closure): calls it. A handler is what is pushed here: the handler before, r8..r11, r4..r7 and
// where to go on. With one of them, gn_port_unwind and gn_unwind_trap do so, wherever the program is.
    .section .text.gn_try, "ax"
    .balign 4
    .global gn_try
    .type gn_try, %function
    .thumb_func
gn_try:
    push    {r4-r7, lr}
    mov     r4, r8
    mov     r5, r9
    mov     r6, r10
    mov     r7, r11
    ldr     r2, =gn_handler
    ldr     r3, [r2]
    push    {r3-r7}
    mov     r3, sp
    str     r3, [r2]
    mov     r12, r0
    ldr     r0, [r0, #CLOSURE_CODE]
    blx     r0
    ldr     r2, =gn_handler
1:  pop     {r3-r7}
    str     r3, [r2]
    mov     r8, r4
    mov     r9, r5
    mov     r10, r6
    mov     r11, r7
    pop     {r4-r7, pc}

    .global gn_unwind_trap
    .type gn_unwind_trap, %function
    .thumb_func
gn_unwind_trap:
    cpsie   i
    ldr     r1, =SYST_CSR
    movs    r0, #SYST_RUN
    str     r0, [r1]
    movs    r0, #2
    b       2f

    .global gn_port_unwind
    .type gn_port_unwind, %function
    .thumb_func
gn_port_unwind:
    movs    r0, #1
2:  rsbs    r0, r0, #0
    ldr     r2, =gn_handler
    ldr     r3, [r2]
    mov     sp, r3
    ldr     r4, =gn_resumption      // coroutines that were resumed below the handler run no more
    ldr     r5, [r4]
3:  cmp     r5, #0
    beq     4f
    cmp     r5, r3
    bhs     4f
    ldr     r5, [r5]
    b       3b
4:  str     r5, [r4]
    b       1b
    .size gn_try, . - gn_try

// int32_t gn_resume(gn_ref coroutine): pushes the registers that calls keep and a struct gn_resumption (coroutines.h); then
// calls the coroutine's function, or puts its frames below and goes on in the innermost, which is that of gn_suspend.
    .section .text.gn_resume, "ax"
    .balign 4
    .global gn_resume
    .type gn_resume, %function
    .thumb_func
gn_resume:
    push    {r4-r7, lr}
    mov     r4, r8
    mov     r5, r9
    mov     r6, r10
    mov     r7, r11
    push    {r4-r7}
    ldr     r4, =gn_resumption
    ldr     r1, [r4]
    mov     r2, r0
    ldr     r3, =gn_handler
    ldr     r3, [r3]
    push    {r1-r3}
    mov     r3, sp
    str     r3, [r4]
    ldr     r1, [r0, #COROUTINE_FRAMES]
    cmp     r1, #0
    bne     1f
    ldr     r1, [r0, #COROUTINE_BODY]
    mov     r12, r1
    ldr     r1, [r1, #CLOSURE_CODE]
    blx     r1
0:  movs    r0, #0
    b       leave_coroutine
1:  ldr     r2, [r1, #FRAMES_BYTES]
    cmp     r2, #0
    beq     0b
    movs    r0, #0
    str     r0, [r1, #FRAMES_BYTES]
    ldr     r0, [r1, #FRAMES_HANDLER]
    mov     r12, r0
    adds    r1, r1, #FRAMES_BEGIN
    subs    r3, r3, r2
    mov     sp, r3
2:  lsls    r0, r2, #28             // words, until fours are left
    beq     3f
    ldmia   r1!, {r0}
    stmia   r3!, {r0}
    subs    r2, r2, #4
    b       2b
3:  subs    r2, r2, #16
    blo     5f
4:  ldmia   r1!, {r4-r7}
    stmia   r3!, {r4-r7}
    subs    r2, r2, #16
    bhs     4b
5:  mov     r0, r12                 // handlers are relinked if there are any
    cmp     r0, #0
    beq     6f
    bl      gn_relink_frames
6:  pop     {r4-r7}
    mov     r8, r4
    mov     r9, r5
    mov     r10, r6
    mov     r11, r7
    pop     {r3-r7, pc}

    .global gn_suspend
    .type gn_suspend, %function
    .thumb_func
gn_suspend:
    push    {r3-r7, lr}             // r3: keeps the stack divisible by 8
    mov     r4, r8
    mov     r5, r9
    mov     r6, r10
    mov     r7, r11
    push    {r4-r7}
    mov     r0, sp
    ldr     r6, =gn_resumption
    ldr     r6, [r6]
    ldr     r1, [r6, #RESUMED_COROUTINE]
    ldr     r1, [r1, #COROUTINE_FRAMES]
    cmp     r1, #0
    beq     10f                     // the first time
    subs    r2, r6, r0
    movs    r3, r2
    adds    r3, #FRAMES_BEGIN
    ldr     r4, [r1]
    lsrs    r4, r4, #HEADER_SIZE_SHIFT
    lsls    r4, r4, #2
    cmp     r4, r3
    blo     10f                     // not enough room
    ldr     r3, =gn_handler
    ldr     r3, [r3]
    ldr     r4, [r6, #RESUMED_HANDLER]
    cmp     r3, r4
    bne     10f                     // there are handlers in the frames
    movs    r3, #0
    str     r3, [r1, #FRAMES_HANDLER]
    mov     r12, r2
    adds    r1, r1, #FRAMES_BEGIN
7:  lsls    r3, r2, #28             // as in gn_resume
    beq     8f
    ldmia   r0!, {r3}
    stmia   r1!, {r3}
    subs    r2, r2, #4
    b       7b
8:  subs    r2, r2, #16
    blo     9f
    ldmia   r0!, {r4-r7}
    stmia   r1!, {r4-r7}
    b       8b
9:  mov     r2, r12                 // last: stopped before, it has ended
    subs    r1, r1, r2
    subs    r1, r1, #FRAMES_BEGIN
    str     r2, [r1, #FRAMES_BYTES]
    b       11f
10: bl      gn_save_frames
11: movs    r0, #1
leave_coroutine:
    ldr     r3, =gn_resumption
    ldr     r2, [r3]
    mov     sp, r2
    pop     {r1, r4, r5}
    str     r1, [r3]
    pop     {r4-r7}
    mov     r8, r4
    mov     r9, r5
    mov     r10, r6
    mov     r11, r7
    pop     {r4-r7, pc}
    .size gn_resume, . - gn_resume

// void gn_trap(kind, a, b): raises a trap from C, as compiled code does by `udf #kind`.
    .section .text.gn_trap, "ax"
    .balign 4
    .global gn_trap
    .type gn_trap, %function
    .thumb_func
gn_trap:
    udf     #255                    // gn_fault takes the kind from r0, and a, b from r1, r2
    .size gn_trap, . - gn_trap

// HardFault: keeps r4..r11, then gn_fault (fault.c) keeps the rest and says which stack to return to.
    .section .text.gn_fault_handler, "ax"
    .balign 4
    .global gn_fault_handler
    .type gn_fault_handler, %function
    .thumb_func
gn_fault_handler:
    ldr     r0, =SYST_CSR
    movs    r1, #SYST_PAUSE
    str     r1, [r0]
    ldr     r0, =gn + TRAP_R4
    stmia   r0!, {r4-r7}
    mov     r4, r8
    mov     r5, r9
    mov     r6, r10
    mov     r7, r11
    stmia   r0!, {r4-r7}
    mov     r0, lr
    mrs     r1, psp
    bl      gn_fault
    msr     psp, r0
    movs    r0, #2                  // EXC_RETURN 0xfffffffd: to thread mode on the process stack
    mvns    r0, r0
    bx      r0
    .size gn_fault_handler, . - gn_fault_handler

// All interrupts: gn_interrupt_of(exception number), with the cycle counter paused, so that it counts user code
// only. What is counted before and after is the same each time, and is taken off. In a sleep, the counter is paused
// already, and stays so.
    .section .text.gn_interrupt, "ax"
    .balign 4
    .global gn_interrupt
    .type gn_interrupt, %function
    .thumb_func
gn_interrupt:
    ldr     r0, =SYST_CSR
    ldr     r2, [r0]
    movs    r1, #SYST_PAUSE
    str     r1, [r0]
    push    {r4, lr}
    mov     r4, r2
    mrs     r0, ipsr
    bl      gn_interrupt_of
    lsrs    r4, r4, #1              // ENABLE, as it was
    bcc     1f
    ldr     r0, =gn_cycles_left
    ldr     r2, [r0]
    subs    r2, #INTERRUPT_CYCLES
    str     r2, [r0]
    ldr     r0, =SYST_CSR
    movs    r1, #SYST_RUN
    str     r1, [r0]
1:  pop     {r4, pc}
    .size gn_interrupt, . - gn_interrupt
