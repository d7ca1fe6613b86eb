// A board without a CPU: the real channel in a process of its own, with a program that pretends to load, call and
// read. The test drives it through standard input: commands of a letter, an argument byte, a length (16 bits, little
// endian) and that many bytes. Each command is answered by a length and what the board would now put on the wire.
//   r link bytes: received on that link      t count: so many milliseconds pass
//   p link room: only pull, in pieces of `room` bytes     d link: the link is detached
//   o bytes: the program sends an output record of one piece     s: answers state instead of wire bytes
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "channel.h"
#include "test_port.h"

enum { BASE = 0x20000000, SIZE = 0x10000 };
/** What the entry addresses of calls mean here. */
enum { ENTRY_RETURN = BASE, ENTRY_LOOP = BASE + 2, ENTRY_TRAP = BASE + 4, ENTRY_PRINT = BASE + 6 };

static uint8_t memory[SIZE];
static uint32_t code_begin = BASE;
static uint32_t epoch = 1000;
static uint32_t last_call;
static uint32_t running;       // id of the call, 0 for none
static uint32_t entry;
static uint32_t stops;
static uint32_t stop_wanted;
static uint32_t printed;       // pieces of the record that ENTRY_PRINT prints
static uint32_t trap_told;
static int identify;           // ident is to be sent
static int quiet;

// What the program printed and did not get rid of yet.
static struct {
  uint8_t length, bytes[200];
} outputs[256];
static uint32_t outputs_begin, outputs_end;

static bool send(uint32_t type, const void *head, uint32_t length) {
  return gn_channel_send(type, head, length, 0, 0);
}

static bool refuse(uint32_t type, uint32_t reason, uint32_t address, uint32_t request) {
  struct gn_refused_message refused = {
      .address = address, .request = request, .type = (uint8_t)type, .reason = (uint8_t)reason};
  return send(GN_MESSAGE_REFUSED, &refused, GN_MESSAGE_REFUSED_SIZE);
}

static bool inside(uint32_t address, uint32_t length) {
  return address >= BASE && address - BASE <= SIZE && length <= SIZE - (address - BASE);
}

void gn_channel_on_attach(void) {
  identify = 1;
}

void gn_channel_on_stop(uint32_t call) {
  if (call != last_call) return;
  stops++;
  stop_wanted = 1;
}

bool gn_channel_on_message(uint32_t type, const uint8_t *payload, uint32_t length) {
  if (!gn_channel_has_room(GN_MESSAGE_REFUSED_SIZE)) return false;
  if (!gn_message_fits(type, length)) return refuse(type, GN_REFUSAL_MALFORMED, 0, 0);
  const void *any = payload;
  switch (type) {
    case GN_MESSAGE_WRITE: {
      const struct gn_write_message *write = any;
      uint32_t bytes = length - GN_MESSAGE_WRITE_SIZE;
      if (!inside(write->address, bytes)) return refuse(type, GN_REFUSAL_RANGE, write->address, 0);
      memcpy(memory + (write->address - BASE), write->bytes, bytes);
      return true;
    }
    case GN_MESSAGE_CALL: {
      const struct gn_call_message *call = any;
      last_call = call->id;
      if (running) return refuse(type, GN_REFUSAL_RUNNING, 0, call->id);
      if (!inside(call->entry, 2)) return refuse(type, GN_REFUSAL_RANGE, call->entry, call->id);
      running = call->id;
      entry = call->entry;
      printed = trap_told = 0;
      return true;
    }
    case GN_MESSAGE_READ: {
      const struct gn_read_message *read = any;
      struct gn_data_message data = {.request = read->request};
      if (read->length > GN_MAX_PAYLOAD - GN_MESSAGE_DATA_SIZE || !inside(read->address, read->length)) {
        return refuse(type, GN_REFUSAL_RANGE, read->address, read->request);
      }
      return gn_channel_send(GN_MESSAGE_DATA, &data, GN_MESSAGE_DATA_SIZE, memory + (read->address - BASE),
                             read->length);
    }
    case GN_MESSAGE_RESET:
      memset(memory, 0, SIZE);
      epoch++;
      running = 0;
      code_begin = BASE;
      identify = 1;
      return true;
    case GN_MESSAGE_RESERVE:
      code_begin = ((const struct gn_reserve_message *)any)->begin;
      identify = 1;
      return true;
    case GN_MESSAGE_ROOTS:
      return true;
    default:
      return refuse(type, GN_REFUSAL_UNKNOWN_TYPE, 0, 0);
  }
}

static bool send_ident(void) {
  struct gn_ident_message ident = {
      .version = GN_PROTOCOL_VERSION,
      .flags = (uint8_t)(running ? GN_IDENT_RUNNING : 0),
      .dropped = (uint16_t)gn_channel_take_dropped(),
      .clock_hz = 125000000,
      .epoch = epoch,
      .last_call = last_call,
      .code_begin = code_begin,
      .code_end = BASE + SIZE,
      .chip = "test",
      .build_hash = {0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef},
  };
  return send(GN_MESSAGE_IDENT, &ident, GN_MESSAGE_IDENT_SIZE);
}

