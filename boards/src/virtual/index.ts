// The virtual board's public face. Nothing here may import a Node module: it runs in the browser too.

export { BareCore, type CallOptions, type CallResult, CoreTrap, runBare } from './bare-core.ts';
export type { FaultReason } from './cpu/bus.ts';
export type { CoreFault } from './cpu/core.ts';
export { CycleProfile } from './cpu/cycle-profile.ts';
export type { PinChange, PinState, Pins } from './pins.ts';
export { type Lockup, VirtualPico, type VirtualPicoOptions } from './virtual-pico.ts';
