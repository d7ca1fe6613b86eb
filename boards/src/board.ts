// What Gnomon knows of a kind of board. One folder a board fills in one of these; nothing here does anything.

/** A range of addresses. */
export interface MemoryRange {
  readonly address: number;
  /** In bytes. */
  readonly size: number;
}

export interface BoardPin {
  /** Number by which programs name the pin (the GPIO number). */
  readonly gpio: number;
  /** Name in the chip's documentation, e.g. `GP25`. */
  readonly name: string;
  /** Number of the pin on the board's header, if it is led out. */
  readonly header?: number;
  /** What the board connects to it, e.g. `LED`. */
  readonly role?: string;
  /** Analog input channel, if the pin has one. */
  readonly analog?: number;
}

/** A pin of the header that is no GPIO. */
export interface SupplyPin {
  /** Number of the pin on the board's header. */
  readonly header: number;
  /** Name in the board's documentation, e.g. `GND`. */
  readonly name: string;
  readonly kind: 'ground' | 'power' | 'control';
}

/** How the firmware gets onto the board. */
export interface Uf2Flashing {
  readonly method: 'uf2';
  /** UF2 family id of the chip. */
  readonly family: number;
  /** `Board-ID` in the boot drive's INFO_UF2.TXT. */
  readonly driveBoardId: string;
  /** Opening the serial port at 1200 baud and closing it restarts running firmware into the boot drive. */
  readonly touch1200: boolean;
  /** What a person does when the firmware does not answer. */
  readonly manual: string;
}

export interface UsbIds {
  readonly vendor: number;
  readonly product: number;
}

export interface BoardDescription {
  /** Short stable name, as in `--board pico`. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  readonly chip: string;
  readonly cpu: {
    readonly name: string;
    readonly architecture: 'armv6-m' | 'armv7e-m' | 'armv8-m.main' | 'rv32imc';
    /** As configured by the firmware, in Hz. */
    readonly clock: number;
  };
  readonly memory: { readonly flash: MemoryRange; readonly ram: MemoryRange };
  readonly pins: readonly BoardPin[];
  /** With the pins that are led out, these are all pins of the header. */
  readonly supplies: readonly SupplyPin[];
  /** GPIO number of the on-board LED, if there is one. */
  readonly led?: number;
  readonly flashing: Uf2Flashing;
  /** How the running firmware and the boot loader present themselves on USB. */
  readonly usb: { readonly firmware: UsbIds; readonly bootloader: UsbIds };
}
