// Public face of the shadow machine.
export { Arena, type Range } from './arena.ts';
export { MemoryImage, type MemoryWrite } from './memory-image.ts';
export {
  type ArenaUse,
  type CodeLocation,
  globalSize,
  isReplaced,
  type MemoryMap,
  type Segment,
  ShadowMachine,
} from './shadow-machine.ts';
