// The host's end of the USB cable: enumerates the board as an operating system does and talks to its CDC serial
// port. One transaction at a time, in simulated time, at the speed of a full-speed bus.
// Sources: USB 2.0, chapters 8 and 9; CDC PSTN subclass 1.2, 6.3.

import type { ClockAlarm, CycleClock } from '../chip/clock.ts';
import { CYCLES_PER_MICROSECOND } from '../chip/clock.ts';
import type { UsbDeviceController, UsbListener } from './device-controller.ts';

/** Much shorter than an operating system's 100 ms and 50 ms, because nobody's contacts bounce here. */
const ATTACH_MICROS = 200;
const RESET_MICROS = 1000;
const RECOVERY_MICROS = 200;
/** How long a stage of a control transfer may take. */
const CONTROL_TIMEOUT_MICROS = 500_000;
const ATTEMPTS = 3;
/** Bytes on the wire besides the data of a transaction: token, sync, CRC, handshake, turnarounds. */
const TRANSACTION_OVERHEAD = 13;
const BITS_PER_MICROSECOND = 12;

const DEVICE_ADDRESS = 1;
const EP0_PACKET = 64;

const GET_DESCRIPTOR = 6;
const SET_ADDRESS = 5;
const SET_CONFIGURATION = 9;
const DESCRIPTOR_DEVICE = 1;
const DESCRIPTOR_CONFIGURATION = 2;
const DESCRIPTOR_INTERFACE = 4;
const DESCRIPTOR_ENDPOINT = 5;
const CLASS_CDC_CONTROL = 2;
const CLASS_CDC_DATA = 10;
const SET_LINE_CODING = 0x20;
const SET_CONTROL_LINE_STATE = 0x22;
const DTR_RTS = 3;

interface ControlRequest {
  readonly type: number;
  readonly request: number;
  readonly value: number;
  readonly index: number;
  /** Bytes wanted from the device, for requests that read. */
  readonly length?: number;
  /** Bytes for the device, for requests that write. */
  readonly data?: Uint8Array;
}

/** The CDC interface as its descriptors describe it. */
interface CdcPort {
  readonly vendor: number;
  readonly product: number;
  readonly configuration: number;
  readonly interface: number;
  readonly inEndpoint: number;
  readonly outEndpoint: number;
  readonly packet: number;
}

type Conversation = Generator<ControlRequest, void, Uint8Array>;

/** A conversation with the device that failed; the message says at which request. */
class UsbError extends Error {}

export class CdcHost implements UsbListener {
  readonly #clock: CycleClock;
  readonly #onData: (bytes: Uint8Array) => void;
  #device: UsbDeviceController | undefined;
  #plugged = true;
  #timer: ClockAlarm;
  #bus: ClockAlarm;
  #timeout: ClockAlarm;
  #address = 0;
  #port: CdcPort | undefined;
  #busy = false;
  #attempts = 0;
  /** The running conversation on endpoint 0, its transfer, and conversations that wait. */
  #conversation: Conversation | undefined;
  #transfer: ControlTransfer | undefined;
  readonly #waiting: (() => Conversation)[] = [];
  /** What is still to be sent; the first chunk from `#sent` on. */
  readonly #outgoing: Uint8Array[] = [];
  #sent = 0;
  #inToggle = 0;
  #outToggle = 0;
  #wantsOpen = false;
  #polling = false;
  #lastWasIn = false;
  /** What went wrong last, for people. */
  error: string | undefined;
  /** Called when the device is ready to be opened. */
  onConfigured: (() => void) | undefined;

  constructor(clock: CycleClock, onData: (bytes: Uint8Array) => void) {
    this.#clock = clock;
    this.#onData = onData;
    this.#timer = clock.createAlarm(() => {});
    this.#bus = clock.createAlarm(() => this.#transact());
    this.#timeout = clock.createAlarm(() => this.#fail('no answer'));
  }

  /** The chip was (re)set: a new controller is at the other end. All alarms of the clock have been forgotten. */
  attach(device: UsbDeviceController): void {
    this.#device = device;
    this.#disconnected();
  }

  /** The port's ids and endpoints once it has been enumerated. */
  get port(): CdcPort | undefined {
    return this.#port;
  }

