// What the core needs of a chip. ports/<chip>/ implements it; so does the host build of the tests.
#ifndef GN_PORT_H
#define GN_PORT_H

#include <stdint.h>

#include "generated/messages.h"

/** Who the board is, and where its memory lies; what changes (flags, epoch, ...) is filled in when it is sent. */
extern const struct gn_ident_message gn_identity;

/** A number that is another one after each start. */
uint32_t gn_port_start_number(void);

/** The memory at an address of the board. */
void *gn_port_memory(uint32_t address);

/** Whether all of [address, address + length) can be read without a fault and without an effect. */
int gn_port_readable(uint32_t address, uint32_t length);

/** Code is about to be written, perhaps into the program that runs: takes away what the port has put there. */
void gn_port_code_changes(void);

/** Masks interrupts and returns the mask as it was. */
uint32_t gn_port_mask(void);
void gn_port_unmask(uint32_t mask);

/** Microseconds since start. */
uint64_t gn_port_micros(void);

/**
 * Prepares to sleep for so many microseconds (at most 2^31) or until any interrupt: returns 0 if that is too short.
 * Between this call and gn_port_sleep, the caller looks whether there is something to do after all: an interrupt
 * in between is not lost, the sleep then ends at once.
 */
int gn_port_wake_in(uint32_t micros);
void gn_port_sleep(void);

/** Has gn_tick called once, in interrupt context, about a millisecond from now. */
void gn_port_request_tick(void);

/**
 * Calls code(void) with a closure in the closure register, on the empty user stack; returns when the code
 * returns or is aborted. gn_port_cycles tells how many cycles it ran, handlers and sleeping not counted.
 */
void gn_port_enter(uint32_t code, uint32_t closure);
uint64_t gn_port_cycles(void);
void gn_port_cycles_clear(void);

/**
 * In interrupt context: makes the interrupted user code continue at the end of gn_port_enter, if it may be left where
 * it is; otherwise sees to it that it ends when it may, with gn.outcome set, and returns 0. To be called again then.
 */
int gn_port_try_abort(void);

/** In user code or a helper it has called, with a handler (exceptions.h): goes on where its gn_try returns, with -1. */
void gn_port_unwind(void) __attribute__((noreturn));

/** In user code or a helper it has called: ends gn_port_enter now. */
void gn_port_abort(void) __attribute__((noreturn));

/** Bytes wait to be sent on the link that has the channel (channel.h): starts sending. Any context. */
void gn_port_send(void);

void gn_port_reboot(void) __attribute__((noreturn));
void gn_port_bootloader(void) __attribute__((noreturn));

#endif
