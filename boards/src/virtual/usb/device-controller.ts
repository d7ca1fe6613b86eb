// The USB controller of the RP2040 in device mode, at the level of transactions. Source: RP2040 datasheet, 4.1.
//
// rp2040js has one too, but it never answers NAK: an endpoint that waits for data gets an empty packet every 10 µs,
// so that a board would never sleep, and data is taken whether or not the host reads it. This one also checks what
// silicon checks and a first test on hardware would otherwise find: data toggles, enabled endpoints, armed stalls.

import { RegisterBlock } from '../chip/register-block.ts';

const ADDR_ENDP = 0x00;
const MAIN_CTRL = 0x40;
const SOF_RD = 0x48;
const SIE_CTRL = 0x4c;
const SIE_STATUS = 0x50;
const BUFF_STATUS = 0x58;
const BUFF_CPU_SHOULD_HANDLE = 0x5c;
const EP_ABORT = 0x60;
const EP_ABORT_DONE = 0x64;
const EP_STALL_ARM = 0x68;
const NAK_POLL = 0x6c;
const EP_STATUS_STALL_NAK = 0x70;
const USB_MUXING = 0x74;
const USB_PWR = 0x78;
const INTR = 0x8c;
const INTE = 0x90;
const INTF = 0x94;
const INTS = 0x98;

const CONTROLLER_EN = 1 << 0;
const HOST_NDEVICE = 1 << 1;
const SIE_EP0_INT_1BUF = 1 << 29;
const SIE_PULLUP_EN = 1 << 16;
const MUXING_TO_PHY = 1 << 0;

const STATUS_DATA_SEQ_ERROR = 1 << 31;
const STATUS_BUS_RESET = 1 << 19;
const STATUS_TRANS_COMPLETE = 1 << 18;
const STATUS_SETUP_REC = 1 << 17;
const STATUS_CONNECTED = 1 << 16;
const STATUS_RESUME = 1 << 11;
const STATUS_SUSPENDED = 1 << 4;
const STATUS_VBUS_DETECTED = 1 << 0;
const STATUS_WRITE_CLEAR = 0xff1f0810 | STATUS_SETUP_REC;

/** SIE_STATUS bits and the interrupts that they raise. */
const STATUS_INTERRUPTS: readonly (readonly [status: number, interrupt: number])[] = [
  [STATUS_SETUP_REC, 1 << 16],
  [STATUS_RESUME, 1 << 15],
  [STATUS_BUS_RESET, 1 << 12],
  [STATUS_DATA_SEQ_ERROR, 1 << 5],
  [STATUS_TRANS_COMPLETE, 1 << 3],
];
const INT_ABORT_DONE = 1 << 18;
const INT_SOF = 1 << 17;
const INT_SUSPEND = 1 << 14;
const INT_CONNECT = 1 << 13;
const INT_BUFF_STATUS = 1 << 4;

const EP_ENABLE = 0x80000000;
const EP_DOUBLE = 1 << 30;
const EP_INT_EACH = 1 << 29;
const EP_INT_BOTH = 1 << 28;
const EP_BUFFER = 0xffc0;

const BUF_FULL = 1 << 15;
const BUF_LAST = 1 << 14;
const BUF_DATA1 = 1 << 13;
const BUF_RESET = 1 << 12;
const BUF_STALL = 1 << 11;
const BUF_AVAILABLE = 1 << 10;
const BUF_LENGTH = 0x3ff;

const SETUP_PACKET = 0x000;
const EP_CONTROL = 0x000;
const BUFFER_CONTROL = 0x080;
const BUFFER_CONTROL_END = 0x100;
const EP0_BUFFER = 0x100;

/** How the device answered a transaction. */
export type Handshake = 'ack' | 'nak' | 'stall' | 'silent';

export interface InResult {
  readonly handshake: Handshake;
  readonly data?: Uint8Array;
  /** 0 or 1. */
  readonly toggle?: number;
}

/** What a host on the other end of the cable wants to hear. */
export interface UsbListener {
  /** The device connected (true) or disconnected its pull-up. */
  onPullUp(connected: boolean): void;
  /** A buffer became available, or an endpoint stalls: a transaction that got NAK may go on. */
  onBufferChange(): void;
}

