// 32-bit divisions on the hardware divider (RP2040 datasheet 2.3.1.5), with the results that JavaScript's
// (a / b) | 0 and (a % b) | 0 have: 0 for a divisor of 0; -2^31 and 0 for -2^31 / -1 (the divider's own answer).
// Interrupt handlers don't divide, so nothing need be saved.

    .syntax unified
    .cpu cortex-m0plus
    .thumb

    .equ SIO_BASE_BYTE, 0xd0        // 0xd0000000
    .equ DIV_UDIVIDEND, 0x60
    .equ DIV_UDIVISOR, 0x64
    .equ DIV_SDIVIDEND, 0x68
    .equ DIV_SDIVISOR, 0x6c
    .equ DIV_QUOTIENT, 0x70
    .equ DIV_REMAINDER, 0x74
    .equ DIV_CSR, 0x78              // bit 0: ready

// gcc's own divisions come here too: they want the quotient in r0, and some the remainder in r1.
    .macro function name
    .global \name
    .type \name, %function
    .thumb_func
\name:
    .endm

// The answer in r0, its counterpart in r1.
    .macro divide dividend, divisor, answer, counterpart
    movs    r2, #SIO_BASE_BYTE
    lsls    r2, r2, #24
    str     r0, [r2, #\dividend]
    str     r1, [r2, #\divisor]
    cmp     r1, #0
    beq     2f
1:  ldr     r3, [r2, #DIV_CSR]      // takes 8 cycles
    lsrs    r3, r3, #1
    bcc     1b
    ldr     r1, [r2, #\counterpart]
    ldr     r0, [r2, #\answer]
    bx      lr
2:  movs    r0, #0
    bx      lr
    .endm

    .section .arith.gn_idiv, "ax"
    .balign 4
function __aeabi_idiv
function __aeabi_idivmod
function gn_idiv
    divide  DIV_SDIVIDEND, DIV_SDIVISOR, DIV_QUOTIENT, DIV_REMAINDER

    .section .arith.gn_irem, "ax"
    .balign 4
function gn_irem
    divide  DIV_SDIVIDEND, DIV_SDIVISOR, DIV_REMAINDER, DIV_QUOTIENT

    .section .arith.gn_udiv, "ax"
    .balign 4
function __aeabi_uidiv
function __aeabi_uidivmod
function gn_udiv
    divide  DIV_UDIVIDEND, DIV_UDIVISOR, DIV_QUOTIENT, DIV_REMAINDER

    .section .arith.gn_urem, "ax"
    .balign 4
function gn_urem
    divide  DIV_UDIVIDEND, DIV_UDIVISOR, DIV_REMAINDER, DIV_QUOTIENT
