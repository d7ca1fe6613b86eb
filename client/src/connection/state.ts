// The connection to a board as one state machine: every state there is, every event that changes it, and the pure
// function between them. Status bar, context keys and commands derive from the state, and from nothing else.
import type { BoardIdentity, BoardState } from '@gnomon/server/editor-protocol';
import { type Board, isSameBoard } from '../transports/transport.ts';

/** An attached board. */
export interface Link {
  readonly board: Board;
  /** Number of the stream that leads to it; events of other streams are old news. */
  readonly stream: number;
  readonly identity: BoardIdentity;
}

export type ConnectionState =
  /**
   * No board. `lost` went away while it was in use, and is connected again when it comes back; `message` says why
   * there is none.
   */
  | { readonly kind: 'absent'; readonly lost?: Board; readonly message?: string }
  | { readonly kind: 'connecting'; readonly board: Board; readonly stream: number }
  | ({ readonly kind: 'ready' | 'running'; readonly timers: number } & Link)
  /** The board is there, but does not answer (any more). */
  | { readonly kind: 'crashed'; readonly board: Board; readonly message: string }
  | { readonly kind: 'foreignFirmware'; readonly board: Board; readonly message: string }
  /** Something is done to the board that nothing may disturb. */
  | { readonly kind: 'busy'; readonly task: 'resetting'; readonly link: Link }
  | {
      readonly kind: 'busy';
      readonly task: 'flashing';
      /** Undefined while it is not known which board will be flashed. */
      readonly board?: Board;
      /** 0 to 100 while it is being written. */
      readonly percent?: number;
    };

export type ConnectionEvent =
  | { readonly type: 'connect'; readonly board: Board; readonly stream: number }
  | { readonly type: 'attached'; readonly stream: number; readonly identity: BoardIdentity }
  | { readonly type: 'foreignFirmware'; readonly stream: number; readonly message: string }
  /** The attempt to connect failed; `isThere`: but the board can be seen. */
  | {
      readonly type: 'failed';
      readonly stream: number;
      readonly message: string;
      readonly isThere: boolean;
    }
  /** The stream of an attached board broke. */
  | {
      readonly type: 'lost';
      readonly stream: number;
      readonly message: string;
      readonly isThere: boolean;
    }
  /** What the server says of the attached board. */
  | ({ readonly type: 'boardState' } & BoardState)
  /** The board at which nothing answered can't be seen any more. */
  | { readonly type: 'gone'; readonly board: Board }
  /** Somebody let go of the board. */
  | { readonly type: 'disconnected' }
  /** The language server, which held the session, has ended. */
  | { readonly type: 'serverStopped' }
  | { readonly type: 'resetStarted' }
  | { readonly type: 'resetEnded' }
  | { readonly type: 'flashStarted'; readonly board?: Board }
  | { readonly type: 'flashProgress'; readonly percent: number | undefined }
  /** Flashed or not: the board is to be connected anew. */
  | { readonly type: 'flashEnded'; readonly message?: string };

export const initialState: ConnectionState = { kind: 'absent' };

/** The board that a state is about, if any. */
export function boardOf(state: ConnectionState): Board | undefined {
  switch (state.kind) {
    case 'absent':
      return undefined;
    case 'busy':
      return state.task === 'resetting' ? state.link.board : state.board;
    default:
      return state.board;
  }
}

/** The attached board, if there is one. */
export function linkOf(state: ConnectionState): Link | undefined {
  switch (state.kind) {
    case 'ready':
    case 'running':
      return state;
    case 'busy':
      return state.task === 'resetting' ? state.link : undefined;
    default:
      return undefined;
  }
}

/** Whether whoever looks at the ports now and then could tell the connection something. */
export function watchedBoard(state: ConnectionState): Board | undefined {
  switch (state.kind) {
    case 'absent':
      return state.lost;
    case 'crashed':
    case 'foreignFirmware':
      return state.board;
    default:
      return undefined;
  }
}

/** The state after an event. Events that make no sense in a state (any more) leave the same object. */
export function reduce(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  switch (event.type) {
    case 'connect':
      return state.kind === 'busy' ? state : { kind: 'connecting', board: event.board, stream: event.stream };

    case 'attached': {
      const board = connectingTo(state, event.stream);
      const { stream, identity } = event;
      return board ? { kind: 'ready', board, stream, identity, timers: 0 } : state;
    }

    case 'foreignFirmware': {
      const board = connectingTo(state, event.stream);
      return board ? { kind: 'foreignFirmware', board, message: event.message } : state;
    }

    case 'failed': {
      const board = connectingTo(state, event.stream);
      return board ? without(board, event) : state;
    }

    case 'lost': {
      const link = linkOf(state);
      return link?.stream === event.stream ? without(link.board, event) : state;
    }

    case 'boardState':
      return withBoardState(state, event);

    case 'gone':
      return (state.kind === 'crashed' || state.kind === 'foreignFirmware') &&
        isSameBoard(state.board, event.board)
        ? { kind: 'absent', lost: state.board }
        : state;

    case 'disconnected':
      return state.kind === 'busy' ? state : initialState;

    case 'serverStopped': {
      const board = linkOf(state)?.board ?? (state.kind === 'connecting' ? state.board : undefined);
      return board ? { kind: 'absent', message: 'the language server is starting again' } : state;
    }

    case 'resetStarted': {
      const link = linkOf(state);
      return link && state.kind !== 'busy' ? { kind: 'busy', task: 'resetting', link: bare(link) } : state;
    }

    case 'resetEnded':
      return state.kind === 'busy' && state.task === 'resetting'
        ? { kind: 'ready', ...state.link, timers: 0 }
        : state;

    case 'flashStarted':
      if (state.kind === 'busy') return state;
      return event.board
        ? { kind: 'busy', task: 'flashing', board: event.board }
        : { kind: 'busy', task: 'flashing' };

    case 'flashProgress': {
      if (state.kind !== 'busy' || state.task !== 'flashing') return state;
      const { percent: _, ...rest } = state;
      return event.percent === undefined ? rest : { ...rest, percent: event.percent };
    }

    case 'flashEnded':
      if (state.kind !== 'busy' || state.task !== 'flashing') return state;
      return event.message === undefined ? initialState : { kind: 'absent', message: event.message };
  }
}

function connectingTo(state: ConnectionState, stream: number): Board | undefined {
  return state.kind === 'connecting' && state.stream === stream ? state.board : undefined;
}

/** The state once a board has stopped answering. */
function without(
  board: Board,
  { message, isThere }: { readonly message: string; readonly isThere: boolean },
): ConnectionState {
  return isThere ? { kind: 'crashed', board, message } : { kind: 'absent', lost: board, message };
}

function withBoardState(state: ConnectionState, { state: now, timers }: BoardState): ConnectionState {
  if (state.kind !== 'ready' && state.kind !== 'running') return state;
  if (now !== 'ready' && now !== 'running') return state;
  return now === state.kind && timers === state.timers ? state : { ...state, kind: now, timers };
}

function bare({ board, stream, identity }: Link): Link {
  return { board, stream, identity };
}