export class UsbDeviceController extends RegisterBlock {
  readonly #dpram: Uint8Array;
  readonly #view: DataView;
  readonly #setInterrupt: (level: boolean) => void;
  readonly #frame: () => number;
  readonly #listener: UsbListener;
  #address = 0;
  #mainControl = 0;
  #sieControl = 0;
  #sieStatus = 0;
  #bufferStatus = 0;
  #cpuShouldHandle = 0;
  #abort = 0;
  #stallArm = 0;
  #nakPoll = 0x00100010;
  #stallNak = 0;
  #muxing = 0;
  #power = 0;
  #raw = 0;
  #enabled = 0;
  #forced = 0;
  #pullUp = false;
  /** Which of the two buffers is next, one bit an endpoint and direction. */
  #second = 0;

  /** `dpram`: its 4 KiB; `frame`: number of the current 1 ms frame. */
  constructor(
    dpram: Uint8Array,
    setInterrupt: (level: boolean) => void,
    frame: () => number,
    listener: UsbListener,
  ) {
    super();
    this.#dpram = dpram;
    this.#view = new DataView(dpram.buffer, dpram.byteOffset, dpram.byteLength);
    this.#setInterrupt = setInterrupt;
    this.#frame = frame;
    this.#listener = listener;
  }

  /** Back to the state after a reset of the block; the dual-port RAM keeps its content. */
  reset(): void {
    this.#address = this.#mainControl = this.#sieControl = this.#sieStatus = 0;
    this.#bufferStatus = this.#cpuShouldHandle = this.#abort = this.#stallArm = this.#stallNak = 0;
    this.#muxing = this.#power = this.#raw = this.#enabled = this.#forced = this.#second = 0;
    this.#updatePullUp();
    this.#interrupts();
  }

  get pullUp(): boolean {
    return this.#pullUp;
  }

  // The bus side: what a host does.

  /** Signals a bus reset. */
  busReset(): void {
    this.#sieStatus |= STATUS_BUS_RESET | STATUS_CONNECTED;
    this.#sieStatus &= ~STATUS_SUSPENDED;
    this.#second = 0;
    this.#interrupts();
  }

  /** The cable was pulled, or plugged in again: the bus goes quiet, or comes back. */
  setConnected(connected: boolean): void {
    const before = this.#sieStatus;
    if (connected) this.#sieStatus = (before | STATUS_CONNECTED | STATUS_RESUME) & ~STATUS_SUSPENDED;
    else this.#sieStatus = (before | STATUS_SUSPENDED) & ~STATUS_CONNECTED;
    const changed = before ^ this.#sieStatus;
    if (changed & STATUS_CONNECTED) this.#raw |= INT_CONNECT;
    if (changed & STATUS_SUSPENDED) this.#raw |= INT_SUSPEND;
    this.#interrupts();
  }

