// What compiled code may take beside C, and why code without annotations takes more: the tests see to it, the report says it.

/** The most cycles that a typed program may take, as a multiple of C's. */
export const WORST = 2;

/** What is slower than that outside of the suite, and why. */
export const typedLoss = `Programs outside of the suite take more where
- texts are split, cut and joined (7 to 9 times C, which copies nothing), built of a few units each (3 to 5 times: it has room for
  them on the stack), or their words counted in a \`Map\` (3.4 times a table in C that is of just the right kind); a \`Map\` from
  which entries go and to which they come all the time (9 times: it is made anew as often);
- a generator gives the values of more than one loop that has it to itself, or is asked for them by \`next()\` in several places (6 times:
  each \`yield\` copies a frame);
- tables grow by \`push\` which are there in C, one row behind the other (1.5 to 2.4 times, by how little is done for each element);
- objects are made and kept, one for each token or place (2.5 to 3.3 times: C takes them from an array that is there).`;

/** Why programs without annotations are slow. */
export const untypedLoss = `Nothing is known of numbers of parameters, results, properties, array elements and variables of the top level before the
program runs: each operation tests whether its operands are integers, and whether the result still is one. Numbers take
two registers of the eight, and 8 bytes in memory (docs/decisions/0016). Programs outside of the suite that fill tables take 2.5 to 4.5
times as long as C, those that make texts as said above.`;
