// The benchmark suite: its programs, their figures beside C's, and reports of them.
export { type Comparison, compare, geometricMean } from './comparison.ts';
export { WORST } from './limits.ts';
export { gccVersion } from './measure.ts';
export { findPrograms, type Program } from './programs.ts';
export { markdownReport, textReport } from './report.ts';
