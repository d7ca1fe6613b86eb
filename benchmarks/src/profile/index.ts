// Where the cycles of a benchmark go: disassembly with shares, ours by source lines and gcc's beside it.
export { profileReport } from './report.ts';
