// The check sum of frames.
#ifndef GN_CRC32_H
#define GN_CRC32_H

#include <stdint.h>

/**
 * CRC-32 as in Ethernet and zip (polynomial 0x04c11db7 reflected, all bits inverted before and after). Begin with
 * crc = 0; the result of one piece is the crc to go on with.
 */
uint32_t gn_crc32(uint32_t crc, const uint8_t *bytes, uint32_t length);

#endif
