// What compiled code may take beside C, and why code without annotations takes more: the tests see to it, the report says it.

/** The most cycles that a typed program may take, as a multiple of C's. */
export const WORST = 2;

/** What is slower than that outside of the suite, and why. */
export const typedLoss = `Programs outside of the suite take more where
- a text of a few units is built unit by unit (3.5 to 5.5 times C, which has room for it on the stack);
- words of a text are counted in a \`Map\` (5.6 times a table in C that is of just the right kind, and copies no word);
- the rows of a matrix are pushed, for one product (3.4 times): those of C are there, one behind the other;
- elements are filtered and mapped into new arrays (2.4 times): C has room for them beforehand.`;

/** Why programs without annotations are slow. */
export const untypedLoss = `Nothing is known of numbers of parameters, results, properties, array elements and variables of the top level before the
program runs: each operation tests whether its operands are integers, and whether the result still is one. Numbers take
two registers of the eight, and 8 bytes in memory (docs/decisions/0016).`;
