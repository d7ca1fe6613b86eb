// What profiles need to know of the runtime: its functions, and when it runs a cell.
import { readUf2, type Uf2Segment } from '@gnomon/boards/uf2';
import { CycleProfile } from '@gnomon/boards/virtual';
import type { Counted } from './listing.ts';

/** The firmware that the board runs. */
export interface RuntimeImage {
  /** As a UF2 file. */
  readonly image: Uint8Array;
  /** Where its functions start, by name, in ascending order. */
  readonly functions: Readonly<Record<string, number>>;
}

/** Each function's machine code, up to the next one. */
export function runtimeCode({ image, functions }: RuntimeImage): (Omit<Counted, 'cycles'> & {
  readonly bytes: Uint8Array;
})[] {
  const [{ address, bytes }] = readUf2(image).segments as [Uf2Segment];
  const starts = Object.entries(functions);
  return starts.map(([name, begin], i) => {
    const end = starts[i + 1]?.[1] ?? address + bytes.length;
    return { name, begin, end, bytes: bytes.subarray(begin - address, end - address) };
  });
}

/** The function of the runtime that calls the code of a cell. */
export const CALLER = 'gn_enter';

/** Counts from where code is called until it returns to its caller, interrupts left out, as the board does. */
export class CallProfile extends CycleProfile {
  #runs = false;

  /** @param callee the code's address */
  constructor(
    private readonly callee: number,
    private readonly caller: { readonly begin: number; readonly end: number },
  ) {
    super();
  }

  override add(pc: number, cycles: number, inHandler: boolean): void {
    if (pc === this.callee) this.#runs = true;
    else if (pc >= this.caller.begin && pc < this.caller.end) this.#runs = false;
    if (this.#runs && !inHandler) super.add(pc, cycles, inHandler);
  }
}
