// The state machine of the connection: the paths that boards take, and that old news changes nothing.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Board } from '../transports/transport.ts';
import { contextKeys } from './context-keys.ts';
import { present } from './presentation.ts';
import {
  boardOf,
  type ConnectionEvent,
  type ConnectionState,
  initialState,
  linkOf,
  reduce,
  watchedBoard,
} from './state.ts';

const board: Board = { kind: 'serial', address: '/dev/ttyACM0', name: 'Pico', detail: '/dev/ttyACM0' };
const other: Board = { kind: 'virtual', address: 'pico', name: 'Virtual Pico', detail: 'emulated' };
const identity = { chip: 'rp2040', buildHash: '0123', clockHz: 125_000_000 };

const connect = { type: 'connect', board, stream: 1 } as const;
const attached = { type: 'attached', stream: 1, identity } as const;
const running = { type: 'boardState', state: 'running', timers: 0 } as const;
const lost = (isThere: boolean) => ({ type: 'lost', stream: 1, message: 'broken', isThere }) as const;
const link = { board, stream: 1, identity };

function after(...events: ConnectionEvent[]): ConnectionState {
  return events.reduce(reduce, initialState);
}

describe('the state of the connection', () => {
  test('goes from no board over connecting to ready, running, and ready with timers', () => {
    assert.deepEqual(after(connect), { kind: 'connecting', board, stream: 1 });
    assert.deepEqual(after(connect, attached), { kind: 'ready', timers: 0, ...link });
    assert.deepEqual(after(connect, attached, running), { kind: 'running', timers: 0, ...link });
    const ended = { type: 'boardState', state: 'ready', timers: 2 } as const;
    assert.deepEqual(after(connect, attached, running, ended), { kind: 'ready', timers: 2, ...link });
  });

  test('tells a board that was unplugged from one that has crashed', () => {
    assert.deepEqual(after(connect, attached, running, lost(false)), {
      kind: 'absent',
      lost: board,
      message: 'broken',
    });
    const crashed = after(connect, attached, running, lost(true));
    assert.deepEqual(crashed, { kind: 'crashed', board, message: 'broken' });
    assert.deepEqual(reduce(crashed, { type: 'gone', board }), { kind: 'absent', lost: board });
    assert.equal(reduce(crashed, { type: 'gone', board: other }), crashed);
  });

  test('says why an attempt to connect failed', () => {
    const failed = { type: 'failed', stream: 1, message: 'no', isThere: true } as const;
    assert.deepEqual(after(connect, failed), { kind: 'crashed', board, message: 'no' });
    assert.deepEqual(after(connect, { ...failed, isThere: false }), {
      kind: 'absent',
      lost: board,
      message: 'no',
    });
    const foreign = { type: 'foreignFirmware', stream: 1, message: 'old' } as const;
    assert.deepEqual(after(connect, foreign), { kind: 'foreignFirmware', board, message: 'old' });
  });

  test('ignores what comes from streams that were given up', () => {
    const newer = after(connect, { type: 'connect', board: other, stream: 2 });
    for (const old of [attached, lost(true), { type: 'failed', message: 'no', stream: 1, isThere: true }]) {
      assert.equal(reduce(newer, old as ConnectionEvent), newer);
    }
    const second = reduce(newer, { ...attached, stream: 2 });
    assert.equal(reduce(second, lost(false)), second);
    assert.equal(linkOf(second)?.board, other);
  });

  test('does not let go of a board that is being reset or flashed, unless the link breaks', () => {
    const resetting = after(connect, attached, { type: 'resetStarted' });
    assert.deepEqual(resetting, { kind: 'busy', task: 'resetting', link });
    for (const event of [connect, { type: 'disconnected' }, { type: 'flashStarted', board }, running]) {
      assert.equal(reduce(resetting, event as ConnectionEvent), resetting);
    }
    assert.deepEqual(reduce(resetting, { type: 'resetEnded' }), { kind: 'ready', timers: 0, ...link });
    assert.deepEqual(reduce(resetting, lost(true)), { kind: 'crashed', board, message: 'broken' });

    const flashing = after(connect, attached, { type: 'flashStarted', board });
    const half = reduce(flashing, { type: 'flashProgress', percent: 50 });
    assert.deepEqual(half, { kind: 'busy', task: 'flashing', board, percent: 50 });
    assert.deepEqual(reduce(half, { type: 'flashProgress', percent: undefined }), flashing);
    assert.equal(reduce(half, connect), half);
    assert.deepEqual(reduce(half, { type: 'flashEnded' }), initialState);
  });

  test('has no board once the server has ended', () => {
    for (const state of [after(connect), after(connect, attached), after(connect, attached, running)]) {
      assert.equal(reduce(state, { type: 'serverStopped' }).kind, 'absent');
    }
    const crashed = after(connect, attached, lost(true));
    assert.equal(reduce(crashed, { type: 'serverStopped' }), crashed);
  });
});

const anyBoard = fc.constantFrom(board, other);
const anyStream = fc.integer({ min: 1, max: 3 });
const message = fc.constant('why');
const isThere = fc.boolean();
const anyEvent: fc.Arbitrary<ConnectionEvent> = fc.oneof(
  fc.record({ type: fc.constant('connect'), board: anyBoard, stream: anyStream }),
  fc.record({ type: fc.constant('attached'), stream: anyStream, identity: fc.constant(identity) }),
  fc.record({ type: fc.constant('foreignFirmware'), stream: anyStream, message }),
  fc.record({ type: fc.constantFrom('failed', 'lost'), stream: anyStream, message, isThere }),
  fc.record({
    type: fc.constant('boardState'),
    state: fc.constantFrom('ready', 'running', 'lost', 'detached', 'attaching'),
    timers: fc.nat({ max: 2 }),
  }),
  fc.record({ type: fc.constant('gone'), board: anyBoard }),
  fc.record({ type: fc.constant('flashStarted'), board: anyBoard }),
  fc.record({ type: fc.constant('flashProgress'), percent: fc.option(fc.nat(100), { nil: undefined }) }),
  fc.record({
    type: fc.constantFrom(
      'disconnected',
      'serverStopped',
      'resetStarted',
      'resetEnded',
      'flashStarted',
      'flashEnded',
    ),
  }),
) as fc.Arbitrary<ConnectionEvent>;

test('whatever happens, what derives from the state is consistent', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      const state = after(...events);
      const keys = contextKeys(state);
      const { label, text, tooltip, command } = present(state);
      assert.ok(label.length > 0 && text.endsWith(label));
      assert.match(command, /^gnomon\.\w+$/);
      const name = boardOf(state)?.name;
      if (name) assert.ok(tooltip.includes(name) && label.includes(name));
      assert.equal(keys['gnomon.connected'], linkOf(state) !== undefined);
      // Exactly those states are watched in which nobody else would notice that the board comes or goes.
      if (watchedBoard(state)) assert.equal(keys['gnomon.connected'], false);
      if (keys['gnomon.active']) assert.ok(keys['gnomon.connected']);
      if (state.kind === 'busy') assert.ok(!keys['gnomon.hasBoard'] && !keys['gnomon.canReset']);
    }),
  );
});
