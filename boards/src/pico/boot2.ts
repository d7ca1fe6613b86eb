// The second-stage boot loader of an RP2040: the first 256 bytes of flash, which the boot ROM copies to RAM and
// runs if the checksum in their last word is right. Source: RP2040 datasheet, 2.8.1.3.1.

/** Size in bytes, checksum included. */
export const BOOT2_SIZE = 256;

/**
 * Checksum over the first 252 bytes, to be stored little-endian in the last four: CRC-32 with polynomial
 * 0x04c11db7, initial value 0xffffffff, most significant bit first, no final inversion.
 */
export function boot2Checksum(boot2: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of boot2.subarray(0, BOOT2_SIZE - 4)) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}
