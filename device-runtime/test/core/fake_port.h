// A board without hardware, for the tests of the core: its memory lies at the addresses that the RP2040 port uses,
// "code" is C functions, time passes only in sleep, and interrupts happen when the test says so.
#ifndef GN_FAKE_PORT_H
#define GN_FAKE_PORT_H

#include <stdint.h>

enum { DATA = 0x20003000, HEAP = 0x2000a000, CODE = 0x20034000, CODE_END = 0x20042000 };

/** Maps the memory; once, before anything else. */
void fake_map_memory(void);

/** What the code at an address does when it is called; bit 0 of the address does not matter. */
void fake_code(uint32_t address, void (*program)(void));

/** Starts the board afresh and runs its main loop until it would sleep with nothing to wake it, or restarts. */
void fake_start(void);

/** Goes on with the main loop until then. */
void fake_run(void);

/** An interrupt at a moment, in microseconds since start: taken when the board sleeps, or in fake_work. */
void fake_at(uint64_t moment, void (*interrupt)(void));

/** For programs: so much time passes while they compute. */
void fake_work(uint64_t micros);

/** For programs: what an instruction that traps does. */
void fake_trap(uint32_t kind) __attribute__((noreturn));

/** Whether an interrupt may end the program where it is; 1 at start. */
extern int fake_abortable;
extern uint64_t fake_time;
/** What the board restarted into: 'r' itself, 'b' the boot loader, 0 if it did not. */
extern int fake_restarted;
/** The closure that the last code was called with. */
extern uint32_t fake_closure;

/** A message that the board has queued. */
struct fake_message {
  uint32_t type, length;
  uint8_t payload[256];
};

/** Takes the oldest message, which must be of a type, and returns its payload; NULL if there is none at all. */
const void *fake_take(uint32_t type);

/** Takes the oldest message, whatever it is; 0 if there is none. */
int fake_take_any(struct fake_message *message);

/** How many messages wait. */
uint32_t fake_messages(void);

/** How many messages the channel has room for; many at start. */
extern uint32_t fake_room;

/** Gives the board a message from the host; 0 if it had no room for the answer. */
int fake_send(uint32_t type, const void *payload, uint32_t length);

#endif
