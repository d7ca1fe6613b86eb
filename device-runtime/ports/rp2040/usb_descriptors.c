// What the board tells a USB host about itself: one CDC-ACM function (a serial port). USB 2.0 chapter 9,
// CDC 1.2 chapter 5, PSTN 1.2 chapter 5.3.
#include "usb.h"

// Raspberry Pi allows its vendor id with this product id for devices that need no driver but the CDC class;
// who the device is, is in its strings.
enum { VENDOR = 0x2e8a, PRODUCT = 0x000a, RELEASE = 0x0100 };

#define WORD(value) (value) & 0xff, (value) >> 8

const uint8_t gn_usb_device_descriptor[18] = {
    18, 1, WORD(0x0200),
    0xef, 2, 1,  // class: described by interface associations
    64,          // packet size of endpoint 0
    WORD(VENDOR), WORD(PRODUCT), WORD(RELEASE),
    USB_STRING_MANUFACTURER, USB_STRING_PRODUCT, 0, 1,
};

const uint8_t gn_usb_configuration_descriptor[USB_CONFIGURATION_SIZE] = {
    9, 2, WORD(USB_CONFIGURATION_SIZE), 2, 1, 0, 0x80, 250 / 2,  // two interfaces, bus powered, 250 mA
    8, 11, 0, 2, 2, 2, 0, 0,                                     // association of the two: CDC ACM
    9, 4, 0, 0, 1, 2, 2, 0, 0,                                   // interface 0: control
    5, 0x24, 0, WORD(0x0120),                                    // CDC 1.2
    5, 0x24, 1, 0, 1,                                            // call management: none
    4, 0x24, 2, 2,                                               // ACM: line coding and line state
    5, 0x24, 6, 0, 1,                                            // union of interfaces 0 and 1
    7, 5, 0x80 | USB_NOTIFY_ENDPOINT, 3, WORD(8), 16,            // notifications (none are sent)
    9, 4, 1, 0, 2, 10, 0, 0, 0,                                  // interface 1: data
    7, 5, USB_DATA_ENDPOINT, 2, WORD(64), 0,                     // bulk from the host
    7, 5, 0x80 | USB_DATA_ENDPOINT, 2, WORD(64), 0,              // bulk to the host
};

// A string begins with its length in bytes and the type 3, here one character: 0x300 + length.
const uint16_t *const gn_usb_strings[USB_STRINGS] = {
    u"\u0304\u0409",  // the languages: US English
    u"\u030eGnomon",
    u"\u0338Gnomon on Raspberry Pi Pico",
};
