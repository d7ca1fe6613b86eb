// The virtual board's public face. Nothing here may import a Node module: it runs in the browser too.

export { BareCore, type CallOptions, type CallResult, CoreTrap, runBare } from './bare-core.ts';
