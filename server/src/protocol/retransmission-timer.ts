// When to send again what was not acknowledged: the time-out follows the measured round trip (RFC 6298), within
// 20..500 ms, and doubles with each repetition that brings nothing.

const SHORTEST = 20;
const LONGEST = 500;
const BEFORE_MEASUREMENT = 100;

export class RetransmissionTimer {
  private smoothed = 0;
  private variation = 0;
  private timeout = BEFORE_MEASUREMENT;
  private handle: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly expired: () => void) {}

  /** Smoothed round trip time in milliseconds; 0 if none was measured. */
  get roundTripMs(): number {
    return this.smoothed;
  }

  /** Starts the time-out, unless it runs already. */
  start(): void {
    this.handle ??= setTimeout(() => {
      this.handle = undefined;
      this.expired();
    }, this.timeout);
  }

  clear(): void {
    clearTimeout(this.handle);
    this.handle = undefined;
  }

  /** Takes in the time that one message and its acknowledgement took. */
  measured(milliseconds: number): void {
    if (this.smoothed === 0) {
      this.smoothed = milliseconds;
      this.variation = milliseconds / 2;
    } else {
      this.variation += (Math.abs(this.smoothed - milliseconds) - this.variation) / 4;
      this.smoothed += (milliseconds - this.smoothed) / 8;
    }
    this.timeout = Math.min(LONGEST, Math.max(SHORTEST, this.smoothed + 4 * this.variation));
  }

  /** A time-out has passed without any acknowledgement. */
  backOff(): void {
    this.timeout = Math.min(LONGEST, this.timeout * 2);
  }
}
