// The other end of the board's UART0: sends at the baud rate, and never more than the 32-byte FIFO has room for.

import type { RP2040 } from 'rp2040js';
import type { ClockAlarm, CycleClock } from './chip/clock.ts';

/** Bits of a character on the wire: start, eight data, stop. */
const BITS = 10;
const CYCLES_PER_SECOND = 125_000_000;
/** Until the firmware has set a rate. */
const DEFAULT_BAUD = 115200;
/** How often to look again for room in the FIFO, in cycles: 100 µs. */
const RETRY_CYCLES = 12_500;
const RXFF = 1 << 6;
const RXFE = 1 << 4;

export class UartHost {
  readonly #clock: CycleClock;
  readonly #onData: (bytes: Uint8Array) => void;
  #uart: RP2040['uart'][number] | undefined;
  #alarm: ClockAlarm;
  #busy = false;
  #open = false;
  readonly #outgoing: Uint8Array[] = [];
  #sent = 0;

  constructor(clock: CycleClock, onData: (bytes: Uint8Array) => void) {
    this.#clock = clock;
    this.#onData = onData;
    this.#alarm = clock.createAlarm(() => this.#feed());
  }

  /** The chip was (re)set; all alarms of the clock have been forgotten. */
  attach(chip: RP2040): void {
    const uart = chip.uart[0]!;
    this.#uart = uart;
    this.#busy = false;
    uart.onByte = (byte) => {
      if (this.#open) this.#onData(Uint8Array.of(byte));
    };
    this.#schedule(this.#byteCycles);
  }

  open(): void {
    this.#open = true;
  }

  /** Nobody listens any more; what was not sent is dropped. */
  close(): void {
    this.#open = false;
    this.#outgoing.length = 0;
    this.#sent = 0;
  }

  send(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#outgoing.push(bytes);
    this.#schedule(this.#byteCycles);
  }

  get #byteCycles(): number {
    const uart = this.#uart;
    const baud = uart === undefined || uart.baudDivider === 0 ? DEFAULT_BAUD : uart.baudRate;
    return Math.ceil((BITS * CYCLES_PER_SECOND) / baud);
  }

  #schedule(cycles: number): void {
    if (this.#busy || this.#outgoing.length === 0) return;
    this.#busy = true;
    this.#alarm.scheduleAt(this.#clock.now + cycles);
  }

  /** One character has been sent. */
  #feed(): void {
    this.#busy = false;
    const uart = this.#uart;
    const chunk = this.#outgoing[0];
    if (uart === undefined || chunk === undefined) return;
    // Without FIFOs there is room for a single character.
    const full = uart.fifosEnabled ? uart.flags & RXFF : !(uart.flags & RXFE);
    if (full) {
      this.#schedule(RETRY_CYCLES);
      return;
    }
    if (uart.enabled && uart.rxEnabled) uart.feedByte(chunk[this.#sent]!);
    this.#sent++;
    if (this.#sent >= chunk.length) {
      this.#outgoing.shift();
      this.#sent = 0;
    }
    this.#schedule(this.#byteCycles);
  }
}
