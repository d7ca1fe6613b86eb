// What compiled code may take beside C, and why code without annotations takes more: the tests see to it, the report says it.

/** The most cycles that a typed program may take, as a multiple of C's. */
export const WORST = 2;

/** What is slower than that outside of the suite, and why. */
export const typedLoss = `Programs outside of the suite take more where
- a text grows unit by unit and is looked into meanwhile (8 times C): each step makes one more text;
- loops store to rows of \`int[][]\` (3.4 times, a longest common subsequence): a store may make a row longer, and the rows are loaded again;
- a loop compares its counter with an element of one array and stores to another (2.5 times, a knapsack): C knows them to be different
  ones, here they are parameters;
- a function makes a small array for itself in each call (2.3 times, a median filter): C has it on the stack.`;

/** Why programs without annotations are slow. */
export const untypedLoss = `Nothing is known of numbers of parameters, results, properties, array elements and variables of the top level before the
program runs: each operation tests whether its operands are integers, and whether the result still is one. Numbers take
two registers of the eight, and 8 bytes in memory (docs/decisions/0016).`;
