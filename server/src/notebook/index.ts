// Public face of the notebook's text form.
export { type Cell, type CellSpan, parseCells, shownText, splitCells } from './cells.ts';
export { type NotebookCell, type NotebookText, parseNotebook, printNotebook } from './notebook-text.ts';
