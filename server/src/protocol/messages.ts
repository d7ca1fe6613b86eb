// The one table of messages between host and board: types, fields, codes. The TypeScript side encodes and decodes
// by it; the C side's header (device-runtime/core/generated/messages.h) is generated from it.
// All fields are little endian and naturally aligned, so that the board can read a payload as a struct.

/** Raised with every change that an older board or host would misunderstand. */
export const PROTOCOL_VERSION = 1;

/** Bytes of a frame before the payload: message type, session, sequence number, acknowledged number. */
export const FRAME_HEADER_SIZE = 4;
/** Bytes of a frame after the payload: CRC-32. */
export const FRAME_CHECK_SIZE = 4;
/** Largest payload: the frame is then 254 bytes, so that COBS always adds exactly one. */
export const MAX_PAYLOAD = 246;
/** Message types below this one are outside the sequence: they concern the link, are not repeated, get no acknowledgement. */
export const FIRST_SEQUENCED_TYPE = 0x10;

/** How a call ended. */
export const ResultStatus = {
  /** The entry function returned. */
  done: 0,
  /** A trap ended it; the message `trap` came before. */
  trapped: 1,
  /** Stop or reset ended it. */
  stopped: 2,
  /** It never began: another call was running, or a write or roots before it was refused. */
  refused: 3,
} as const;
export type ResultStatus = keyof typeof ResultStatus;

/** Why the board did not do what a message asked. */
export const RefusalReason = {
  /** An address outside what the message may touch, or an entry that is not code. */
  range: 1,
  /** A payload of the wrong length, or a field out of its range. */
  malformed: 2,
  /** A message type that this firmware does not know. */
  unknownType: 3,
  /** Not while a program runs. */
  running: 4,
} as const;
export type RefusalReason = keyof typeof RefusalReason;

/** Bits of `output.flags`. A record is sent in pieces, each a message. */
export const OutputFlag = { first: 1, last: 2 } as const;

/** Bits of `ident.flags`. */
export const IdentFlag = {
  /** A call or a timer's callback is running, or a call is waiting to. */
  running: 1,
  /** The stack of the last call, which trapped, can still be read. */
  trapPending: 2,
} as const;

/** `trap.call` when a timer's callback trapped. */
export const CALLBACK_CALL = 0xffffffff;

/**
 * Types of fields: unsigned integers, `u32[N]` for N words, `text8` for 8 ASCII characters filled up with zeros,
 * `hex8` for 8 bytes (a string of 16 hexadecimal digits in TypeScript), and `bytes` for the rest of the payload.
 */
export type FieldType = 'u8' | 'u16' | 'u32' | 'u64' | `u32[${number}]` | 'text8' | 'hex8' | 'bytes';

export interface MessageShape {
  /** The number on the wire. */
  readonly type: number;
  readonly from: 'host' | 'board' | 'both';
  readonly fields: Readonly<Record<string, FieldType>>;
  /** What it means, for the generated header and docs/protocol.md. */
  readonly about: string;
}

