// USB device controller: bus events and the two data endpoints of the serial port. RP2040 datasheet 4.1.2.
#include "../../core/channel.h"
#include "rp2040_port.h"
#include "usb.h"
#include "usb_registers.h"

static struct {
  uint8_t configured;
  uint8_t sending;      // a packet waits for the host to fetch it
  uint16_t in_toggle;   // of the next packet to the host: 0 or USB_BUFFER_DATA1
  uint16_t out_toggle;  // of the next packet from the host
} usb;

void gn_usb_arm(uint32_t control, uint32_t value) {
  uint32_t dpram = gn_block(USB_DPRAM);
  GN_REG(dpram + control) = value;
  // The controller's clock is slower: AVAILABLE must come at least three of its cycles (8 of ours) after the
  // rest (4.1.2.5.1).
  __asm__ volatile("b 1f\n1: b 1f\n1: b 1f\n1: b 1f\n1: b 1f\n1: b 1f\n1:" ::: "memory");
  GN_REG(dpram + control) = value | USB_BUFFER_AVAILABLE;
}

static void arm_out(void) {
  gn_usb_arm(USB_BUFFER_CONTROL_OUT(USB_DATA_ENDPOINT), USB_PACKET | usb.out_toggle);
  usb.out_toggle ^= USB_BUFFER_DATA1;
}

static void reset_out(void) {
  usb.out_toggle = 0;
  GN_REG(USB_DPRAM + USB_BUFFER_CONTROL_OUT(USB_DATA_ENDPOINT)) = 0;
  if (usb.configured) arm_out();
}

static void reset_in(void) {
  usb.in_toggle = 0;
  usb.sending = 0;
  GN_REG(USB_DPRAM + USB_BUFFER_CONTROL_IN(USB_DATA_ENDPOINT)) = 0;
}

void gn_usb_configure(uint32_t configuration) {
  uint32_t dpram = gn_block(USB_DPRAM);
  uint32_t on = configuration ? USB_EP_ENABLE | USB_EP_INTERRUPT : 0;
  GN_REG(dpram + USB_EP_CONTROL_IN(USB_NOTIFY_ENDPOINT)) = on | USB_EP_INTERRUPT_TYPE | USB_NOTIFY_BUFFER;
  GN_REG(dpram + USB_EP_CONTROL_OUT(USB_DATA_ENDPOINT)) = on | USB_EP_BULK | USB_OUT_BUFFER;
  GN_REG(dpram + USB_EP_CONTROL_IN(USB_DATA_ENDPOINT)) = on | USB_EP_BULK | USB_IN_BUFFER;
  usb.configured = configuration != 0;
  reset_in();
  reset_out();
  if (!usb.configured) gn_channel_detach(GN_LINK_USB);
}

void gn_usb_clear_halt(uint32_t address) {
  if (address == (0x80 | USB_DATA_ENDPOINT)) reset_in();
  if (address == USB_DATA_ENDPOINT) reset_out();
}

/** Copies a packet between our memory and the dual-port RAM, in whole words. */
static void copy_packet(volatile uint32_t *to, const volatile uint32_t *from, uint32_t length) {
  for (uint32_t i = 0; i < length; i += 4) *to++ = *from++;
}

void gn_usb_pump(void) {
  if (!usb.configured || usb.sending) return;
  uint32_t packet[USB_PACKET / 4];
  uint32_t length = gn_channel_transmit(GN_LINK_USB, (uint8_t *)packet, USB_PACKET);
  if (length == 0) return;
  copy_packet(&GN_REG(USB_DPRAM + USB_IN_BUFFER), packet, length);
  usb.sending = 1;
  gn_usb_arm(USB_BUFFER_CONTROL_IN(USB_DATA_ENDPOINT), length | USB_BUFFER_FULL | usb.in_toggle);
  usb.in_toggle ^= USB_BUFFER_DATA1;
}

static void out_done(void) {
  uint32_t dpram = gn_block(USB_DPRAM);
  uint32_t length = GN_REG(dpram + USB_BUFFER_CONTROL_OUT(USB_DATA_ENDPOINT)) & USB_BUFFER_LENGTH;
  uint32_t packet[USB_PACKET / 4];
  copy_packet(packet, &GN_REG(dpram + USB_OUT_BUFFER), length);
  arm_out();
  gn_channel_receive(GN_LINK_USB, (const uint8_t *)packet, length);
}

static void bus_reset(void) {
  gn_usb_control_reset();
  gn_usb_configure(0);
}

static void buffers_done(void) {
  uint32_t controller = gn_block(USB_BASE);
  uint32_t done = GN_REG(controller + USB_BUFF_STATUS);
  GN_REG(controller + USB_BUFF_STATUS) = done;
  if (done & 1 << 0) gn_usb_control_in_done();
  if (done & 1 << 1) gn_usb_control_out_done();
  if (done & 1 << (2 * USB_DATA_ENDPOINT)) usb.sending = 0;
  if (done & 1 << (2 * USB_DATA_ENDPOINT + 1)) out_done();
}

void gn_usb_interrupt(void) {
  uint32_t status = GN_REG(USB_BASE + USB_INTS);
  if (status & USB_INT_BUS_RESET) {
    bus_reset();
    GN_REG(USB_BASE + USB_SIE_STATUS) = USB_SIE_BUS_RESET;
  }
  // The end of the transfer before comes before the set-up packet that follows it.
  if (status & USB_INT_BUFF_STATUS) buffers_done();
  if (status & USB_INT_SETUP) {
    GN_REG(USB_BASE + USB_SIE_STATUS) = USB_SIE_SETUP_REC;
    gn_usb_control_setup();
  }
  gn_usb_pump();
}

void gn_usb_start(void) {
  gn_reset_blocks(RESET_USBCTRL);
  uint32_t dpram = gn_block(USB_DPRAM);
  for (uint32_t offset = 0; offset < USB_EP0_BUFFER; offset += 4) GN_REG(dpram + offset) = 0;
  uint32_t controller = gn_block(USB_BASE);
  GN_REG(controller + USB_MUXING) = USB_MUXING_TO_PHY | USB_MUXING_SOFTCON;
  GN_REG(controller + USB_PWR) = USB_POWER_VBUS_DETECT | USB_POWER_VBUS_OVERRIDE;
  GN_REG(controller + USB_MAIN_CTRL) = USB_CONTROLLER_EN;
  GN_REG(USB_BASE + USB_INTE) = USB_INT_BUFF_STATUS | USB_INT_BUS_RESET | USB_INT_SETUP;
  GN_REG(controller + USB_SIE_CTRL) = USB_SIE_EP0_INT_1BUF | USB_SIE_PULLUP_EN;
}
