// 64-bit helpers of the ARM run-time ABI that gcc calls, and the count of leading zeros.
  .syntax unified
  .cpu cortex-m0plus
  .thumb

.macro function name
  .section .text.\name, "ax", %progbits
  .global \name
  .type \name, %function
  .thumb_func
\name:
.endm

// r1:r0 << r2, 0 <= r2 < 64.
function __aeabi_llsl
  cmp r2, #32
  bhs 1f
  mov r3, r0
  lsls r1, r2
  lsls r0, r2
  rsbs r2, r2, #0
  adds r2, #32
  lsrs r3, r2
  orrs r1, r3
  bx lr
1:
  subs r2, #32
  lsls r0, r2
  mov r1, r0
  movs r0, #0
  bx lr

// Logical r1:r0 >> r2.
function __aeabi_llsr
  cmp r2, #32
  bhs 1f
  mov r3, r1
  lsrs r0, r2
  lsrs r1, r2
  rsbs r2, r2, #0
  adds r2, #32
  lsls r3, r2
  orrs r0, r3
  bx lr
1:
  subs r2, #32
  lsrs r1, r2
  mov r0, r1
  movs r1, #0
  bx lr

// Arithmetic r1:r0 >> r2.
function __aeabi_lasr
  cmp r2, #32
  bhs 1f
  mov r3, r1
  lsrs r0, r2
  asrs r1, r2
  rsbs r2, r2, #0
  adds r2, #32
  lsls r3, r2
  orrs r0, r3
  bx lr
1:
  subs r2, #32
  mov r0, r1
  asrs r0, r2
  asrs r1, r1, #31
  bx lr

// r1:r0 * r3:r2 modulo 2^64: the cross products, and the low words by four products of halves.
function __aeabi_lmul
  push {r4, r5, r6, lr}
  muls r1, r2
  muls r3, r0
  adds r1, r3
  lsrs r3, r0, #16
  uxth r0, r0
  lsrs r4, r2, #16
  uxth r2, r2
  mov r5, r0
  muls r5, r2         // low * low
  muls r2, r3         // high * low
  muls r0, r4         // low * high
  muls r3, r4         // high * high
  adds r1, r3
  movs r6, #0
  adds r2, r0         // the middle, 33 bits
  adcs r6, r6
  lsls r6, r6, #16
  adds r1, r6
  lsrs r3, r2, #16
  adds r1, r3
  lsls r2, r2, #16
  adds r0, r5, r2
  movs r3, #0
  adcs r1, r3
  pop {r4, r5, r6, pc}

// 32 for 0.
function gn_clz
  movs r1, #32
  cmp r0, #0
  beq 9f
  movs r1, #0
  lsrs r2, r0, #16
  bne 1f
  adds r1, #16
  lsls r0, r0, #16
1:
  lsrs r2, r0, #24
  bne 2f
  adds r1, #8
  lsls r0, r0, #8
2:
  lsrs r2, r0, #28
  bne 3f
  adds r1, #4
  lsls r0, r0, #4
3:
  lsrs r2, r0, #30
  bne 4f
  adds r1, #2
  lsls r0, r0, #2
4:
  lsrs r2, r0, #31
  bne 9f
  adds r1, #1
9:
  mov r0, r1
  bx lr

  .global __clzsi2
  .thumb_set __clzsi2, gn_clz
