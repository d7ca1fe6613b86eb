// Getting firmware onto real boards. For Node only.
export { FlashError, type FlashFailure } from './flash-error.ts';
export { type FlashOptions, type FlashStep, flashPico } from './flash-pico.ts';
export { type Surroundings, thisComputer } from './surroundings.ts';
