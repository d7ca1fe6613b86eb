// The virtual Raspberry Pi Pico: runs a real firmware image in this process, in the background.
// README.md beside this file says what is emulated by whom and what is not.

import type { ByteStream } from '../../../server/src/protocol/byte-stream.ts';
import { pico } from '../pico/index.ts';
import { readUf2 } from '../uf2/index.ts';
import { FLASH_BASE, FLASH_SIZE, type ResetReason, Rp2040Chip } from './chip/chip.ts';
import { CYCLES_PER_MICROSECOND, CycleClock } from './chip/clock.ts';
import type { WatchdogMemory } from './chip/watchdog.ts';
import type { CoreFault } from './cpu/core.ts';
import type { CycleProfile } from './cpu/cycle-profile.ts';
import { LinkStream } from './link-stream.ts';
import { later, Pacing, type Scheduled, soon } from './pacing.ts';
import { Pins } from './pins.ts';
import { UartHost } from './uart-host.ts';
import { CdcHost } from './usb/cdc-host.ts';

/** How long the board runs before the host's event loop gets its turn, in milliseconds. */
const SLICE_MS = 2;
/** The most cycles between two looks at the wall clock: about half a millisecond. */
const CHUNK_CYCLES = 60_000;
const CYCLES_PER_MS = 1000 * CYCLES_PER_MICROSECOND;
/** Sleeps up to this are waits for a transfer (a UART byte takes 87 µs), which answers should not wait for. */
const TRANSFER_CYCLES = 200 * CYCLES_PER_MICROSECOND;

export interface VirtualPicoOptions {
  /** The firmware, as it would be copied to the boot drive. Without, the board starts in its boot loader. */
  readonly uf2?: Uint8Array;
  /**
   * Default true: a sleep of the board takes as long as it says. False: sleeps are skipped, so that timers run as
   * fast as the host can.
   */
  readonly realTime?: boolean;
  /** Which of the board's ports `stream` is. Default: 'usb'. */
  readonly link?: 'usb' | 'uart';
}

/** A lockup: the processor met a fault that its HardFault handler could not take. It stays stopped until a reset. */
export type Lockup = CoreFault;

export class VirtualPico {
  /** The GPIO pins. */
  readonly pins: Pins;
  /** Called when the processor locks up. */
  onFault: ((fault: Lockup) => void) | undefined;
  /** Called when the board has entered its USB boot loader: it waits for `flash`. */
  onBootloader: (() => void) | undefined;
  /** Called after every reset that the firmware asked for. */
  onReset: ((reason: 'software' | 'watchdog') => void) | undefined;

  readonly #realTime: boolean;
  readonly #link: 'usb' | 'uart';
  readonly #clock = new CycleClock();
  readonly #flash = new Uint8Array(FLASH_SIZE).fill(0xff);
  readonly #watchdog: WatchdogMemory = { scratch: new Uint32Array(8), reason: 0 };
  readonly #usb: CdcHost;
  readonly #uart: UartHost;
  readonly #pacing: Pacing;
  #chip: Rp2040Chip;
  #stream: LinkStream | undefined;
  /** What the board sent and the host program has not been given yet. */
  #incoming: Uint8Array[] = [];
  #incomingBytes = 0;
  #cyclesBefore = 0;
  #instructionsBefore = 0;
  #pendingReset: ResetReason | undefined;
  #inBootloader = false;
  #plugged = true;
  #disposed = false;
  #running = false;
  #scheduled: Scheduled | undefined;
  #asleep = false;
  /** Without real time: the host had a turn since the board last sent something or was sent something. */
  #hostHadItsTurn = false;

  /** Makes a board and starts it. Throws `Uf2Error` if `uf2` is no firmware for an RP2040. */
  static create(options: VirtualPicoOptions = {}): VirtualPico {
    return new VirtualPico(options);
  }

