// Calls that wait for their results.
import { type Deferred, deferred } from './deferred.ts';
import { type Fields, ResultStatus } from './messages.ts';

/** How a call ended. */
export interface CallResult {
  readonly status: ResultStatus;
  /** CPU cycles that the program ran; handlers and sleep not counted. */
  readonly cycles: number;
  /** Bytes of the heap in use and free. */
  readonly heapUsed: number;
  readonly heapFree: number;
  /** Timers that live on. */
  readonly timers: number;
}

/** Milliseconds to wait, after a reconnection, for the result of a call that has ended meanwhile. */
const LATE_RESULT = 500;

const statusNames = new Map(
  Object.entries(ResultStatus).map(([name, code]) => [code as number, name as ResultStatus]),
);

const notBegun: CallResult = { status: 'refused', cycles: 0, heapUsed: 0, heapFree: 0, timers: 0 };

export class Calls {
  private readonly waiting = new Map<number, Deferred<CallResult>>();

  get anyWaiting(): boolean {
    return this.waiting.size > 0;
  }

  isWaitingFor(id: number): boolean {
    return this.waiting.has(id);
  }

  /** Throws a RangeError if a call with this id is under way. */
  begin(id: number): Promise<CallResult> {
    if (this.waiting.has(id)) throw new RangeError(`call ${id} is under way`);
    const result = deferred<CallResult>();
    this.waiting.set(id, result);
    return result.promise;
  }

  /** A result has arrived; results of other sessions' calls are ignored. */
  resolve({ call, status, cycles, heapUsed, heapFree, timers }: Fields<'result'>): void {
    // A status that this host does not know can't be `done`.
    const name = statusNames.get(status) ?? 'stopped';
    this.take(call)?.resolve({ status: name, cycles, heapUsed, heapFree, timers });
  }

  /** The board says that it did not begin a call. */
  refuse(id: number): void {
    this.take(id)?.resolve(notBegun);
  }

  /** A call has ended while the link was interrupted: its result arrives right now or never. */
  expectSoon(id: number): void {
    setTimeout(() => {
      this.take(id)?.reject(
        new Error('the call ended while the board was not connected; its result is lost'),
      );
    }, LATE_RESULT);
  }

  fail(error: Error): void {
    for (const result of this.waiting.values()) result.reject(error);
    this.waiting.clear();
  }

  private take(id: number): Deferred<CallResult> | undefined {
    const result = this.waiting.get(id);
    this.waiting.delete(id);
    return result;
  }
}
