// Control transfers on endpoint 0: USB's standard requests and those of a CDC-ACM serial port.
// USB 2.0, 8.5.3 (stages) and 9.4 (requests); PSTN 1.2, 6.3 (line coding and state).
#include "../../core/channel.h"
#include "../../core/runtime.h"
#include "rp2040_port.h"
#include "usb.h"
#include "usb_registers.h"

enum {
  GET_STATUS = 0,
  CLEAR_FEATURE = 1,
  SET_FEATURE = 3,
  SET_ADDRESS = 5,
  GET_DESCRIPTOR = 6,
  GET_CONFIGURATION = 8,
  SET_CONFIGURATION = 9,
  GET_INTERFACE = 10,
  SET_INTERFACE = 11,
  SET_LINE_CODING = 0x20,
  GET_LINE_CODING = 0x21,
  SET_CONTROL_LINE_STATE = 0x22,
  SEND_BREAK = 0x23,
};
enum { DEVICE = 1, CONFIGURATION = 2, STRING = 3 };
enum { LINE_STATE_DTR = 1, LINE_CODING_SIZE = 7 };
enum { TOUCH_BAUD = 1200 };

static struct {
  const uint8_t *data;      // what is left to send in the data stage
  uint16_t left;
  uint16_t toggle;          // of the next packet: 0 or USB_BUFFER_DATA1
  uint8_t sending;          // the data stage goes to the host: its status stage is a packet from the host
  uint8_t short_packet;     // the data stage has still to end with a packet of less than 64 bytes
  uint8_t address;          // takes effect after the status stage
  uint8_t line_coding_due;  // the data stage from the host is a line coding
  uint32_t configuration;
  uint32_t line_coding[2];  // 7 bytes, of which the first four are the baud rate
} control;

static const uint8_t zeros[2];

static void send_packet(void) {
  uint32_t length = control.left < 64 ? control.left : 64;
  uint8_t *to = (uint8_t *)(USB_DPRAM + USB_EP0_BUFFER);
  for (uint32_t i = 0; i < length; i++) *to++ = *control.data++;
  control.left -= length;
  if (length < 64) control.short_packet = 0;
  gn_usb_arm(USB_BUFFER_CONTROL_IN(0), length | USB_BUFFER_FULL | control.toggle);
  control.toggle ^= USB_BUFFER_DATA1;
}

/** Sends at most as much as the host asked for; a shorter answer ends with a packet that is not full. */
static void answer(const void *data, uint32_t length, uint32_t asked) {
  control.short_packet = length < asked;
  control.data = data;
  control.left = (uint16_t)(length < asked ? length : asked);
  control.sending = 1;
  send_packet();
}

/** The status stage of a request without data, or with data from the host: an empty packet. */
static void acknowledge(void) {
  control.left = 0;
  control.short_packet = 0;
  send_packet();
}

static void receive(uint32_t length) {
  gn_usb_arm(USB_BUFFER_CONTROL_OUT(0), length | USB_BUFFER_DATA1);
}

static void refuse(void) {
  uint32_t dpram = gn_block(USB_DPRAM);
  GN_REG(USB_BASE + USB_EP_STALL_ARM) = 3;  // both directions of endpoint 0
  GN_REG(dpram + USB_BUFFER_CONTROL_IN(0)) = USB_BUFFER_STALL;
  GN_REG(dpram + USB_BUFFER_CONTROL_OUT(0)) = USB_BUFFER_STALL;
}

static void get_descriptor(uint32_t value, uint32_t asked) {
  uint32_t index = value & 0xff;
  switch (value >> 8) {
    case DEVICE:
      return answer(gn_usb_device_descriptor, sizeof gn_usb_device_descriptor, asked);
    case CONFIGURATION:
      return answer(gn_usb_configuration_descriptor, sizeof gn_usb_configuration_descriptor, asked);
    case STRING:
      if (index < USB_STRINGS) return answer(gn_usb_strings[index], *gn_usb_strings[index] & 0xff, asked);
  }
  refuse();
}

static void standard_request(uint32_t request, uint32_t value, uint32_t index, uint32_t length) {
  switch (request) {
    case GET_STATUS:
      return answer(zeros, 2, length);
    case CLEAR_FEATURE:
      gn_usb_clear_halt(index);
      return acknowledge();
    case SET_FEATURE:
    case SET_INTERFACE:
      return acknowledge();
    case SET_ADDRESS:
      control.address = value & 0x7f;
      return acknowledge();
    case GET_DESCRIPTOR:
      return get_descriptor(value, length);
    case GET_CONFIGURATION:
      return answer(&control.configuration, 1, length);
    case SET_CONFIGURATION:
      control.configuration = value;
      gn_usb_configure(value);
      return acknowledge();
    case GET_INTERFACE:
      return answer(zeros, 1, length);
    default:
      return refuse();
  }
}

static void class_request(uint32_t request, uint32_t value, uint32_t length) {
  switch (request) {
    case SET_LINE_CODING:
      control.line_coding_due = 1;
      return receive(length < 64 ? length : 64);
    case GET_LINE_CODING:
      return answer(control.line_coding, LINE_CODING_SIZE, length);
    case SET_CONTROL_LINE_STATE:
      // DTR goes when a program closes the port.
      if (!(value & LINE_STATE_DTR)) gn_channel_detach(GN_LINK_USB);
      return acknowledge();
    case SEND_BREAK:
      return acknowledge();
    default:
      return refuse();
  }
}

void gn_usb_control_reset(void) {
  control.left = 0;
  control.address = 0;
  control.configuration = 0;
  control.line_coding_due = 0;
  GN_REG(USB_BASE + USB_ADDR_ENDP) = 0;
}

void gn_usb_control_setup(void) {
  uint32_t dpram = gn_block(USB_DPRAM);
  uint32_t low = GN_REG(dpram + USB_SETUP_PACKET);
  uint32_t high = GN_REG(dpram + USB_SETUP_PACKET + 4);
  uint32_t type = low >> 5 & 3;  // bits 5, 6 of bmRequestType
  uint32_t request = low >> 8 & 0xff;
  // Whatever transfer was under way is over.
  GN_REG(dpram + USB_BUFFER_CONTROL_IN(0)) = 0;
  GN_REG(dpram + USB_BUFFER_CONTROL_OUT(0)) = 0;
  control.left = 0;
  control.sending = 0;
  control.short_packet = 0;
  control.line_coding_due = 0;
  control.address = 0;
  control.toggle = USB_BUFFER_DATA1;
  if (type == 0) {
    standard_request(request, low >> 16, high & 0xffff, high >> 16);
  } else if (type == 1) {
    class_request(request, low >> 16, high >> 16);
  } else {
    refuse();
  }
}

void gn_usb_control_in_done(void) {
  if (control.address) {
    GN_REG(USB_BASE + USB_ADDR_ENDP) = control.address;
    control.address = 0;
  }
  if (control.left || control.short_packet) {
    send_packet();
  } else if (control.sending) {
    control.sending = 0;
    receive(0);  // the status stage
  }
}

void gn_usb_control_out_done(void) {
  if (!control.line_coding_due) return;
  control.line_coding_due = 0;
  uint32_t dpram = gn_block(USB_DPRAM);
  uint32_t baud = GN_REG(dpram + USB_EP0_BUFFER);
  control.line_coding[0] = baud;
  control.line_coding[1] = GN_REG(dpram + USB_EP0_BUFFER + 4);
  acknowledge();
  // The customary way to ask a board for its boot loader: "open" its port at 1200 baud.
  if (baud == TOUCH_BAUD) gn_request_restart(GN_RESTART_BOOTLOADER);
}