export const messages = {
  ack: {
    type: 0x01,
    from: 'both',
    fields: {},
    about: 'Carries an acknowledgement when there is nothing else to send.',
  },
  nak: {
    type: 0x02,
    from: 'both',
    fields: {},
    about: 'An acknowledgement that also asks to send again, at once, all that it does not cover.',
  },
  hello: {
    type: 0x03,
    from: 'host',
    fields: { nonce: 'u32' },
    about:
      'Begins a session, whose number is the low byte of the nonce (never 0). Another nonce than that of the ' +
      'current session resets both sequences; the board answers `ident`.',
  },
  stop: {
    type: 0x04,
    from: 'host',
    fields: { call: 'u32' },
    about:
      'Ends the running program and all timers, if `call` is the last call that the board was sent (0 if ' +
      'there was none since it started). Answered by `result` if the call was running or waiting, else by `quiet`.',
  },
  lost: {
    type: 0x05,
    from: 'board',
    fields: {},
    about:
      'The board does not know the session named in the header: it has restarted, or another host attached.',
  },
  write: {
    type: 0x10,
    from: 'host',
    fields: { address: 'u32', bytes: 'bytes' },
    about: 'Writes bytes into the code or data arena.',
  },
  roots: {
    type: 0x11,
    from: 'host',
    fields: { begin: 'u32', end: 'u32' },
    about: 'Says which words of the data arena hold references: [begin, end).',
  },
  call: {
    type: 0x12,
    from: 'host',
    fields: { id: 'u32', entry: 'u32' },
    about:
      'Runs an entry function; `result` answers. Ids are above 0 and not repeated; only one call runs at a time.',
  },
  read: {
    type: 0x13,
    from: 'host',
    fields: { address: 'u32', request: 'u16', length: 'u16' },
    about: 'Asks for memory; `data` answers.',
  },
  reset: {
    type: 0x14,
    from: 'host',
    fields: {},
    about:
      'Stops the program, forgets heap, roots and timers; `ident` with a new epoch answers. The link stays.',
  },
  reboot: { type: 0x15, from: 'host', fields: {}, about: 'Restarts the chip; the link ends.' },
  bootloader: {
    type: 0x16,
    from: 'host',
    fields: {},
    about: 'Restarts the chip into its boot loader, to be flashed; the link ends.',
  },
  reserve: {
    type: 0x17,
    from: 'host',
    fields: { begin: 'u32' },
    about:
      'Asks the heap to give way to the code arena down to an address, until the next reset; done with no program ' +
      'running. `ident` answers: its map says whether there was nothing in the heap above the address.',
  },
  ident: {
    type: 0x20,
    from: 'board',
    fields: {
      version: 'u8',
      flags: 'u8',
      dropped: 'u16',
      clockHz: 'u32',
      epoch: 'u32',
      lastCall: 'u32',
      codeBegin: 'u32',
      codeEnd: 'u32',
      dataBegin: 'u32',
      dataEnd: 'u32',
      heapBegin: 'u32',
      heapEnd: 'u32',
      stackBegin: 'u32',
      stackEnd: 'u32',
      chip: 'text8',
      buildHash: 'hex8',
    },
    about:
      'Answers `hello`, `reset` and `reserve`: what the board is and holds: protocol version, messages dropped since the last attach, the epoch (another ' +
      'number whenever the arenas lost their content), the id of the last call, the memory map, the build of the firmware.',
  },
  result: {
    type: 0x21,
    from: 'board',
    fields: { call: 'u32', status: 'u32', cycles: 'u64', heapUsed: 'u32', heapFree: 'u32', timers: 'u32' },
    about:
      'A call has ended: how, CPU cycles it ran, bytes of the heap in use and free, timers that live on.',
  },
  trap: {
    type: 0x22,
    from: 'board',
    fields: {
      call: 'u32',
      kind: 'u32',
      registers: 'u32[16]',
      xpsr: 'u32',
      userPc: 'u32',
      userSp: 'u32',
    },
    about:
      'A trap ended the program: TrapKind, r0..r12, sp, lr, pc, and where compiled code was if that is not pc ' +
      'itself. Sent before `result`; the stack can be read until the next call. `call` is 0xffffffff for a timer.',
  },
  output: {
    type: 0x23,
    from: 'board',
    fields: { flags: 'u8', bytes: 'bytes' },
    about: 'A piece of an output record (compiler/abi/console.ts).',
  },
  data: {
    type: 0x24,
    from: 'board',
    fields: { request: 'u16', bytes: 'bytes' },
    about: 'Memory that `read` asked for.',
  },
  refused: {
    type: 0x25,
    from: 'board',
    fields: { address: 'u32', request: 'u32', type: 'u8', reason: 'u8' },
    about:
      'A message was not obeyed: its type, the reason, the address in question, and the id of the call or read (0 for ' +
      'others). After a refused `write` or `roots`, the next `call` is refused too.',
  },
  quiet: {
    type: 0x26,
    from: 'board',
    fields: {},
    about: 'The last timer has ended with no call running, or `stop` found no call running.',
  },
} as const satisfies Record<string, MessageShape>;

export type MessageName = keyof typeof messages;

type FieldValue<T> = T extends 'u8' | 'u16' | 'u32' | 'u64'
  ? number
  : T extends `u32[${number}]`
    ? readonly number[]
    : T extends 'text8' | 'hex8'
      ? string
      : Uint8Array;

/** The fields of a message by its name. */
export type Fields<K extends MessageName> = {
  readonly [F in keyof (typeof messages)[K]['fields']]: FieldValue<(typeof messages)[K]['fields'][F]>;
};

/** A decoded message. */
export type Message = { [K in MessageName]: { readonly name: K } & Fields<K> }[MessageName];
export type MessageFrom<Side extends 'host' | 'board'> = Extract<
  Message,
  {
    name: { [K in MessageName]: (typeof messages)[K]['from'] extends Side | 'both' ? K : never }[MessageName];
  }
>;

/** Size of a field in bytes; 0 for `bytes`, whose size is what remains. */
export function fieldSize(type: FieldType): number {
  switch (type) {
    case 'u8':
      return 1;
    case 'u16':
      return 2;
    case 'u32':
      return 4;
    case 'u64':
    case 'text8':
    case 'hex8':
      return 8;
    case 'bytes':
      return 0;
    default:
      return 4 * wordCount(type);
  }
}

/** N of `u32[N]`. */
function wordCount(type: `u32[${number}]`): number {
  return Number(type.slice(4, -1));
}

/** Bytes of a message's fields without `bytes`. */
export function fixedSize(name: MessageName): number {
  return Object.values<FieldType>(messages[name].fields).reduce((sum, type) => sum + fieldSize(type), 0);
}

