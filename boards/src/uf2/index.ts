// UF2, the file format that boards with a USB boot drive are flashed with: a sequence of 512-byte blocks, each of
// which says where its payload goes. Source: github.com/microsoft/uf2, README (format specification).

const BLOCK_SIZE = 512;
const MAGIC_START_0 = 0x0a324655;
const MAGIC_START_1 = 0x9e5d5157;
const MAGIC_END = 0x0ab16f30;
const PAYLOAD_OFFSET = 32;
const MAX_PAYLOAD = 476;

const FLAG_NOT_MAIN_FLASH = 0x0000_0001;
const FLAG_FILE_CONTAINER = 0x0000_1000;
const FLAG_FAMILY_ID = 0x0000_2000;

/** Payload of each block written: a flash page of the RP2040, whose boot ROM accepts no other size. */
const PAGE_SIZE = 256;

/** A file that is no valid UF2; the message says what is wrong and in which block. */
export class Uf2Error extends Error {
  override readonly name = 'Uf2Error';
}

/** A contiguous piece of memory. */
export interface Uf2Segment {
  readonly address: number;
  readonly bytes: Uint8Array;
}

export interface Uf2Image {
  /** Family id of the target chip. */
  readonly family: number;
  /** The memory that the file fills, in ascending order, adjacent blocks joined. */
  readonly segments: readonly Uf2Segment[];
}

/**
 * Makes a UF2 file that writes `bytes` at `address` (a multiple of 256) of a chip of `family`. The last page is
 * filled up with 0xff, the erased state of flash. Throws RangeError for a bad address or no bytes.
 */
export function writeUf2(bytes: Uint8Array, address: number, family: number): Uint8Array {
  if (address < 0 || address % PAGE_SIZE !== 0 || address + bytes.length > 0x1_0000_0000) {
    throw new RangeError(`UF2: address 0x${address.toString(16)} is no multiple of ${PAGE_SIZE} below 4 GiB`);
  }
  if (bytes.length === 0) throw new RangeError('UF2: nothing to write');
  const count = Math.ceil(bytes.length / PAGE_SIZE);
  const file = new Uint8Array(count * BLOCK_SIZE);
  const view = new DataView(file.buffer);
  for (let block = 0; block < count; block++) {
    const at = block * BLOCK_SIZE;
    const header = [
      MAGIC_START_0,
      MAGIC_START_1,
      FLAG_FAMILY_ID,
      address + block * PAGE_SIZE,
      PAGE_SIZE,
      block,
      count,
      family,
    ];
    header.forEach((word, i) => {
      view.setUint32(at + 4 * i, word, true);
    });
    file.fill(0xff, at + PAYLOAD_OFFSET, at + PAYLOAD_OFFSET + PAGE_SIZE);
    file.set(bytes.subarray(block * PAGE_SIZE, (block + 1) * PAGE_SIZE), at + PAYLOAD_OFFSET);
    view.setUint32(at + BLOCK_SIZE - 4, MAGIC_END, true);
  }
  return file;
}

/**
 * Reads a UF2 file. With `family`, blocks for other chips are skipped, as a boot drive does, and it is an error if
 * none is left; without, all blocks must be for one chip. Throws `Uf2Error` for anything malformed: a length that is
 * no multiple of 512, wrong magic numbers, missing, repeated or overlapping blocks.
 */
export function readUf2(file: Uint8Array, family?: number): Uf2Image {
  if (file.length === 0 || file.length % BLOCK_SIZE !== 0) {
    throw new Uf2Error(`not a UF2 file: ${file.length} bytes is no multiple of ${BLOCK_SIZE}`);
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const blocks = new Map<number, Uf2Segment>();
  const otherFamilies = new Set<number>();
  let foundFamily: number | undefined;
  let expected: number | undefined;
  for (let index = 0; index < file.length / BLOCK_SIZE; index++) {
    const at = index * BLOCK_SIZE;
    const word = (offset: number): number => view.getUint32(at + offset, true);
    const bad = (what: string): Uf2Error => new Uf2Error(`bad UF2 file: block ${index}: ${what}`);
    if (word(0) !== MAGIC_START_0 || word(4) !== MAGIC_START_1 || word(BLOCK_SIZE - 4) !== MAGIC_END) {
      throw index === 0 ? new Uf2Error('not a UF2 file: wrong magic numbers') : bad('wrong magic numbers');
    }
    const flags = word(8);
    if (flags & (FLAG_NOT_MAIN_FLASH | FLAG_FILE_CONTAINER)) continue;
    if (!(flags & FLAG_FAMILY_ID)) throw bad('no family id');
    const blockFamily = word(28);
    if (family !== undefined && blockFamily !== family) {
      otherFamilies.add(blockFamily);
      continue;
    }
    if (foundFamily !== undefined && blockFamily !== foundFamily) {
      throw bad(`family 0x${blockFamily.toString(16)} after 0x${foundFamily.toString(16)}`);
    }
    foundFamily = blockFamily;
    const address = word(12);
    const size = word(16);
    const number = word(20);
    const count = word(24);
    if (size === 0 || size > MAX_PAYLOAD) throw bad(`payload of ${size} bytes`);
    if (address + size > 0x1_0000_0000) throw bad('address beyond 4 GiB');
    expected ??= count;
    if (count !== expected) throw bad(`says that there are ${count} blocks, an earlier one ${expected}`);
    if (number >= count) throw bad(`has number ${number} of ${count}`);
    if (blocks.has(number)) throw bad(`number ${number} occurs twice`);
    blocks.set(number, {
      address,
      bytes: file.subarray(at + PAYLOAD_OFFSET, at + PAYLOAD_OFFSET + size),
    });
  }
  if (foundFamily === undefined || expected === undefined) {
    const others = [...otherFamilies].map((id) => `0x${id.toString(16)}`).join(', ');
    throw new Uf2Error(
      family === undefined || others === ''
        ? 'the UF2 file has no blocks for flash'
        : `the UF2 file is for another chip (family ${others}, not 0x${family.toString(16)})`,
    );
  }
  if (blocks.size !== expected) {
    throw new Uf2Error(`bad UF2 file: ${expected - blocks.size} of ${expected} blocks are missing`);
  }
  return { family: foundFamily, segments: join([...blocks.values()]) };
}

/** Sorts blocks by address and joins adjacent ones. */
function join(blocks: Uf2Segment[]): Uf2Segment[] {
  blocks.sort((a, b) => a.address - b.address);
  const groups: Uf2Segment[][] = [];
  let end = -1;
  for (const block of blocks) {
    if (block.address < end) {
      throw new Uf2Error(`bad UF2 file: two blocks write address 0x${block.address.toString(16)}`);
    }
    if (block.address === end) groups.at(-1)!.push(block);
    else groups.push([block]);
    end = block.address + block.bytes.length;
  }
  return groups.map((group) => {
    const bytes = new Uint8Array(group.reduce((sum, block) => sum + block.bytes.length, 0));
    const address = group[0]!.address;
    for (const block of group) bytes.set(block.bytes, block.address - address);
    return { address, bytes };
  });
}
