// Reading a unit of a string, which programs that go through texts do for each.

#include "../arith/arith.inc"

    .equ STRING_UNITS, 8            // checked in string.c, as is that bit 0 of a header says that units are wide

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