  unplug(): void {
    if (!this.#plugged) return;
    this.#plugged = false;
    this.#device?.setConnected(false);
    this.#disconnected();
    this.#outgoing.length = 0;
  }

  replug(): void {
    if (this.#plugged) return;
    this.#plugged = true;
    this.#device?.setConnected(true);
    if (this.#device?.pullUp) this.onPullUp(true);
  }

  /** Opens the serial port (as soon as there is one): line coding, DTR, and reading begin. */
  open(baud = 115200): void {
    this.#wantsOpen = true;
    this.#enqueue(() => this.#openPort(baud));
  }

  /** Closes the port: DTR falls, nothing is read any more; what was not sent is dropped. */
  close(): void {
    this.#wantsOpen = false;
    this.#polling = false;
    this.#outgoing.length = 0;
    this.#sent = 0;
    this.#enqueue(() => this.#lineState(0));
  }

  send(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#outgoing.push(bytes);
    this.#schedule();
  }

  onPullUp(connected: boolean): void {
    this.#disconnected();
    this.#attempts = 0;
    if (connected && this.#plugged) this.#begin();
  }

  onBufferChange(): void {
    this.#schedule();
  }

  // Attaching and enumeration.

  #disconnected(): void {
    for (const alarm of [this.#timer, this.#bus, this.#timeout]) alarm.cancel();
    this.#busy = false;
    this.#address = 0;
    this.#port = undefined;
    this.#conversation = undefined;
    this.#transfer = undefined;
    this.#waiting.length = 0;
    this.#polling = false;
    this.#sent = 0;
  }

  #after(micros: number, action: () => void): void {
    this.#timer.cancel();
    this.#timer = this.#clock.createAlarm(action);
    this.#timer.scheduleAt(this.#clock.now + micros * CYCLES_PER_MICROSECOND);
  }

  #begin(): void {
    this.#attempts++;
    this.#after(ATTACH_MICROS, () => {
      this.#device?.busReset();
      this.#address = 0;
      this.#after(RESET_MICROS + RECOVERY_MICROS, () => this.#enqueue(() => this.#enumerate()));
    });
  }

  *#enumerate(): Conversation {
    const first = yield getDescriptor(DESCRIPTOR_DEVICE, 8);
    if (first.length < 8 || first[7] !== EP0_PACKET) throw new UsbError('bad device descriptor');
    yield { type: 0x00, request: SET_ADDRESS, value: DEVICE_ADDRESS, index: 0 };
    this.#address = DEVICE_ADDRESS;
    const device = yield getDescriptor(DESCRIPTOR_DEVICE, 18);
    if (device.length !== 18) throw new UsbError('bad device descriptor');
    const header = yield getDescriptor(DESCRIPTOR_CONFIGURATION, 9);
    const total = header[2]! | (header[3]! << 8);
    const descriptors = yield getDescriptor(DESCRIPTOR_CONFIGURATION, total);
    const port = parseConfiguration(device, descriptors);
    yield { type: 0x00, request: SET_CONFIGURATION, value: port.configuration, index: 0 };
    this.#port = port;
    this.#inToggle = this.#outToggle = 0;
    this.error = undefined;
    this.onConfigured?.();
    if (this.#wantsOpen) this.open();
  }

  *#openPort(baud: number): Conversation {
    const port = this.#port;
    if (port === undefined) return;
    const coding = new Uint8Array(7);
    new DataView(coding.buffer).setUint32(0, baud, true);
    coding[6] = 8; // data bits; no parity, one stop bit
    yield { type: 0x21, request: SET_LINE_CODING, value: 0, index: port.interface, data: coding };
    yield* this.#lineState(DTR_RTS);
    this.#polling = this.#wantsOpen;
  }

  *#lineState(state: number): Conversation {
    if (this.#port === undefined) return;
    yield { type: 0x21, request: SET_CONTROL_LINE_STATE, value: state, index: this.#port.interface };
  }

  #enqueue(start: () => Conversation): void {
    this.#waiting.push(start);
    this.#nextConversation();
  }

  #nextConversation(): void {
    if (this.#conversation !== undefined) return;
    const start = this.#waiting.shift();
    if (start === undefined) return;
    this.#conversation = start();
    this.#advance(new Uint8Array());
  }