  #answers(address: number): boolean {
    return this.#pullUp && (this.#address & 0x7f) === address;
  }

  /** Whether an IN or OUT transaction now would get an answer other than NAK. */
  ready(address: number, endpoint: number, isIn: boolean): boolean {
    if (!this.#answers(address)) return true;
    const control = this.#buffer(endpoint, isIn);
    return (control & (BUF_AVAILABLE | BUF_STALL)) !== 0 || !this.#endpointEnabled(endpoint, isIn);
  }

  /** SETUP transaction. Devices never refuse one. */
  setup(address: number, packet: Uint8Array): Handshake {
    if (!this.#answers(address)) return 'silent';
    this.#dpram.set(packet.subarray(0, 8), SETUP_PACKET);
    this.#stallArm &= ~3;
    this.#sieStatus |= STATUS_SETUP_REC;
    this.#interrupts();
    return 'ack';
  }

  /** IN transaction: the device sends a packet if it has one. */
  in(address: number, endpoint: number): InResult {
    if (!this.#answers(address) || !this.#endpointEnabled(endpoint, true)) return { handshake: 'silent' };
    const control = this.#buffer(endpoint, true);
    if (this.#stalls(endpoint, true, control)) return { handshake: 'stall' };
    if (!(control & BUF_AVAILABLE) || !(control & BUF_FULL)) return { handshake: 'nak' };
    const at = this.#bufferAddress(endpoint, true);
    const data = this.#dpram.slice(at, at + (control & BUF_LENGTH));
    this.#finish(endpoint, true, control & ~(BUF_AVAILABLE | BUF_FULL));
    return { handshake: 'ack', data, toggle: control & BUF_DATA1 ? 1 : 0 };
  }

  /** OUT transaction: the device receives a packet if it has room. */
  out(address: number, endpoint: number, toggle: number, data: Uint8Array): Handshake {
    if (!this.#answers(address) || !this.#endpointEnabled(endpoint, false)) return 'silent';
    const control = this.#buffer(endpoint, false);
    if (this.#stalls(endpoint, false, control)) return 'stall';
    if (!(control & BUF_AVAILABLE)) return 'nak';
    if ((control & BUF_DATA1 ? 1 : 0) !== toggle) {
      // Taken for a repetition of the packet before: acknowledged and dropped.
      this.#sieStatus |= STATUS_DATA_SEQ_ERROR;
      this.#interrupts();
      return 'ack';
    }
    const length = Math.min(data.length, control & BUF_LENGTH);
    this.#dpram.set(data.subarray(0, length), this.#bufferAddress(endpoint, false));
    this.#finish(endpoint, false, (control & ~(BUF_AVAILABLE | BUF_LENGTH)) | BUF_FULL | length);
    return 'ack';
  }

  // Buffers and endpoints in the dual-port RAM.

  #bit(endpoint: number, isIn: boolean): number {
    return 1 << (2 * endpoint + (isIn ? 0 : 1));
  }

  #controlAddress(endpoint: number, isIn: boolean): number {
    return (
      BUFFER_CONTROL + 8 * endpoint + (isIn ? 0 : 4) + (this.#second & this.#bit(endpoint, isIn) ? 2 : 0)
    );
  }

  #buffer(endpoint: number, isIn: boolean): number {
    return this.#view.getUint16(this.#controlAddress(endpoint, isIn), true);
  }

  #endpointControl(endpoint: number, isIn: boolean): number {
    return this.#view.getUint32(EP_CONTROL + 8 * endpoint + (isIn ? 0 : 4), true);
  }

  #endpointEnabled(endpoint: number, isIn: boolean): boolean {
    return endpoint === 0 || (this.#endpointControl(endpoint, isIn) & EP_ENABLE) !== 0;
  }

  #stalls(endpoint: number, isIn: boolean, control: number): boolean {
    if (!(control & BUF_STALL)) return false;
    return endpoint !== 0 || (this.#stallArm & (isIn ? 1 : 2)) !== 0;
  }

  #bufferAddress(endpoint: number, isIn: boolean): number {
    if (endpoint === 0) return EP0_BUFFER;
    const second = this.#second & this.#bit(endpoint, isIn) ? 64 : 0;
    return ((this.#endpointControl(endpoint, isIn) & EP_BUFFER) + second) & 0xfff;
  }

  #finish(endpoint: number, isIn: boolean, control: number): void {
    const bit = this.#bit(endpoint, isIn);
    this.#view.setUint16(this.#controlAddress(endpoint, isIn), control, true);
    const settings =
      endpoint === 0
        ? this.#sieControl & SIE_EP0_INT_1BUF
          ? EP_INT_EACH
          : 0
        : this.#endpointControl(endpoint, isIn);
    const wasSecond = (this.#second & bit) !== 0;
    if (settings & EP_INT_EACH || (settings & EP_INT_BOTH && wasSecond)) {
      this.#bufferStatus |= bit;
      this.#cpuShouldHandle = wasSecond ? this.#cpuShouldHandle | bit : this.#cpuShouldHandle & ~bit;
    }
    if (endpoint !== 0 && settings & EP_DOUBLE) this.#second ^= bit;
    if (control & BUF_LAST) this.#sieStatus |= STATUS_TRANS_COMPLETE;
    this.#interrupts();
  }

  /** The program wrote the word of dual-port RAM at `offset`. */
  dpramWritten(offset: number): void {
    if (offset < BUFFER_CONTROL || offset >= BUFFER_CONTROL_END) return;
    const word = this.#view.getUint32(offset, true);
    if (word & BUF_RESET) {
      this.#second &= ~(1 << ((offset - BUFFER_CONTROL) >> 2));
      this.#view.setUint32(offset, word & ~BUF_RESET, true);
    }
    const flags = BUF_AVAILABLE | BUF_STALL;
    if (word & (flags | (flags << 16))) this.#listener.onBufferChange();
  }

  // The program's side: registers.

  #updatePullUp(): void {
    const pullUp =
      (this.#mainControl & (CONTROLLER_EN | HOST_NDEVICE)) === CONTROLLER_EN &&
      (this.#sieControl & SIE_PULLUP_EN) !== 0 &&
      (this.#muxing & MUXING_TO_PHY) !== 0;
    if (pullUp === this.#pullUp) return;
    this.#pullUp = pullUp;
    this.#listener.onPullUp(pullUp);
  }

  get #allRaw(): number {
    let raw = this.#raw;
    for (const [status, interrupt] of STATUS_INTERRUPTS) if (this.#sieStatus & status) raw |= interrupt;
    if (this.#bufferStatus !== 0) raw |= INT_BUFF_STATUS;
    if (this.#abort !== 0) raw |= INT_ABORT_DONE;
    return raw;
  }

  #interrupts(): void {
    this.#setInterrupt(((this.#allRaw & this.#enabled) | this.#forced) !== 0);
  }

  readUint32(offset: number): number {
    switch (offset) {
      case ADDR_ENDP:
        return this.#address;
      case MAIN_CTRL:
        return this.#mainControl;
      case SOF_RD:
        this.#raw &= ~INT_SOF;
        return this.#frame() & 0x7ff;
      case SIE_CTRL:
        return this.#sieControl;
      case SIE_STATUS: {
        const override = this.#power & (1 << 3);
        const vbus = override ? this.#power & (1 << 2) : this.#sieStatus & STATUS_CONNECTED;
        return this.#sieStatus | (vbus ? STATUS_VBUS_DETECTED : 0);
      }
      case BUFF_STATUS:
        return this.#bufferStatus;
      case BUFF_CPU_SHOULD_HANDLE:
        return this.#cpuShouldHandle;
      case EP_ABORT:
      case EP_ABORT_DONE:
        return this.#abort;
      case EP_STALL_ARM:
        return this.#stallArm;
      case NAK_POLL:
        return this.#nakPoll;
      case EP_STATUS_STALL_NAK:
        return this.#stallNak;
      case USB_MUXING:
        return this.#muxing;
      case USB_PWR:
        return this.#power;
      case INTR:
        return this.#allRaw;
      case INTE:
        return this.#enabled;
      case INTF:
        return this.#forced;
      case INTS:
        return (this.#allRaw & this.#enabled) | this.#forced;
      default:
        return 0;
    }
  }

  protected write(offset: number, value: number, raw: number): void {
    switch (offset) {
      case ADDR_ENDP:
        this.#address = value & 0x7f;
        break;
      case MAIN_CTRL:
        this.#mainControl = value;
        this.#updatePullUp();
        break;
      case SIE_CTRL:
        this.#sieControl = value;
        this.#updatePullUp();
        break;
      case SIE_STATUS:
        this.#sieStatus &= ~(raw & STATUS_WRITE_CLEAR);
        this.#interrupts();
        break;
      case BUFF_STATUS:
        this.#bufferStatus &= ~raw;
        this.#interrupts();
        break;
      case EP_ABORT:
        this.#abort = value;
        this.#interrupts();
        break;
      case EP_ABORT_DONE:
        this.#abort &= ~raw;
        this.#interrupts();
        break;
      case EP_STALL_ARM:
        this.#stallArm = value & 3;
        if (this.#stallArm !== 0) this.#listener.onBufferChange();
        break;
      case NAK_POLL:
        this.#nakPoll = value;
        break;
      case EP_STATUS_STALL_NAK:
        this.#stallNak &= ~raw;
        break;
      case USB_MUXING:
        this.#muxing = value;
        this.#updatePullUp();
        break;
      case USB_PWR:
        this.#power = value;
        break;
      case INTE:
        this.#enabled = value & 0xfffff;
        this.#interrupts();
        break;
      case INTF:
        this.#forced = value & 0xfffff;
        this.#interrupts();
        break;
    }
  }
}