  private constructor(options: VirtualPicoOptions) {
    this.#realTime = options.realTime ?? true;
    this.#link = options.link ?? 'usb';
    this.pins = new Pins(this.#clock);
    this.#usb = new CdcHost(this.#clock, (bytes) => this.#received('usb', bytes));
    this.#uart = new UartHost(this.#clock, (bytes) => this.#received('uart', bytes));
    this.#pacing = new Pacing(0);
    if (options.uf2 !== undefined) this.#program(options.uf2);
    this.#chip = this.#powerUp();
    this.#open();
    this.#kick();
  }

  // The link.

  /**
   * The serial port that the firmware offers, open from the start. After it was closed or the board was unplugged,
   * the next look at this property opens it anew, as opening the port again does.
   */
  get stream(): ByteStream {
    if (this.#stream === undefined || this.#stream.closed) this.#open();
    return this.#stream!;
  }

  /** Pulls the data cable: the stream closes with an error; the board stays powered and goes on. */
  unplug(): void {
    if (!this.#plugged) return;
    this.#plugged = false;
    this.#sync();
    this.#usb.unplug();
    this.#uart.close();
    this.#endStream(new Error('the virtual board was unplugged'));
    this.#kick();
  }

  /** Plugs the cable in again. A new `stream` can be had at once. */
  replug(): void {
    if (this.#plugged) return;
    this.#plugged = true;
    this.#sync();
    this.#usb.replug();
    this.#kick();
  }

  /** Opens and closes the USB port at 1200 baud, which asks the firmware for its boot loader. */
  touch1200(): void {
    this.#sync();
    this.#usb.open(1200);
    this.#usb.close();
    this.#kick();
  }

  /** What the emulated USB host found wrong with the device last, if anything. */
  get usbError(): string | undefined {
    return this.#usb.error;
  }

  /** Whether the emulated USB host has enumerated the board. */
  get usbConfigured(): boolean {
    return this.#usb.port !== undefined;
  }

  #open(): void {
    const stream = new LinkStream(
      (bytes) => this.#send(bytes),
      () => this.#closeLink(),
    );
    this.#stream = stream;
    if (this.#disposed || !this.#plugged) {
      stream.end(new Error(this.#disposed ? 'the virtual board is gone' : 'the virtual board is unplugged'));
      return;
    }
    this.#incoming = [];
    this.#sync();
    if (this.#link === 'usb') this.#usb.open();
    else this.#uart.open();
    this.#kick();
  }

  #closeLink(): void {
    this.#sync();
    if (this.#link === 'usb') this.#usb.close();
    else this.#uart.close();
    this.#kick();
  }

  #endStream(error: Error): void {
    this.#deliver();
    this.#stream?.end(error);
  }

  #send(bytes: Uint8Array): void {
    this.#sync();
    if (this.#link === 'usb') this.#usb.send(bytes);
    else this.#uart.send(bytes);
    this.#kick();
  }

  #received(link: 'usb' | 'uart', bytes: Uint8Array): void {
    if (link !== this.#link) return;
    this.#hostHadItsTurn = false;
    this.#incoming.push(bytes);
    this.#incomingBytes += bytes.length;
  }

  /** Gives the host program what came in, as one chunk, outside of any emulation. */
  #deliver(): void {
    if (this.#incomingBytes === 0) return;
    const bytes = new Uint8Array(this.#incomingBytes);
    let at = 0;
    for (const chunk of this.#incoming) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    this.#incoming = [];
    this.#incomingBytes = 0;
    this.#stream?.deliver(bytes);
  }

  // Cost and inspection.

  /** Cycles that the core has executed since the board was created, at 125 MHz; sleep is not included. */
  get cycles(): number {
    return this.#cyclesBefore + this.#chip.core.cycles;
  }

  /** Cycles that have passed since the board was created, sleep included. */
  get totalCycles(): number {
    return this.#clock.now;
  }

  /** Instructions executed since the board was created. */
  get instructions(): number {
    return this.#instructionsBefore + this.#chip.core.instructions;
  }

  /** From now on until the chip is reset, counts the cycles of every instruction; undefined counts no more. */
  set profile(profile: CycleProfile | undefined) {
    this.#chip.core.profile = profile;
  }

  /** Simulated time since the board was created, in microseconds. */
  get micros(): number {
    return this.#clock.now / CYCLES_PER_MICROSECOND;
  }

  /** Whether the core waits for an interrupt and nothing is to be done. */
  get sleeping(): boolean {
    return this.#asleep;
  }

  /** A copy of r0 to r15 as they are between two slices. */
  get registers(): Int32Array {
    return this.#chip.core.registers.slice();
  }

  /** The last fault that the processor took, handled or not. */
  get lastFault(): CoreFault | undefined {
    return this.#chip.core.lastFault;
  }

  /** Why the processor has stopped, if it has: in a lockup, or because the boot loader waits for firmware. */
  get stopped(): 'lockup' | 'bootloader' | undefined {
    return this.#inBootloader ? 'bootloader' : this.#chip.core.lockedUp ? 'lockup' : undefined;
  }

  /** Copies memory out as a debugger would, for tests. Unmapped addresses and peripherals read as zero. */
  readMemory(address: number, length: number): Uint8Array {
    return Uint8Array.from({ length }, (_, i) => {
      try {
        return this.#chip.peek8(address + i);
      } catch {
        return 0;
      }
    });
  }

  // Reset, flashing, end.

  /** Pulls the RUN pin low for a moment. RAM keeps its content; the USB device disappears and comes back. */
  reset(): void {
    this.#watchdog.scratch.fill(0);
    this.#watchdog.reason = 0;
    this.#restart();
  }

  /** Writes firmware to flash, as copying it to the boot drive does, and starts it. Throws `Uf2Error`. */
  flash(uf2: Uint8Array): void {
    this.#program(uf2);
    this.reset();
  }

  /** Switches the board off for good; its stream closes. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#scheduled?.cancel();
    this.#chip.core.requestExit();
    this.#stream?.end();
  }

  #program(uf2: Uint8Array): void {
    const image = readUf2(uf2, pico.flashing.family);
    for (const { address, bytes } of image.segments) {
      const offset = address - FLASH_BASE;
      if (offset < 0 || offset + bytes.length > FLASH_SIZE) {
        throw new RangeError(`the UF2 file writes to 0x${address.toString(16)}, which is outside of flash`);
      }
    }
    // As the boot drive does: sectors are erased before they are written, others stay.
    for (const { address, bytes } of image.segments) {
      const offset = address - FLASH_BASE;
      this.#flash.fill(0xff, offset & ~4095, (offset + bytes.length + 4095) & ~4095);
    }
    for (const { address, bytes } of image.segments) this.#flash.set(bytes, address - FLASH_BASE);
  }

  #powerUp(ram?: Uint8Array): Rp2040Chip {
    const chip = new Rp2040Chip({
      clock: this.#clock,
      flash: this.#flash,
      watchdog: this.#watchdog,
      usb: this.#usb,
      onResetRequest: (reason) => {
        this.#pendingReset = reason;
      },
      ...(ram === undefined ? {} : { ram }),
    });
    chip.core.onLockup = (fault) => this.onFault?.(fault);
    this.pins.attach(chip.rp2040);
    this.#usb.attach(chip.usb);
    this.#uart.attach(chip.rp2040);
    this.#pendingReset = undefined;
    this.#inBootloader = !chip.boot();
    if (this.#inBootloader) queueMicrotask(() => this.onBootloader?.());
    return chip;
  }

  #restart(enterBootloader = false): void {
    this.#sync();
    const old = this.#chip;
    old.core.requestExit();
    this.#cyclesBefore += old.core.cycles;
    this.#instructionsBefore += old.core.instructions;
    if (this.#link === 'usb') this.#endStream(new Error('the virtual board was reset'));
    this.#chip = this.#powerUp(old.core.ram);
    if (enterBootloader && !this.#inBootloader) {
      this.#inBootloader = true;
      queueMicrotask(() => this.onBootloader?.());
    }
    this.#kick();
  }

  // The run loop.

  /** Something happened outside: run soon, rather than when the board's next timer is due. */
  #kick(): void {
    this.#hostHadItsTurn = false;
    if (this.#running || this.#disposed) return;
    this.#scheduled?.cancel();
    this.#scheduled = soon(() => this.#slice());
  }

  /** In real time, the sleep until now has passed; called before anything from outside reaches the board. */
  #sync(): void {
    if (!this.#realTime || !this.#asleep) return;
    const target = this.#pacing.target() * CYCLES_PER_MS;
    this.#clock.skipTo(Math.min(target, this.#clock.nextDue));
  }

  #slice(): void {
    this.#scheduled = undefined;
    if (this.#disposed) return;
    this.#running = true;
    this.#sync();
    this.#asleep = false;
    let next: Scheduled | undefined | 'soon';
    try {
      next = this.#execute();
    } finally {
      this.#running = false;
    }
    // Listeners may do anything now: write, reset, dispose.
    if (next === 'soon') this.#scheduled = soon(() => this.#slice());
    else this.#scheduled = next;
    this.#deliver();
  }

  /** Runs for a slice. Returns what comes next: another slice soon or later, or nothing. */
  #execute(): Scheduled | 'soon' | undefined {
    const clock = this.#clock;
    const end = performance.now() + SLICE_MS;
    do {
      clock.fireDue();
      this.#takeReset();
      const { core } = this.#chip;
      if (this.#inBootloader || !core.runnable) {
        const next = this.#sleep();
        if (next !== 'go on') return next;
        continue;
      }
      const budget = Math.min(CHUNK_CYCLES, clock.nextDue - clock.now);
      if (budget > 0) core.run(Math.ceil(budget));
    } while (performance.now() < end);
    return 'soon';
  }

  #takeReset(): void {
    const reason = this.#pendingReset;
    if (reason === undefined) return;
    this.#restart(reason === 'bootloader');
    if (reason !== 'bootloader') this.onReset?.(reason);
  }

  /** The core has nothing to do: lets time pass until the next alarm, or waits for it, or for ever. */
  #sleep(): Scheduled | 'soon' | undefined | 'go on' {
    const clock = this.#clock;
    const due = clock.nextDue;
    this.#asleep = true;
    if (due === Number.POSITIVE_INFINITY) return undefined;
    if (this.#realTime) {
      this.#pacing.rebase(clock.now / CYCLES_PER_MS);
      const isTransfer = due - clock.now <= TRANSFER_CYCLES;
      const wait = this.#pacing.wait(due / CYCLES_PER_MS, isTransfer);
      if (wait > 0) return later(wait, () => this.#slice());
    } else if (!this.#hostHadItsTurn && due - clock.now > TRANSFER_CYCLES) {
      // What was sent may be answered: the host comes first, before time flies and the board repeats itself.
      this.#hostHadItsTurn = true;
      return 'soon';
    }
    clock.skipTo(due);
    this.#asleep = false;
    return 'go on';
  }
}
