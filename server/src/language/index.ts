// Public face of the language features: one file a feature, in terms of cells and offsets into their texts.
export { completions, describeCompletion } from './completion.ts';
export { definitions, type Place, references } from './definition.ts';
export { type EditedCell, EditedProgram, type View } from './edited-program.ts';
export { formattingEdits, type TextChange } from './formatting.ts';
export { hover } from './hover.ts';
export { signatureHelp } from './signature-help.ts';
export { symbols } from './symbols.ts';