static bool send_result(uint32_t status) {
  struct gn_result_message result = {.call = running, .status = status, .cycles = 5000000000u};
  if (!send(GN_MESSAGE_RESULT, &result, GN_MESSAGE_RESULT_SIZE)) return false;
  running = 0;
  return true;
}

static bool send_trap(void) {
  struct gn_trap_message trap = {.call = running, .kind = 3, .xpsr = 0x21000000, .user_pc = entry};
  for (uint32_t i = 0; i < 16; i++) trap.registers[i] = i;
  return send(GN_MESSAGE_TRAP, &trap, GN_MESSAGE_TRAP_SIZE);
}

/** Prints "one two three", a word a message. */
static bool print_piece(void) {
  static const char *const pieces[] = {"one ", "two ", "three"};
  struct gn_output_message output = {.flags = (uint8_t)((printed == 0 ? GN_OUTPUT_FIRST : 0) |
                                                        (printed == 2 ? GN_OUTPUT_LAST : 0))};
  return gn_channel_send(GN_MESSAGE_OUTPUT, &output, 1, pieces[printed], (uint32_t)strlen(pieces[printed]));
}

/** The main program: does what it can with the room that there is. */
static void main_loop(void) {
  if (identify && send_ident()) identify = 0;
  if (identify) return;
  while (outputs_begin != outputs_end) {
    struct gn_output_message output = {.flags = GN_OUTPUT_FIRST | GN_OUTPUT_LAST};
    uint32_t at = outputs_begin % 256;
    if (!gn_channel_send(GN_MESSAGE_OUTPUT, &output, 1, outputs[at].bytes, outputs[at].length)) return;
    outputs_begin++;
  }
  if (stop_wanted && !running) {
    stop_wanted = 0;
    quiet = 1;
  }
  if (quiet && send(GN_MESSAGE_QUIET, 0, 0)) quiet = 0;
  if (!running) return;
  if (stop_wanted) {
    if (send_result(GN_RESULT_STOPPED)) stop_wanted = 0;
  } else if (entry == ENTRY_TRAP) {
    if (!trap_told && send_trap()) trap_told = 1;
    if (trap_told) send_result(GN_RESULT_TRAPPED);
  } else if (entry == ENTRY_PRINT) {
    while (printed < 3 && print_piece()) printed++;
    if (printed == 3) send_result(GN_RESULT_DONE);
  } else if (entry == ENTRY_RETURN) {
    send_result(GN_RESULT_DONE);
  }
}

static void answer(const uint8_t *bytes, uint32_t length) {
  uint8_t head[2] = {(uint8_t)length, (uint8_t)(length >> 8)};
  fwrite(head, 1, 2, stdout);
  fwrite(bytes, 1, length, stdout);
  fflush(stdout);
}

static void answer_state(void) {
  uint32_t state[4] = {stops, gn_channel_is_attached(), gn_channel_is_idle(), gn_channel_link()};
  answer((const uint8_t *)state, sizeof state);
}

/** Everything that the transmitter of a link gets, in pieces of a certain size. */
static uint32_t pull(uint32_t link, uint32_t room, uint8_t *wire, uint32_t most) {
  uint32_t given = 0;
  while (given + room <= most) {
    uint32_t piece = gn_channel_transmit(link, wire + given, room);
    given += piece;
    if (piece == 0) break;
  }
  return given;
}

int main(void) {
  static uint8_t bytes[65536], wire[4096];
  uint8_t head[4];
  gn_channel_init();
  while (fread(head, 1, 4, stdin) == 4) {
    uint32_t argument = head[1];
    uint32_t length = head[2] | (uint32_t)head[3] << 8;
    uint32_t link = argument & 1;
    uint32_t room = 64;
    if (fread(bytes, 1, length, stdin) != length) return 1;
    switch (head[0]) {
      case 'r':
        gn_channel_receive(link, bytes, length);
        break;
      case 't':
        while (argument--) {
          int wanted = gn_test_ticks_wanted;
          gn_test_ticks_wanted = 0;
          if (wanted) gn_channel_tick();
        }
        link = gn_channel_link();
        break;
      case 'd':
        gn_channel_detach(link);
        break;
      case 'o': {
        uint32_t at = outputs_end++ % 256;
        outputs[at].length = (uint8_t)length;
        memcpy(outputs[at].bytes, bytes, length > 200 ? 200 : length);
        link = gn_channel_link();
        break;
      }
      case 'p':
        if (length) room = bytes[0];
        break;
      case 's':
        answer_state();
        continue;
      default:
        return 1;
    }
    main_loop();
    answer(wire, pull(link, room, wire, sizeof wire));
  }
  return 0;
}
