// The protocol between host and board: what other parts may use of it. Runs in browsers and in Node.
export { BoardLink, type BoardLinkOptions, type BoardListener, type Refusal } from './board-link.ts';
export type { ByteStream } from './byte-stream.ts';
export type { CallResult } from './calls.ts';
export { type ChannelStatistics, LinkError } from './channel.ts';
export { ConnectError } from './connect-error.ts';
export type { AddressRange, Identity } from './identity.ts';
export { PROTOCOL_VERSION, RefusalReason, ResultStatus } from './messages.ts';
export type { Trap } from './trap.ts';
