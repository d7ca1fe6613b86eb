// Public face of the session: what editors, the terminal and tests use.
export type { Diagnostic, LibraryFile, ModuleHost } from '../compiler/frontend/index.ts';
export { isIncomplete } from '../compiler/frontend/index.ts';
export {
  type ConsoleOutput,
  type FirmwareManifest,
  FirmwareMismatch,
  type SessionListener,
  type SessionOptions,
  type SessionState,
} from './contract.ts';
export type { BoardMemory, MemoryUse, PinLevels, ProgramVariable } from './inspection.ts';
export type { ConsoleChannel } from './program-console.ts';
export { type CellCost, type CellResult, type CellValue, newCost } from './result.ts';
export type { RuntimeError, SourceLocation, StackFrame } from './runtime-error.ts';
export { Session } from './session.ts';
export { locationOf } from './source-lines.ts';
