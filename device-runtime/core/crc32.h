// The check sum of frames.
#ifndef GN_CRC32_H
#define GN_CRC32_H

#include <stdint.h>

/** CRC-32 as in Ethernet and zip: polynomial 0x04c11db7 reflected, all bits inverted before and after. */
uint32_t gn_crc32(const uint8_t *bytes, uint32_t length);

/** The CRC of any bytes that are followed by their own CRC, little endian. */
#define GN_CRC32_RESIDUE 0x2144df1cu

#endif
