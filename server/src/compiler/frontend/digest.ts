// Digests of texts and bytes, by which equal things find each other: as symbols, and as numbers on the board.

/** 16 hexadecimal digits: two independent 32-bit hashes (FNV-1a and a multiplicative one). */
export function digestOf(content: Uint8Array | string): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b + byte + 1, 0x85ebca6b);
    b ^= b >>> 13;
  }
  const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0');
  return `${hex(a)}${hex(b)}`;
}

/** The last `bits` (up to 32) of the digest as an unsigned number. */
export function digestBits(content: string, bits: number): number {
  return Number.parseInt(digestOf(content).slice(8), 16) >>> (32 - bits);
}
