// The frontend: from the text of cells to diagnostics and IR.
export type { Diagnostic } from './diagnostics.ts';
export { type DeclaredName, Frontend, type LoweredCell } from './frontend.ts';
export { isIncomplete } from './incomplete.ts';
export { type Global, presenceSymbol } from './lower/module.ts';
export type { LibraryFile } from './program.ts';
export type { LiveVariable } from './redefinition.ts';
export type { OptionalRep, Rep } from './reps.ts';
export { elementKindOf, isRef, memoryOf } from './reps.ts';
