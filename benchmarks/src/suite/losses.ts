// Where compiled code is known to be slower than it should be, and why: the tests allow for it, the report says it.

/** The most cycles that a typed program may take, as a multiple of C's. */
export const WORST = 2;

export interface Loss {
  /** What the program may take, as a multiple of C's cycles. */
  readonly atMost: number;
  readonly why: string;
}

const heap =
  'Objects and arrays come from the collected heap and grow there; C takes the next bytes of an arena.';

/** Typed programs that are slower than `WORST`. */
export const losses: ReadonlyMap<string, Loss> = new Map([
  [
    'json',
    {
      atMost: 2.3,
      why: `${heap} Texts are made of parts by \`slice\` and \`+=\`, in calls; C writes their characters where they stay.`,
    },
  ],
  [
    'sensor',
    {
      atMost: 2.6,
      why: 'Each part of a text makes a string in the heap, and a template copies its parts again; C writes into a buffer.',
    },
  ],
]);

/** Why programs without annotations are slow. */
export const untypedLoss = `Nothing is known of numbers of parameters, results, properties, array elements and variables of the top level before the
program runs: each operation tests whether its operands are integers, and whether the result still is one. Numbers take
two registers of the eight, and 8 bytes in memory (docs/decisions/0016).`;
