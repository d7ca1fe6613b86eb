// Public face of the notebook's text form.
export { type Cell, type CellSpan, parseCells, splitCells } from './cells.ts';
