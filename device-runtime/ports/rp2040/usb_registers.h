// USB device controller of the RP2040 (datasheet 4.1): registers and layout of its dual-port RAM.
#ifndef GN_USB_REGISTERS_H
#define GN_USB_REGISTERS_H

#include "rp2040.h"

// 4.1.3.1: the dual-port RAM holds the set-up packet, the endpoints' controls and their buffers.
#define USB_DPRAM 0x50100000u
enum { USB_SETUP_PACKET = 0x0 };
#define USB_EP_CONTROL_IN(n) (8 * (n))
#define USB_EP_CONTROL_OUT(n) (8 * (n) + 4)
#define USB_BUFFER_CONTROL_IN(n) (0x80 + 8 * (n))
#define USB_BUFFER_CONTROL_OUT(n) (0x84 + 8 * (n))

enum {
  USB_EP0_BUFFER = 0x100,
  USB_NOTIFY_BUFFER = 0x180,
  USB_OUT_BUFFER = 0x1c0,
  USB_IN_BUFFER = 0x200,
};

// Endpoint control, 4.1.2.4.
#define USB_EP_ENABLE (1u << 31)
enum { USB_EP_INTERRUPT = 1 << 29, USB_EP_BULK = 2 << 26, USB_EP_INTERRUPT_TYPE = 3 << 26 };

// Buffer control, 4.1.2.5.
enum {
  USB_BUFFER_FULL = 1 << 15,
  USB_BUFFER_DATA1 = 1 << 13,
  USB_BUFFER_STALL = 1 << 11,
  USB_BUFFER_AVAILABLE = 1 << 10,
  USB_BUFFER_LENGTH = 0x3ff,
};

// 4.1.4: registers.
#define USB_BASE 0x50110000u
enum {
  USB_ADDR_ENDP = 0x00,
  USB_MAIN_CTRL = 0x40,
  USB_SIE_CTRL = 0x4c,
  USB_SIE_STATUS = 0x50,
  USB_BUFF_STATUS = 0x58,
  USB_EP_STALL_ARM = 0x68,
  USB_MUXING = 0x74,
  USB_PWR = 0x78,
  USB_INTE = 0x90,
  USB_INTS = 0x98,
};

enum { USB_CONTROLLER_EN = 1 << 0 };
enum { USB_SIE_PULLUP_EN = 1 << 16, USB_SIE_EP0_INT_1BUF = 1 << 29 };
enum { USB_SIE_BUS_RESET = 1 << 19, USB_SIE_SETUP_REC = 1 << 17 };
enum { USB_MUXING_TO_PHY = 1 << 0, USB_MUXING_SOFTCON = 1 << 3 };
enum { USB_POWER_VBUS_DETECT = 1 << 2, USB_POWER_VBUS_OVERRIDE = 1 << 3 };
enum { USB_INT_BUFF_STATUS = 1 << 4, USB_INT_BUS_RESET = 1 << 12, USB_INT_SETUP = 1 << 16 };

#endif
