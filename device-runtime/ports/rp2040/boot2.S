// Second-stage boot of the RP2040: the boot ROM copies the first 256 bytes of the flash to SRAM, checks their
// CRC-32 (appended by device-runtime/build.ts) and calls them. This one makes the flash readable at full speed:
// quad I/O in "continuous read" mode (command 0xEB sent once, then addresses alone), as the W25Q080 of the Pico
// and compatible chips offer it. Then it starts the program whose vector table follows at 0x10000100.
//
// RP2040 datasheet: 2.8.1.3 (second stage), 4.10 (SSI). W25Q080 datasheet: status register 2, bit 1 (QE).
// It uses no stack and no RAM but the place it runs from, so that it may run in place too.

    .syntax unified
    .cpu cortex-m0plus
    .thumb

    .equ PADS_QSPI_BASE, 0x40020000
    .equ PAD_SCLK, 0x04
    .equ PAD_SD0, 0x08              // SD1..SD3 follow
    .equ PAD_FAST_8MA, 0x21         // DRIVE = 8 mA, SLEWFAST
    .equ PAD_SCHMITT, 0x02

    .equ SSI_BASE, 0x18000000
    .equ SSI_CTRLR0, 0x00
    .equ SSI_CTRLR1, 0x04
    .equ SSI_SSIENR, 0x08
    .equ SSI_BAUDR, 0x14
    .equ SSI_SR, 0x28
    .equ SSI_DR0, 0x60
    .equ SSI_RX_SAMPLE_DLY, 0xf0
    .equ SSI_SPI_CTRLR0, 0xf4
    .equ SR_BUSY, 0
    .equ SR_TFE, 2

    .equ CLOCK_DIVIDER, 2           // 125 MHz / 2: the W25Q080 does 133 MHz
    .equ CTRLR0_SERIAL, (7 << 16)                             // 8-bit frames, one data line, both directions
    .equ CTRLR0_XIP, ((2 << 21) | (31 << 16) | (3 << 8))      // four data lines, 32-bit frames, read mode
    .equ ADDRESS_AND_WAIT, ((4 << 11) | (8 << 2))             // 24 address + 8 mode bits, 4 dummy cycles
    .equ SPI_CTRLR0_ENTER, (ADDRESS_AND_WAIT | (2 << 8) | 1)  // 8-bit command on one line, address on four
    .equ SPI_CTRLR0_XIP, ((0xa0 << 24) | ADDRESS_AND_WAIT | 2) // no command; mode bits 0xA0 after each address

    .equ WRITE_STATUS, 0x01
    .equ READ_STATUS_1, 0x05
    .equ WRITE_ENABLE, 0x06
    .equ READ_STATUS_2, 0x35
    .equ QUAD_READ, 0xeb
    .equ CONTINUOUS, 0xa0

    .equ VTOR, 0xe000ed08
    .equ VECTORS, 0x10000100

    .section .boot2, "ax"
    .global gn_boot2
    .thumb_func
gn_boot2:
    mov     r7, lr                  // zero when the boot ROM calls; a return address when the flash code does

    ldr     r3, =PADS_QSPI_BASE
    movs    r0, #PAD_FAST_8MA
    str     r0, [r3, #PAD_SCLK]
    ldr     r0, [r3, #PAD_SD0]      // no Schmitt trigger on the data lines: less delay
    movs    r1, #PAD_SCHMITT
    bics    r0, r1
    str     r0, [r3, #PAD_SD0]
    str     r0, [r3, #PAD_SD0 + 4]
    str     r0, [r3, #PAD_SD0 + 8]
    str     r0, [r3, #PAD_SD0 + 12]

    ldr     r3, =SSI_BASE
    movs    r0, #0
    str     r0, [r3, #SSI_SSIENR]
    movs    r0, #CLOCK_DIVIDER
    str     r0, [r3, #SSI_BAUDR]
    movs    r2, #SSI_RX_SAMPLE_DLY  // sample one system clock later
    movs    r0, #1
    str     r0, [r3, r2]
    ldr     r0, =CTRLR0_SERIAL
    str     r0, [r3, #SSI_CTRLR0]
    movs    r0, #1
    str     r0, [r3, #SSI_SSIENR]

    // Quad enable is kept in the flash chip: written only if it is not set yet.
    movs    r0, #READ_STATUS_2
    bl      read_status
    movs    r1, #2
    cmp     r0, r1
    beq     enter_continuous
    movs    r0, #WRITE_ENABLE
    str     r0, [r3, #SSI_DR0]
    bl      wait_done
    ldr     r0, [r3, #SSI_DR0]
    movs    r0, #WRITE_STATUS
    str     r0, [r3, #SSI_DR0]
    movs    r0, #0
    str     r0, [r3, #SSI_DR0]
    str     r1, [r3, #SSI_DR0]
    bl      wait_done
    ldr     r0, [r3, #SSI_DR0]
    ldr     r0, [r3, #SSI_DR0]
    ldr     r0, [r3, #SSI_DR0]
1:  movs    r0, #READ_STATUS_1
    bl      read_status
    movs    r1, #1
    tst     r0, r1
    bne     1b

enter_continuous:
    movs    r0, #0
    str     r0, [r3, #SSI_SSIENR]
    ldr     r0, =CTRLR0_XIP
    str     r0, [r3, #SSI_CTRLR0]
    movs    r0, #0                  // one data frame a read
    str     r0, [r3, #SSI_CTRLR1]
    ldr     r0, =SPI_CTRLR0_ENTER
    movs    r2, #SSI_SPI_CTRLR0
    str     r0, [r3, r2]
    movs    r0, #1
    str     r0, [r3, #SSI_SSIENR]
    movs    r0, #QUAD_READ          // a dummy read of address 0 with the mode bits that keep the command
    str     r0, [r3, #SSI_DR0]
    movs    r0, #CONTINUOUS
    str     r0, [r3, #SSI_DR0]
    bl      wait_done
    movs    r0, #0
    str     r0, [r3, #SSI_SSIENR]
    ldr     r0, =SPI_CTRLR0_XIP
    str     r0, [r3, r2]
    movs    r0, #1
    str     r0, [r3, #SSI_SSIENR]

    cmp     r7, #0
    beq     1f
    bx      r7
1:  ldr     r0, =VECTORS
    ldr     r1, =VTOR
    str     r0, [r1]
    ldmia   r0!, {r1, r2}
    msr     msp, r1
    bx      r2

// Sends command r0 and returns the byte that follows in r0. Uses r4, r6. r3: SSI.
    .thumb_func
read_status:
    mov     r6, lr
    str     r0, [r3, #SSI_DR0]
    str     r0, [r3, #SSI_DR0]
    bl      wait_done
    ldr     r0, [r3, #SSI_DR0]
    ldr     r0, [r3, #SSI_DR0]
    bx      r6

// Waits until everything has been sent. Uses r4, r5.
    .thumb_func
wait_done:
    ldr     r4, [r3, #SSI_SR]
    movs    r5, #(1 << SR_TFE)
    tst     r4, r5
    beq     wait_done
    movs    r5, #(1 << SR_BUSY)
    tst     r4, r5
    bne     wait_done
    bx      lr

    .ltorg
