// A firmware for tests that is a USB serial port and echoes what it gets, in as little C as that takes. It notes the
// baud rate and the line state that the host sets.

import { buildFirmware, type TestFirmware } from './firmware.ts';

const SOURCE = `
#define DPRAM 0x50100000
#define USB(o) REG(0x50110000 + (o))
#define IN(e) REG(DPRAM + 0x80 + 8 * (e))
#define OUT(e) REG(DPRAM + 0x84 + 8 * (e))
enum { FULL = 1 << 15, DATA1 = 1 << 13, STALL = 1 << 11, AVAILABLE = 1 << 10 };
u32 baud, line, configured, echoed;
static u32 address, left, pid0, in_pid, out_pid, coding;
static const u8 *from;
static const u8 device[] = { 18, 1, 0, 2, 2, 0, 0, 64, 0x34, 0x12, 0x78, 0x56, 0, 1, 0, 0, 0, 1 };
static const u8 config[] = {
  9, 2, 52, 0, 2, 1, 0, 0x80, 50,
  9, 4, 0, 0, 1, 2, 2, 0, 0, 4, 0x24, 2, 2, 7, 5, 0x81, 3, 8, 0, 16,
  9, 4, 1, 0, 2, 10, 0, 0, 0, 7, 5, 0x02, 2, 64, 0, 0, 7, 5, 0x82, 2, 64, 0, 0,
};
static void arm(volatile u32 *control, u32 value) { *control = value; *control = value | AVAILABLE; }
static void send0(void) {
  u32 n = left < 64 ? left : 64;
  for (u32 i = 0; i < n; i++) *(volatile u8 *)(DPRAM + 0x100 + i) = *from++;
  left -= n;
  arm(&IN(0), n | FULL | pid0); pid0 ^= DATA1;
}
static void answer(const u8 *data, u32 size, u32 asked) { from = data; left = size < asked ? size : asked; send0(); }
static void receive(void) { arm(&OUT(2), 64 | out_pid); out_pid ^= DATA1; }
static void setup(void) {
  u32 low = REG(DPRAM), high = REG(DPRAM + 4), request = low >> 8 & 0xff, value = low >> 16, asked = high >> 16;
  pid0 = DATA1; coding = 0; left = 0;
  if (request == 6 && value >> 8 == 1) answer(device, sizeof device, asked);
  else if (request == 6 && value >> 8 == 2) answer(config, config[2], asked);
  else if (request == 0x20) { coding = 1; arm(&OUT(0), 64 | DATA1); return; }
  else if (request == 5 || request == 9 || request == 0x22) {
    if (request == 5) address = value;
    if (request == 0x22) line = value;
    if (request == 9) {
      in_pid = out_pid = 0; configured++;
      REG(DPRAM + 8 * 2) = 1u << 31 | 1 << 29 | 2 << 26 | 0x180;
      REG(DPRAM + 8 * 2 + 4) = 1u << 31 | 1 << 29 | 2 << 26 | 0x1c0;
      receive();
    }
    send0();
    return;
  } else { USB(0x68) = 3; IN(0) = STALL; OUT(0) = STALL; return; }
  arm(&OUT(0), 0 | DATA1); /* the status stage that will follow */
}
static void usb(void) {
  u32 status = USB(0x98);
  if (status & 1 << 12) { USB(0x50) = 1 << 19; USB(0) = 0; address = 0; }
  if (status & 1 << 4) {
    u32 done = USB(0x58); USB(0x58) = done;
    if (done & 1) { if (address) { USB(0) = address; address = 0; } if (left) send0(); }
    if (done & 2 && coding) {
      u8 *p = (u8 *)(DPRAM + 0x100); baud = p[0] | p[1] << 8 | p[2] << 16; coding = 0; send0();
    }
    if (done & 1 << 5) {
      u32 n = OUT(2) & 0x3ff;
      for (u32 i = 0; i < n; i++) *(volatile u8 *)(DPRAM + 0x180 + i) = *(volatile u8 *)(DPRAM + 0x1c0 + i);
      echoed += n;
      arm(&IN(2), n | FULL | in_pid); in_pid ^= DATA1;
    }
    if (done & 1 << 4) receive(); /* one packet at a time: the host must be paced by NAK */
  }
  if (status & 1 << 16) { USB(0x50) = 1 << 17; setup(); }
}
VECTORS(IRQ(5) = usb)
void main(void) {
  CLEAR(0x4000c000) = 1 << 24;
  for (u32 i = 0; i < 0x180; i += 4) REG(DPRAM + i) = 0;
  USB(0x74) = 9; USB(0x78) = 12; USB(0x40) = 1; USB(0x4c) = 1 << 29; USB(0x90) = 1 << 4 | 1 << 12 | 1 << 16;
  REG(0xe000e100) = 1 << 5; SET(0x5011004c) = 1 << 16;
}
`;

export function buildCdcEcho(): TestFirmware {
  return buildFirmware(SOURCE);
}
