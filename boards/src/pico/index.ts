// The Raspberry Pi Pico (RP2040). Sources: Raspberry Pi Pico datasheet, RP2040 datasheet (2.8.1, boot sequence).

import type { BoardDescription, BoardPin, SupplyPin } from '../board.ts';

export type { BoardDescription, BoardPin, SupplyPin } from '../board.ts';
export { BOOT2_SIZE, boot2Checksum } from './boot2.ts';

/** Header pin of each GPIO that is led out. GP23 to GP25 and GP29 stay on the board. */
const HEADER: Readonly<Record<number, number>> = {
  0: 1,
  1: 2,
  2: 4,
  3: 5,
  4: 6,
  5: 7,
  6: 9,
  7: 10,
  8: 11,
  9: 12,
  10: 14,
  11: 15,
  12: 16,
  13: 17,
  14: 19,
  15: 20,
  16: 21,
  17: 22,
  18: 24,
  19: 25,
  20: 26,
  21: 27,
  22: 29,
  26: 31,
  27: 32,
  28: 34,
};

const ROLE: Readonly<Record<number, string>> = {
  23: 'power supply mode',
  24: 'VBUS sense',
  25: 'LED',
  29: 'VSYS / 3 measurement',
};

const FIRST_ANALOG = 26;
const PIN_COUNT = 30;

const pins: BoardPin[] = Array.from({ length: PIN_COUNT }, (_, gpio) => {
  const header = HEADER[gpio];
  const role = ROLE[gpio];
  return {
    gpio,
    name: `GP${gpio}`,
    ...(header === undefined ? {} : { header }),
    ...(role === undefined ? {} : { role }),
    ...(gpio < FIRST_ANALOG ? {} : { analog: gpio - FIRST_ANALOG }),
  };
});

const GROUNDS = [3, 8, 13, 18, 23, 28, 33, 38];

/** Raspberry Pi Pico datasheet, 2.1 (pinout). */
const supplies: SupplyPin[] = [
  ...GROUNDS.map((header) => ({ header, name: header === 33 ? 'AGND' : 'GND', kind: 'ground' }) as const),
  { header: 30, name: 'RUN', kind: 'control' },
  { header: 35, name: 'ADC_VREF', kind: 'power' },
  { header: 36, name: '3V3', kind: 'power' },
  { header: 37, name: '3V3_EN', kind: 'control' },
  { header: 39, name: 'VSYS', kind: 'power' },
  { header: 40, name: 'VBUS', kind: 'power' },
];

export const pico: BoardDescription = {
  id: 'pico',
  name: 'Raspberry Pi Pico',
  chip: 'RP2040',
  cpu: { name: 'Cortex-M0+', architecture: 'armv6-m', clock: 125_000_000 },
  memory: {
    flash: { address: 0x10000000, size: 2 * 1024 * 1024 },
    ram: { address: 0x20000000, size: 264 * 1024 },
  },
  pins,
  supplies,
  led: 25,
  flashing: {
    method: 'uf2',
    family: 0xe48bff56,
    driveBoardId: 'RPI-RP2',
    touch1200: true,
    manual: 'Hold the BOOTSEL button while plugging the board in.',
  },
  // Raspberry Pi's ids for CDC serial of an RP2040 and for its boot ROM.
  usb: { firmware: { vendor: 0x2e8a, product: 0x000a }, bootloader: { vendor: 0x2e8a, product: 0x0003 } },
};
