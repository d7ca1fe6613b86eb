// Public face of the notebook's text form.
export { type Cell, parseCells } from './cells.ts';
