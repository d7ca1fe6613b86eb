// What compiled code may take beside C, and why code without annotations takes more: the tests see to it, the report says it.

/** The most cycles that a typed program may take, as a multiple of C's. */
export const WORST = 2;

/** Why programs without annotations are slow. */
export const untypedLoss = `Nothing is known of numbers of parameters, results, properties, array elements and variables of the top level before the
program runs: each operation tests whether its operands are integers, and whether the result still is one. Numbers take
two registers of the eight, and 8 bytes in memory (docs/decisions/0016).`;
