// The frontend: from the text of cells to diagnostics and IR.

export type { Diagnostic } from './diagnostics.ts';
export type { Draft, ParsedDraft } from './drafts.ts';
export { type EditedCell, Frontend, type LoweredCell } from './frontend.ts';
export { isGlobalUse } from './global-use.ts';
export { isIncomplete } from './incomplete.ts';
export { partsOf } from './library-classes.ts';
export { isGlobalDeclaration } from './lower/captures.ts';
export { type Global, presenceSymbol } from './lower/globals.ts';
export type { ModuleHost } from './modules.ts';
export { frozenPath, type LibraryFile, sourceName } from './program.ts';
export type { LiveVariable } from './redefinition.ts';
export { noSubstitution, tryRepOfType } from './rep-of-type.ts';
export type { ObjectRep, OptionalRep, Rep } from './reps.ts';
export { booleanRep, boxSymbol, elementKindOf, isRef, memoryOf, nullRep, numberRep } from './reps.ts';