/** The same table as plain shapes, for code that is generic in the message. */
export const messageShapes: Readonly<Record<MessageName, MessageShape>> = messages;

const namesByType = new Map(
  (Object.keys(messages) as MessageName[]).map((name) => [messageShapes[name].type, name]),
);

/** Name of a message type as it is on the wire, undefined if there is none. */
export function messageName(type: number): MessageName | undefined {
  return namesByType.get(type);
}

/**
 * The payload of a message. Throws a RangeError if a field does not fit: that is the caller's bug, and would be
 * another value on the board.
 */
export function encodePayload<K extends MessageName>(name: K, fields: Fields<K>): Uint8Array {
  const values = fields as Readonly<Record<string, unknown>>;
  const shape = Object.entries(messageShapes[name].fields);
  const rest = shape.find(([, type]) => type === 'bytes');
  const tail = rest === undefined ? 0 : (values[rest[0]] as Uint8Array).length;
  const size = fixedSize(name) + tail;
  if (size > MAX_PAYLOAD)
    throw new RangeError(`message ${name} has ${size} bytes, ${MAX_PAYLOAD} are allowed`);
  const payload = new Uint8Array(size);
  let at = 0;
  for (const [field, type] of shape) {
    try {
      at += put(payload, at, type, values[field]);
    } catch (error) {
      throw new RangeError(`message ${name}, field ${field}: ${(error as Error).message}`);
    }
  }
  return payload;
}

/**
 * The message that a payload holds, or undefined if its length does not fit the type or the type is unknown: it
 * comes from the wire, and is never trusted. `bytes` are a copy.
 */
export function decodePayload(type: number, payload: Uint8Array): Message | undefined {
  const name = messageName(type);
  if (name === undefined) return undefined;
  const shape = Object.entries(messageShapes[name].fields);
  const size = fixedSize(name);
  const open = shape.some(([, fieldType]) => fieldType === 'bytes');
  if (open ? payload.length < size : payload.length !== size) return undefined;
  const message: Record<string, unknown> = { name };
  let at = 0;
  for (const [field, fieldType] of shape) {
    message[field] = get(payload, at, fieldType);
    at += fieldSize(fieldType);
  }
  return message as Message;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function inRange(value: unknown, bits: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= 2 ** bits) {
    throw new RangeError(`${String(value)} is not an unsigned integer of ${bits} bits`);
  }
  return value;
}

/** Writes one field; returns the bytes written. */
function put(payload: Uint8Array, at: number, type: FieldType, value: unknown): number {
  const view = viewOf(payload);
  switch (type) {
    case 'u8':
      view.setUint8(at, inRange(value, 8));
      break;
    case 'u16':
      view.setUint16(at, inRange(value, 16), true);
      break;
    case 'u32':
      view.setUint32(at, inRange(value, 32), true);
      break;
    case 'u64':
      view.setBigUint64(at, BigInt(inRange(value, 53)), true);
      break;
    case 'text8':
      putText(payload, at, value as string);
      break;
    case 'hex8':
      putHex(payload, at, value as string);
      break;
    case 'bytes':
      payload.set(value as Uint8Array, at);
      return (value as Uint8Array).length;
    default: {
      const words = value as readonly number[];
      if (words.length !== wordCount(type)) throw new RangeError(`${words.length} words for ${type}`);
      words.forEach((word, index) => {
        view.setUint32(at + 4 * index, inRange(word, 32), true);
      });
    }
  }
  return fieldSize(type);
}

function putText(payload: Uint8Array, at: number, text: string): void {
  if (!/^[ -~]{0,8}$/.test(text)) throw new RangeError('at most 8 ASCII characters');
  for (let i = 0; i < text.length; i++) payload[at + i] = text.charCodeAt(i);
}

function putHex(payload: Uint8Array, at: number, digits: string): void {
  if (!/^[0-9a-f]{16}$/.test(digits)) throw new RangeError('16 hexadecimal digits in lower case');
  for (let i = 0; i < 8; i++) payload[at + i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
}

function get(payload: Uint8Array, at: number, type: FieldType): number | string | number[] | Uint8Array {
  const view = viewOf(payload);
  switch (type) {
    case 'u8':
      return view.getUint8(at);
    case 'u16':
      return view.getUint16(at, true);
    case 'u32':
      return view.getUint32(at, true);
    case 'u64':
      return Number(view.getBigUint64(at, true));
    case 'text8':
      return String.fromCharCode(...payload.subarray(at, at + 8)).split('\0', 1)[0]!;
    case 'hex8':
      return Array.from(payload.subarray(at, at + 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
    case 'bytes':
      return payload.slice(at);
    default:
      return Array.from({ length: wordCount(type) }, (_, index) => view.getUint32(at + 4 * index, true));
  }
}
