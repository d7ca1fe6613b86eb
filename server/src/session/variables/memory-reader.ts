// Reads for one look at the board's memory: whatever is asked for at the same time goes to the board as few reads,
// since a read costs a round trip however short it is; and all of them together are bounded.
import type { ReadMemory } from '../unwind.ts';
import { Unavailable } from './unavailable.ts';

/** Up to so many bytes between two places are read along rather than making another read of it. */
const JOIN_GAP = 48;

interface Wanted {
  readonly address: number;
  readonly length: number;
  resolve(view: DataView): void;
  reject(error: unknown): void;
}

export class MemoryReader {
  private wanted: Wanted[] = [];

  constructor(
    private readonly read: ReadMemory,
    /** How many bytes may be asked for, and by how many reads. */
    private readonly limits: { bytes: number; reads: number },
  ) {}

  /**
   * So many bytes of memory. Rejects with what is shown instead (`Unavailable`) if the board has no such memory or
   * a limit is reached, and with the link's error if that is lost.
   */
  bytes(address: number, length: number): Promise<DataView> {
    if (length > this.limits.bytes) return Promise.reject(Unavailable.notRead);
    this.limits.bytes -= length;
    return new Promise((resolve, reject) => {
      // All that can go on without an answer has asked when the timer fires.
      if (this.wanted.length === 0) setTimeout(() => this.flush(), 0);
      this.wanted.push({ address, length, resolve, reject });
    });
  }

  private flush(): void {
    const wanted = this.wanted.sort((a, b) => a.address - b.address);
    this.wanted = [];
    let group: Wanted[] = [];
    let end = 0;
    for (const each of wanted) {
      if (group.length > 0 && each.address > end + JOIN_GAP) {
        void this.readGroup(group, end);
        group = [];
      }
      end = Math.max(group.length > 0 ? end : 0, each.address + each.length);
      group.push(each);
    }
    if (group.length > 0) void this.readGroup(group, end);
  }

  /** One read, in whole words, for neighbours in order of their addresses. */
  private async readGroup(group: readonly Wanted[], end: number): Promise<void> {
    if (--this.limits.reads < 0) {
      for (const { reject } of group) reject(Unavailable.notRead);
      return;
    }
    const begin = (group[0]!.address & ~3) >>> 0;
    try {
      const bytes = await this.read(begin, (end - begin + 3) & ~3);
      for (const { address, length, resolve } of group) {
        resolve(new DataView(bytes.buffer, bytes.byteOffset + address - begin, length));
      }
    } catch (error) {
      const reason = error instanceof RangeError ? Unavailable.changing : error;
      for (const { reject } of group) reject(reason);
    }
  }
}
