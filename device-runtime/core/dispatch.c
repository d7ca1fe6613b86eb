// Messages between host and board. What the host asks for is done at once, in interrupt context, so that it works
// while a program loops; calls and resets are left to the main loop (run.c).
#include "dispatch.h"

#include "channel.h"
#include "loader.h"
#include "port.h"
#include "port_values.h"
#include "runtime.h"
#include "timers.h"
#include "values/heap.h"

enum { ANSWER = 80 };  // room for any answer but `data`

static uint32_t last_call;   // that the host has sent, obeyed or not; 0 for none
static uint8_t incomplete;  // a write or roots were refused: the next call must not run

static void send(uint32_t type, const void *payload, uint32_t length) {
  gn_channel_send(type, payload, length, 0, 0);
}

static void refuse(uint32_t type, uint32_t reason, uint32_t address, uint32_t request) {
  struct gn_refused_message refused = {address, request, (uint8_t)type, (uint8_t)reason};
  send(GN_MESSAGE_REFUSED, &refused, GN_MESSAGE_REFUSED_SIZE);
}

static void send_ident(void) {
  struct gn_ident_message ident = gn_identity;
  ident.flags = (uint8_t)((gn.running || gn.call_pending ? GN_IDENT_RUNNING : 0) |
                          (gn.trap_kept ? GN_IDENT_TRAP_PENDING : 0));
  ident.dropped = (uint16_t)gn_channel_take_dropped();
  ident.epoch = gn.epoch;
  ident.code_begin = ident.heap_end = gn.code_begin;
  ident.last_call = last_call;
  send(GN_MESSAGE_IDENT, &ident, GN_MESSAGE_IDENT_SIZE);
}

static void send_status(uint32_t id, uint32_t status, uint64_t cycles) {
  struct gn_result_message result = {
      id, status, cycles, gn_heap_used(), gn_heap_free(), gn_timers_live(),
  };
  send(GN_MESSAGE_RESULT, &result, GN_MESSAGE_RESULT_SIZE);
}

static void on_call(const struct gn_call_message *call) {
  last_call = call->id;
  if (!gn_is_entry(call->entry)) return refuse(GN_MESSAGE_CALL, GN_REFUSAL_RANGE, call->entry, call->id);
  if (incomplete || gn.call_pending || gn.call_running) {
    incomplete = 0;
    return send_status(call->id, GN_RESULT_REFUSED, 0);
  }
  gn.call_id = call->id;
  gn.call_entry = call->entry;
  gn.call_pending = 1;
}

static bool on_read(const struct gn_read_message *read) {
  struct gn_data_message data = {.request = read->request};
  if (read->length > GN_MAX_PAYLOAD - GN_MESSAGE_DATA_SIZE || !gn_port_readable(read->address, read->length)) {
    refuse(GN_MESSAGE_READ, GN_REFUSAL_RANGE, read->address, read->request);
    return true;
  }
  return gn_channel_send(GN_MESSAGE_DATA, &data, GN_MESSAGE_DATA_SIZE, gn_port_memory(read->address), read->length);
}

static void refuse_part(uint32_t type, uint32_t address) {
  incomplete = 1;
  refuse(type, GN_REFUSAL_RANGE, address, 0);
}

static void on_write(const struct gn_write_message *write, uint32_t length) {
  if (!gn_load(write->address, write->bytes, length)) refuse_part(GN_MESSAGE_WRITE, write->address);
}

static void on_roots(const struct gn_roots_message *roots) {
  if (!gn_is_root_range(roots->begin, roots->end)) return refuse_part(GN_MESSAGE_ROOTS, roots->begin);
  gn_heap_roots(0, roots->begin, roots->end);
}

bool gn_channel_on_message(uint32_t type, const uint8_t *payload, uint32_t length) {
  const void *message = payload;
  if (!gn_channel_has_room(ANSWER)) return false;
  if (!gn_message_fits(type, length)) {
    incomplete = 1;
    uint32_t known = type >= GN_MESSAGE_WRITE && type <= GN_MESSAGE_RESERVE;
    refuse(type, known ? GN_REFUSAL_MALFORMED : GN_REFUSAL_UNKNOWN_TYPE, 0, 0);
    return true;
  }
  switch (type) {
    case GN_MESSAGE_WRITE:
      on_write(message, length - GN_MESSAGE_WRITE_SIZE);
      break;
    case GN_MESSAGE_ROOTS:
      on_roots(message);
      break;
    case GN_MESSAGE_CALL:
      on_call(message);
      break;
    case GN_MESSAGE_READ:
      return on_read(message);
    case GN_MESSAGE_RESET:
      gn_request_reset();
      break;
    case GN_MESSAGE_RESERVE:
      gn.code_wanted = ((const struct gn_reserve_message *)message)->begin & ~3u;
      break;
    case GN_MESSAGE_REBOOT:
      gn_request_restart(GN_RESTART);
      break;
    case GN_MESSAGE_BOOTLOADER:
      gn_request_restart(GN_RESTART_BOOTLOADER);
      break;
  }
  return true;
}

void gn_channel_on_stop(uint32_t call) {
  // Stop for an earlier call is late: that one has ended, and the host knows it by now.
  if (call == last_call) gn_request_stop();
}

void gn_channel_on_attach(void) {
  incomplete = 0;
  send_ident();
}

/** In the main program: queues a message as soon as there is room. */
static void send_surely(uint32_t type, const void *payload, uint32_t length) {
  while (!gn_channel_send(type, payload, length, 0, 0)) gn_port_sleep();
}

void gn_send_trap(uint32_t id) {
  gn.trap.call = id;
  send_surely(GN_MESSAGE_TRAP, &gn.trap, GN_MESSAGE_TRAP_SIZE);
}

void gn_send_result(uint32_t id, uint32_t status, uint64_t cycles) {
  while (!gn_channel_has_room(GN_MESSAGE_RESULT_SIZE)) gn_port_sleep();
  send_status(id, status, cycles);
}

void gn_send_quiet(void) {
  send_surely(GN_MESSAGE_QUIET, 0, 0);
}

void gn_send_identity(void) {
  while (!gn_channel_has_room(GN_MESSAGE_IDENT_SIZE)) gn_port_sleep();
  send_ident();
}

void gn_port_output(const uint8_t *bytes, uint32_t length, int first, int last) {
  uint8_t flags = (uint8_t)((first ? GN_OUTPUT_FIRST : 0) | (last ? GN_OUTPUT_LAST : 0));
  while (!gn_channel_send(GN_MESSAGE_OUTPUT, &flags, GN_MESSAGE_OUTPUT_SIZE, bytes, length)) {
    gn_leave_if_stopped();
    gn_port_sleep();
  }
}