  #advance(result: Uint8Array): void {
    this.#timeout.cancel();
    this.#transfer = undefined;
    try {
      const step = this.#conversation!.next(result);
      if (step.done) {
        this.#conversation = undefined;
        this.#nextConversation();
      } else {
        this.#transfer = new ControlTransfer(step.value);
        this.#timeout.scheduleAt(this.#clock.now + CONTROL_TIMEOUT_MICROS * CYCLES_PER_MICROSECOND);
      }
    } catch (error) {
      if (!(error instanceof UsbError)) throw error;
      this.#fail(error.message);
    }
    this.#schedule();
  }

  #fail(why: string): void {
    const request = this.#transfer === undefined ? '' : ` to ${this.#transfer.name}`;
    this.error = `USB: ${why}${request}`;
    if (this.#port !== undefined && why === 'stall') {
      // A serial port that refuses line coding or state works all the same: the port stays, as on any system.
      this.#polling = this.#wantsOpen;
      this.#conversation = undefined;
      this.#transfer = undefined;
      this.#nextConversation();
      return;
    }
    this.#disconnected();
    if (this.#attempts < ATTEMPTS && this.#plugged) this.#begin();
  }

  // The bus: one transaction at a time.

  /** What to do next: 'control', 'in', 'out', or nothing because the device would answer NAK. */
  #next(): 'control' | 'in' | 'out' | undefined {
    const device = this.#device;
    if (device === undefined || !this.#plugged) return undefined;
    if (this.#transfer?.ready(device, this.#address)) return 'control';
    const port = this.#port;
    if (port === undefined || !this.#polling) return undefined;
    const canIn = device.ready(this.#address, port.inEndpoint, true);
    const canOut = this.#outgoing.length > 0 && device.ready(this.#address, port.outEndpoint, false);
    if (canIn && canOut) return this.#lastWasIn ? 'out' : 'in';
    return canIn ? 'in' : canOut ? 'out' : undefined;
  }

  #schedule(): void {
    if (this.#busy) return;
    const next = this.#next();
    if (next === undefined) return;
    this.#busy = true;
    const size = next === 'out' ? Math.min(this.#port!.packet, this.#outgoing[0]!.length - this.#sent) : 0;
    this.#occupy(size);
  }

  /** The bus is taken for a transaction with so many bytes. */
  #occupy(size: number): void {
    const micros = ((TRANSACTION_OVERHEAD + size) * 8) / BITS_PER_MICROSECOND;
    this.#bus.scheduleAt(this.#clock.now + Math.ceil(micros * CYCLES_PER_MICROSECOND));
  }

  #transact(): void {
    this.#busy = false;
    const device = this.#device;
    const next = this.#next();
    if (device === undefined || next === undefined) return;
    if (next === 'control') this.#control(device);
    else if (next === 'in') this.#in(device, this.#port!);
    else this.#out(device, this.#port!);
    this.#schedule();
  }

  #control(device: UsbDeviceController): void {
    const transfer = this.#transfer!;
    const outcome = transfer.step(device, this.#address);
    if (outcome === 'failed') this.#fail('stall');
    else if (outcome === 'silent') this.#fail('no answer');
    else if (outcome === 'done') this.#advance(transfer.result);
  }

  #in(device: UsbDeviceController, port: CdcPort): void {
    this.#lastWasIn = true;
    const { handshake, data, toggle } = device.in(this.#address, port.inEndpoint);
    if (handshake === 'stall' || handshake === 'silent') {
      this.error = `USB: ${handshake} on the data endpoint`;
      this.#polling = false;
      return;
    }
    if (data === undefined) return;
    if (toggle !== this.#inToggle) {
      this.error = 'USB: wrong data toggle from the device, packet dropped';
      return;
    }
    this.#inToggle ^= 1;
    // Its bytes take their time on the wire before anything else can go over it.
    if (data.length > 0) {
      this.#busy = true;
      this.#bus.scheduleAt(
        this.#clock.now + Math.ceil((data.length * 8 * CYCLES_PER_MICROSECOND) / BITS_PER_MICROSECOND),
      );
      this.#onData(data);
    }
  }

  #out(device: UsbDeviceController, port: CdcPort): void {
    this.#lastWasIn = false;
    const chunk = this.#outgoing[0]!;
    const packet = chunk.subarray(this.#sent, this.#sent + port.packet);
    const handshake = device.out(this.#address, port.outEndpoint, this.#outToggle, packet);
    if (handshake !== 'ack') {
      if (handshake !== 'nak') this.error = `USB: ${handshake} on the data endpoint`;
      return;
    }
    this.#outToggle ^= 1;
    this.#sent += packet.length;
    if (this.#sent >= chunk.length) {
      this.#outgoing.shift();
      this.#sent = 0;
    }
  }
}

/** One control transfer: SETUP, perhaps data, status. */
class ControlTransfer {
  readonly #request: ControlRequest;
  #stage: 'setup' | 'in' | 'out' | 'status' = 'setup';
  #toggle = 1;
  #sent = 0;
  #received: number[] = [];

  constructor(request: ControlRequest) {
    this.#request = request;
  }

  get name(): string {
    const { type, request, value } = this.#request;
    return `request 0x${request.toString(16)} (type 0x${type.toString(16)}, value 0x${value.toString(16)})`;
  }

  get result(): Uint8Array {
    return Uint8Array.from(this.#received);
  }

  /** Whether the status stage goes from the device to the host: for everything but reading requests. */
  get #statusIn(): boolean {
    return this.#request.length === undefined;
  }

  ready(device: UsbDeviceController, address: number): boolean {
    if (this.#stage === 'setup') return true;
    const isIn = this.#stage === 'in' || (this.#stage === 'status' && this.#statusIn);
    return device.ready(address, 0, isIn);
  }

  step(device: UsbDeviceController, address: number): 'again' | 'done' | 'failed' | 'silent' {
    const { data, length } = this.#request;
    switch (this.#stage) {
      case 'setup':
        if (device.setup(address, this.#packet()) !== 'ack') return 'silent';
        this.#stage = length !== undefined ? 'in' : data !== undefined ? 'out' : 'status';
        return 'again';
      case 'in': {
        const answer = device.in(address, 0);
        if (answer.handshake !== 'ack') return refusal(answer.handshake);
        if (answer.toggle !== this.#toggle) return 'again'; // a repetition: dropped
        this.#toggle ^= 1;
        this.#received.push(...answer.data!);
        if (answer.data!.length < EP0_PACKET || this.#received.length >= length!) {
          this.#stage = 'status';
          this.#toggle = 1;
        }
        return 'again';
      }
      case 'out': {
        const packet = data!.subarray(this.#sent, this.#sent + EP0_PACKET);
        const handshake = device.out(address, 0, this.#toggle, packet);
        if (handshake !== 'ack') return refusal(handshake);
        this.#toggle ^= 1;
        this.#sent += packet.length;
        if (this.#sent >= data!.length) {
          this.#stage = 'status';
          this.#toggle = 1;
        }
        return 'again';
      }
      default: {
        const handshake = this.#statusIn
          ? device.in(address, 0).handshake
          : device.out(address, 0, 1, new Uint8Array());
        return handshake === 'ack' ? 'done' : refusal(handshake);
      }
    }
  }

  #packet(): Uint8Array {
    const { type, request, value, index, length, data } = this.#request;
    const packet = new Uint8Array(8);
    const view = new DataView(packet.buffer);
    packet[0] = type;
    packet[1] = request;
    view.setUint16(2, value, true);
    view.setUint16(4, index, true);
    view.setUint16(6, length ?? data?.length ?? 0, true);
    return packet;
  }
}

function refusal(handshake: string): 'again' | 'failed' | 'silent' {
  return handshake === 'nak' ? 'again' : handshake === 'stall' ? 'failed' : 'silent';
}

function getDescriptor(kind: number, length: number): ControlRequest {
  return { type: 0x80, request: GET_DESCRIPTOR, value: kind << 8, index: 0, length };
}

/** Finds the CDC serial port among the descriptors of a configuration. Throws UsbError if there is none. */
function parseConfiguration(device: Uint8Array, bytes: Uint8Array): CdcPort {
  let current = -1;
  let control = -1;
  let inEndpoint = 0;
  let outEndpoint = 0;
  let packet = 64;
  for (let at = 0; at + 1 < bytes.length; ) {
    const length = bytes[at]!;
    if (length < 2 || at + length > bytes.length) throw new UsbError('malformed configuration descriptor');
    const kind = bytes[at + 1]!;
    if (kind === DESCRIPTOR_INTERFACE) {
      current = bytes[at + 5]!;
      if (current === CLASS_CDC_CONTROL && control < 0) control = bytes[at + 2]!;
    } else if (kind === DESCRIPTOR_ENDPOINT && current === CLASS_CDC_DATA) {
      const endpoint = bytes[at + 2]!;
      packet = bytes[at + 4]! | (bytes[at + 5]! << 8);
      if (endpoint & 0x80) inEndpoint = endpoint & 15;
      else outEndpoint = endpoint & 15;
    }
    at += length;
  }
  if (control < 0 || inEndpoint === 0 || outEndpoint === 0) throw new UsbError('no CDC serial port found');
  return {
    vendor: device[8]! | (device[9]! << 8),
    product: device[10]! | (device[11]! << 8),
    configuration: bytes[5]!,
    interface: control,
    inEndpoint,
    outEndpoint,
    packet,
  };
}
