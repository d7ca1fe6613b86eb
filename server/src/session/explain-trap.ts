// What a trap of the board was, with the calls that led to it.
import type { Trap } from '../protocol/index.ts';
import type { ShadowMachine } from '../shadow/index.ts';
import { describeTrap, type RuntimeError, type SourceLocation, type StackFrame } from './runtime-error.ts';
import { type ReadMemory, unwind } from './unwind.ts';

/** Files of the library whose functions say nothing in a list of calls: throwing, and going on. */
const plumbing = new Set(['lib/error.ts', 'lib/promise.ts']);

/**
 * A trap in people's words, with the stack of source positions; `trap` is undefined if the board did not say.
 * @param locate the line of an offset in a cell or library file
 */
export async function explainTrap(
  trap: Trap | undefined,
  shadow: ShadowMachine,
  locate: (unit: string, offset: number) => SourceLocation | undefined,
  read: ReadMemory,
): Promise<RuntimeError> {
  if (!trap) return { name: 'Fault', message: 'the board did not say why', location: undefined, stack: [] };
  const [a = 0, b = 0] = trap.registers;
  const { name, message } = await describeTrap(trap.kind, a | 0, b | 0, read);
  const frames = await unwind(trap.registers, shadow, read);
  const stack = frames
    .map(
      (frame): StackFrame => ({
        name: frame.name,
        location: frame.source && locate(frame.source.unit, frame.source.offset),
      }),
    )
    .filter(({ location }) => !plumbing.has(location?.unit ?? ''));
  const innermost = stack.find(({ location }) => location && !location.unit.startsWith('lib/'));
  return { name, message, location: innermost?.location, stack };
}
