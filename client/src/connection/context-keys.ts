// The connection as context keys, from which menus, buttons and the enablement of commands derive. Before the
// extension is active none is set, and all must mean: no board.
import { type ConnectionState, linkOf } from './state.ts';

export function contextKeys(state: ConnectionState) {
  const link = linkOf(state);
  return {
    'gnomon.state': state.kind,
    /** A board is attached. */
    'gnomon.connected': link !== undefined,
    /** There is a board to let go of: attached, being attached, or not answering. */
    'gnomon.hasBoard': state.kind !== 'busy' && !(state.kind === 'absent' && state.lost === undefined),
    /** Something runs that Stop would stop: a cell or timers. */
    'gnomon.active': state.kind === 'running' || (state.kind === 'ready' && state.timers > 0),
    /** Reset Board has something to reset. */
    'gnomon.canReset': state.kind === 'ready' || state.kind === 'running' || state.kind === 'crashed',
  };
}
