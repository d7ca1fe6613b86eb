// Frames: the unit that a link carries whole or not at all. A header, a payload and a CRC-32, in COBS form, which
// has no zero byte, ended by a zero byte (docs/protocol.md). device-runtime/core/frame_*.c is the other side.
import { FRAME_CHECK_SIZE, FRAME_HEADER_SIZE, MAX_PAYLOAD } from './messages.ts';

export interface FrameHeader {
  /** Message type. */
  readonly type: number;
  /** Session that the frame belongs to, 1..255. */
  readonly session: number;
  /** Number of the message in its direction, modulo 256; 0 in frames outside the sequence. */
  readonly sequence: number;
  /** Number of the next message that the sender expects, modulo 256: all before have arrived. */
  readonly acknowledged: number;
}

export interface Frame extends FrameHeader {
  readonly payload: Uint8Array;
}

const OVERHEAD = FRAME_HEADER_SIZE + FRAME_CHECK_SIZE;
const MAX_FRAME = MAX_PAYLOAD + OVERHEAD;

const crcTable = Int32Array.from({ length: 256 }, (_, index) => {
  let word = index;
  for (let bit = 0; bit < 8; bit++) word = (word >>> 1) ^ (word & 1 ? 0xedb88320 : 0);
  return word;
});

/** CRC-32 as in Ethernet and zip, as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff]!;
  return ~crc >>> 0;
}

/**
 * Consistent Overhead Byte Stuffing (Cheshire and Baker, 1999): each run of bytes up to the next zero is preceded by
 * its length plus one; the code 0xff stands for 254 bytes with no zero after them. The result has no zero byte.
 */
export function cobsEncode(bytes: Uint8Array): Uint8Array {
  const encoded = new Uint8Array(bytes.length + Math.floor(bytes.length / 254) + 1);
  let code = 0;
  let to = 1;
  for (let from = 0; from < bytes.length; from++) {
    const byte = bytes[from]!;
    if (byte !== 0) encoded[to++] = byte;
    // A full run at the very end needs no further one.
    if (byte === 0 || (to - code === 0xff && from + 1 < bytes.length)) {
      encoded[code] = to - code;
      code = to++;
    }
  }
  encoded[code] = to - code;
  return encoded.subarray(0, to);
}

/** The bytes that a COBS form without its delimiter stands for, or undefined if it is none. */
export function cobsDecode(encoded: Uint8Array): Uint8Array | undefined {
  const bytes = new Uint8Array(encoded.length);
  let to = 0;
  for (let from = 0; from < encoded.length; ) {
    const code = encoded[from++]!;
    if (code === 0 || from + code - 1 > encoded.length) return undefined;
    for (let end = from + code - 1; from < end; from++) {
      if (encoded[from] === 0) return undefined;
      bytes[to++] = encoded[from]!;
    }
    if (code !== 0xff && from < encoded.length) bytes[to++] = 0;
  }
  return bytes.subarray(0, to);
}

/** The bytes of a frame for the link, with the delimiter. */
export function encodeFrame(header: FrameHeader, payload: Uint8Array): Uint8Array {
  const frame = new Uint8Array(payload.length + OVERHEAD);
  frame[0] = header.type;
  frame[1] = header.session;
  frame[2] = header.sequence;
  frame[3] = header.acknowledged;
  frame.set(payload, FRAME_HEADER_SIZE);
  const check = frame.length - FRAME_CHECK_SIZE;
  new DataView(frame.buffer).setUint32(check, crc32(frame.subarray(0, check)), true);
  const encoded = cobsEncode(frame);
  const delimited = new Uint8Array(encoded.length + 1);
  delimited.set(encoded);
  return delimited;
}

/** The frame that a COBS form without its delimiter holds, or undefined if it is damaged. */
export function decodeFrame(encoded: Uint8Array): Frame | undefined {
  const frame = cobsDecode(encoded);
  if (frame === undefined || frame.length < OVERHEAD || frame.length > MAX_FRAME) return undefined;
  const check = frame.length - FRAME_CHECK_SIZE;
  const view = new DataView(frame.buffer, frame.byteOffset);
  if (view.getUint32(check, true) !== crc32(frame.subarray(0, check))) return undefined;
  return {
    type: frame[0]!,
    session: frame[1]!,
    sequence: frame[2]!,
    acknowledged: frame[3]!,
    payload: frame.subarray(FRAME_HEADER_SIZE, check),
  };
}

/** Cuts a stream of bytes into frames. */
export class FrameDecoder {
  /** What has arrived since the last delimiter; longer than any frame once it is too long to be one. */
  private readonly partial = new Uint8Array(MAX_FRAME + 2);
  private length = 0;

  /**
   * Takes the next bytes of the stream, in pieces of any size. Gives each frame that ends in them, `undefined` for
   * a damaged one. Frames are valid for as long as the caller wants.
   */
  *push(bytes: Uint8Array): Generator<Frame | undefined> {
    for (let from = 0; from < bytes.length; ) {
      const delimiter = bytes.indexOf(0, from);
      const end = delimiter < 0 ? bytes.length : delimiter;
      const taken = bytes.subarray(from, Math.min(end, from + this.partial.length - this.length));
      this.partial.set(taken, this.length);
      this.length += taken.length;
      if (delimiter < 0) return;
      from = end + 1;
      if (this.length === 0) continue;
      const { length } = this;
      this.length = 0;
      yield length === this.partial.length ? undefined : decodeFrame(this.partial.subarray(0, length));
    }
  }
}
