// The USB serial port of the RP2040.
#ifndef GN_USB_H
#define GN_USB_H

#include <stdint.h>

enum { USB_NOTIFY_ENDPOINT = 1, USB_DATA_ENDPOINT = 2, USB_PACKET = 64 };
enum { USB_STRING_MANUFACTURER = 1, USB_STRING_PRODUCT = 2, USB_STRINGS = 3 };
enum { USB_CONFIGURATION_SIZE = 75 };

extern const uint8_t gn_usb_device_descriptor[18];
extern const uint8_t gn_usb_configuration_descriptor[USB_CONFIGURATION_SIZE];
/** String descriptors, as they go over the wire. */
extern const uint16_t *const gn_usb_strings[USB_STRINGS];

/** Resets the controller and connects to the bus. */
void gn_usb_start(void);

/** Sends what the channel has for this link, if the endpoint is free. With interrupts masked. */
void gn_usb_pump(void);

/** The controller's interrupt. */
void gn_usb_interrupt(void);

/** Puts a packet's buffer at the controller's disposal; `control` is the offset of its buffer control. */
void gn_usb_arm(uint32_t control, uint32_t value);

// usb_control.c: requests on endpoint 0.
void gn_usb_control_reset(void);
void gn_usb_control_setup(void);
void gn_usb_control_in_done(void);
void gn_usb_control_out_done(void);

// usb.c, called by usb_control.c.
/** (Re)starts the data endpoints, as SET_CONFIGURATION demands; 0 stops them. */
void gn_usb_configure(uint32_t configuration);
/** Starts an endpoint's data toggle anew, as CLEAR_FEATURE(ENDPOINT_HALT) demands. */
void gn_usb_clear_halt(uint32_t address);

#endif
