// The state of one pin, from the registers of all.
import type { PinLevels } from '@gnomon/server/editor-protocol';

export interface PinState {
  readonly direction: 'input' | 'output';
  readonly level: 0 | 1;
}

/** An output has the level that it drives; the levels at pins don't show it where a pad's input is switched off. */
export function pinState(levels: PinLevels, gpio: number): PinState {
  const isOutput = bit(levels.outputEnable, gpio) === 1;
  return {
    direction: isOutput ? 'output' : 'input',
    level: bit(isOutput ? levels.output : levels.input, gpio),
  };
}

export function isSameState(a: PinState, b: PinState): boolean {
  return a.direction === b.direction && a.level === b.level;
}

/** As people say it. */
export function describeState({ direction, level }: PinState): string {
  return `${direction}, ${level === 1 ? 'high' : 'low'}`;
}

function bit(word: number, index: number): 0 | 1 {
  return ((word >>> index) & 1) as 0 | 1;
}
