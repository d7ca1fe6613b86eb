// Random graphs of arrays on the heap, next to the same graphs in ordinary memory, compared after every few
// changes: what is reachable must stay as it was, what is not must become room again.
//
// graph SEED STEPS HEAP_BYTES, or graph NAME HEAP_BYTES with a function's name: deep, wide...
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/values/heap.h"
#include "host.h"

#define CHECK(condition)                                           \
  do {                                                             \
    if (!(condition)) {                                            \
      fprintf(stderr, "line %d: not %s\n", __LINE__, #condition); \
      exit(1);                                                     \
    }                                                              \
  } while (0)

enum { ROOTS = 16, NODES = 4096, MOST_EDGES = 24, MOST_BYTES = 400 };

// The heap's node: a refs array whose element 0 is an i32 array holding the node's number and some bytes made
// from it; the others are nodes. In ordinary memory, nodes are numbered.
static struct {
  int32_t edges[MOST_EDGES];
  uint32_t count;
  uint32_t bytes;
  uint32_t visited;
} nodes[NODES];
static int32_t free_nodes[NODES];
static uint32_t free_count;
static int32_t root_nodes[ROOTS];
static gn_ref *roots;
static uint32_t visit;
static uint32_t state;

static uint32_t below(uint32_t limit) {
  state = state * 1664525 + 1013904223;
  return (uint32_t)((uint64_t)(state ^ state >> 15) * limit >> 32);
}

static struct gn_array *array_at(gn_ref ref) {
  return gn_at(ref);
}

static gn_ref *elements(gn_ref ref) {
  return gn_at(array_at(ref)->data);
}

static uint8_t filler(int32_t node, uint32_t index) {
  return (uint8_t)((uint32_t)node * 31 + index * 7);
}

static void push_ref(gn_ref array, gn_ref element) {
  *(gn_ref *)gn_at((uint32_t)gn_array_push(array, GN_ELEMENT_REF)) = element;
}

static gn_ref make_node(int32_t node) {
  gn_ref made = gn_array_new(GN_ELEMENT_REF, 1);
  gn_ref label = gn_array_new(GN_ELEMENT_U8, (int32_t)(4 + nodes[node].bytes));
  uint8_t *bytes = gn_at(array_at(label)->data);
  memcpy(bytes, &node, 4);
  for (uint32_t i = 0; i < nodes[node].bytes; i++) bytes[4 + i] = filler(node, i);
  elements(made)[0] = label;
  return made;
}

static uint32_t live_bytes;

static uint32_t footprint_at(uint32_t object) {
  return gn_footprint(*(uint32_t *)gn_at(object));
}

/** Compares what is reachable from a node, and adds up its size. */
static void compare(gn_ref ref, int32_t node) {
  if (nodes[node].visited == visit) return;
  nodes[node].visited = visit;
  gn_ref label = elements(ref)[0];
  const uint8_t *bytes = gn_at(array_at(label)->data);
  CHECK(array_at(ref)->length == nodes[node].count + 1);
  CHECK(array_at(label)->length == nodes[node].bytes + 4);
  CHECK(memcmp(bytes, &node, 4) == 0);
  for (uint32_t i = 0; i < nodes[node].bytes; i++) CHECK(bytes[4 + i] == filler(node, i));
  live_bytes += footprint_at(ref) + footprint_at(array_at(ref)->data - 4);
  live_bytes += footprint_at(label) + footprint_at(array_at(label)->data - 4);
  for (uint32_t i = 0; i < nodes[node].count; i++) compare(elements(ref)[i + 1], nodes[node].edges[i]);
}

static void compare_all(void) {
  visit++;
  live_bytes = 0;
  for (int i = 0; i < ROOTS; i++) {
    CHECK((roots[i] != 0) == (root_nodes[i] >= 0));
    if (roots[i]) compare(roots[i], root_nodes[i]);
  }
  free_count = 0;
  for (int32_t i = 0; i < NODES; i++) {
    if (nodes[i].visited != visit) free_nodes[free_count++] = i;
  }
}

static int out_of_memory;

/** One random change. A trap leaves both sides unchanged, but for edges that were not yet added. */
static void change(void) {
  int to = (int)below(ROOTS);
  int from = (int)below(ROOTS);
  uint32_t what = below(16);
  if (what < 6) {
    if (!free_count) return;
    int32_t node = free_nodes[free_count - 1];
    nodes[node].bytes = below(8) ? below(40) : below(MOST_BYTES);
    nodes[node].count = 0;
    gn_ref made = make_node(node);
    free_count--;
    roots[to] = made;
    root_nodes[to] = node;
  } else if (what < 12 && roots[to] && roots[from]) {
    int32_t node = root_nodes[to];
    if (nodes[node].count == MOST_EDGES) return;
    push_ref(roots[to], roots[from]);
    nodes[node].edges[nodes[node].count++] = root_nodes[from];
  } else if (what < 14 && roots[from] && nodes[root_nodes[from]].count) {
    uint32_t edge = below(nodes[root_nodes[from]].count);
    roots[to] = elements(roots[from])[edge + 1];
    root_nodes[to] = nodes[root_nodes[from]].edges[edge];
  } else if (what == 14 && roots[to]) {
    uint32_t count = below(nodes[root_nodes[to]].count + 1);
    gn_array_set_length(roots[to], GN_ELEMENT_REF, (int32_t)count + 1);
    nodes[root_nodes[to]].count = count;
  } else if (below(4) == 0) {
    roots[to] = 0;
    root_nodes[to] = -1;
  }
}

static void clear_roots(void) {
  for (int i = 0; i < ROOTS; i++) {
    roots[i] = 0;
    root_nodes[i] = -1;
  }
}

static void random_graphs(uint32_t seed, uint32_t steps) {
  state = seed;
  clear_roots();
  compare_all();
  for (uint32_t step = 0; step < steps; step++) {
    if (setjmp(host_trapped) == 0) {
      change();
    } else {
      CHECK(host_trap[0] == GN_TRAP_OUT_OF_MEMORY);
      out_of_memory++;
      compare_all();
      roots[below(ROOTS)] = 0;
      for (int i = 0; i < ROOTS; i++) {
        if (!roots[i]) root_nodes[i] = -1;
      }
    }
    if (below(16) == 0 || free_count == 0) compare_all();
    if (below(64) == 0) {
      host_collect_precisely();
      compare_all();
      CHECK(gn_heap_used() == live_bytes);
      CHECK(gn_heap_free() + gn_heap_used() == gn_heap.span);
    }
  }
  clear_roots();
  host_collect_precisely();
  CHECK(gn_heap_used() == 0);
  printf("out of memory %d times\n", out_of_memory);
}

/** A chain whose links come first, and last, in their arrays: marking must not need memory for its length. */
static void deep(void) {
  for (int last = 0; last < 2; last++) {
    roots[0] = 0;
    host_collect_precisely();
    CHECK(gn_heap_used() == 0);
    roots[0] = gn_array_new(GN_ELEMENT_REF, 0);
    uint32_t length = 0;
    while (gn_heap_free() > 4096) {
      gn_ref link = gn_array_new(GN_ELEMENT_REF, 2);
      elements(link)[last] = roots[0];
      elements(link)[1 - last] = gn_array_new(GN_ELEMENT_I32, 0);
      roots[0] = link;
      length++;
    }
    gn_collect();
    gn_collect();
    uint32_t counted = 0;
    for (gn_ref link = roots[0]; array_at(link)->length; link = elements(link)[last]) {
      CHECK(array_at(elements(link)[1 - last])->header >> 8 == 3);
      counted++;
    }
    CHECK(counted == length && length > 800);
  }
}

/** Whether a string is the decimal form of a number. */
static int reads(gn_ref text, int32_t number) {
  char expected[12];
  uint32_t length = (uint32_t)snprintf(expected, sizeof expected, "%d", number);
  const struct gn_string *string = gn_string_at(text);
  if (string->length != length) return 0;
  for (uint32_t i = 0; i < length; i++) {
    if (gn_unit(string, i) != (uint8_t)expected[i]) return 0;
  }
  return 1;
}

/** An array of many arrays, of many arrays. */
static void wide(void) {
  roots[0] = gn_array_new(GN_ELEMENT_REF, 0);
  for (int32_t i = 0; i < 50; i++) {
    gn_ref row = gn_array_new(GN_ELEMENT_REF, 0);
    push_ref(roots[0], row);
    for (int32_t j = 0; j < 50; j++) push_ref(row, gn_str_from_i32(i * 50 + j));
  }
  gn_collect();
  gn_collect();
  for (int32_t i = 0; i < 50; i++) {
    for (int32_t j = 0; j < 50; j++) {
      gn_ref text = elements(elements(roots[0])[i])[j];
      CHECK(reads(text, i * 50 + j));
    }
  }
}

/** What may keep an object: any address in it, or its end; nothing before it; no word that only looks like one. */
static void edges(void) {
  static uint32_t places[6];
  roots[0] = roots[1] = roots[2] = roots[3] = 0;
  uint32_t begin = gn_heap.begin;
  for (int i = 0; i < 6; i++) {
    // Neighbours of 24 bytes each.
    places[i] = roots[4 + i] = gn_alloc(GN_OBJECT_RAW, 20);
    CHECK(places[i] == begin + 24 * (uint32_t)i);
  }
  CHECK(gn_heap_used() == 6 * 24 && gn_heap_free() == gn_heap.span - 6 * 24);
  memset(roots, 0, ROOTS * sizeof *roots);
  roots[0] = places[1] + 20;  // the end of its payload
  roots[3] = places[2];
  roots[1] = places[4] + 13;
  roots[2] = begin + gn_heap.span;
  roots[4] = begin - 4;
  roots[5] = 0;
  host_collect_precisely();
  CHECK(gn_heap_used() == 3 * 24);
  CHECK(gn_alloc(GN_OBJECT_RAW, 20) == places[0]);
  CHECK(gn_alloc(GN_OBJECT_RAW, 20) == places[3]);
  CHECK(gn_alloc(GN_OBJECT_RAW, 20) == places[5]);
  // Addresses in free memory and inside the bitmaps keep nothing.
  memset(roots, 0, ROOTS * sizeof *roots);
  roots[0] = places[5] + 1000;
  roots[1] = begin - 100;
  host_collect_precisely();
  CHECK(gn_heap_used() == 0);
  // A closure's captures are references, its code is not; the second range of roots counts as well.
  gn_ref captured = gn_str_from_i32(1234567);
  gn_ref closure = gn_alloc(GN_OBJECT_CLOSURE, 16);
  ((uint32_t *)gn_at(closure))[1] = gn_alloc(GN_OBJECT_RAW, 16) | 1;
  ((uint32_t *)gn_at(closure))[3] = captured;
  roots[0] = roots[1] = 0;
  roots[100] = closure;
  gn_heap_roots(1, gn_address(roots + 100), gn_address(roots + 101));
  captured = closure = 0;
  host_collect_precisely();
  CHECK(gn_heap_used() == 24 + 16);
  CHECK(reads(((uint32_t *)gn_at(roots[100]))[3], 1234567));
}

/** Of an object's properties, those keep something that its class calls references, whatever the others look like. */
static void objects(void) {
  enum { WORDS = 31 };
  // A descriptor never changes: the stack may still keep an object of the round before.
  uint32_t *descriptor = (uint32_t *)(host_data() + 32768);
  for (uint32_t round = 1; round < 300; round++, descriptor++) {
    state = round;
    descriptor[GN_CLASS_REFERENCES / 4] = below(0x80000000);
    gn_ref object = roots[0] = gn_alloc(GN_OBJECT_OBJECT, GN_OBJECT_FIELDS + 4 * WORDS);
    uint32_t *words = gn_at(object);
    words[GN_OBJECT_CLASS / 4] = gn_address(descriptor);
    uint32_t expected = footprint_at(object);
    for (uint32_t i = 0; i < WORDS; i++) {
      gn_ref held = words[GN_OBJECT_FIELDS / 4 + i] = gn_alloc(GN_OBJECT_RAW, 8 + 4 * below(8));
      if (descriptor[GN_CLASS_REFERENCES / 4] >> i & 1) expected += footprint_at(held);
    }
    host_collect_precisely();
    CHECK(gn_heap_used() == expected);
  }
}

/** For ever the same garbage: fragments must become whole again, and large objects find their place. */
static void reuse(void) {
  if (setjmp(host_trapped)) {
    fprintf(stderr, "out of memory, %u bytes free, %u at once\n", gn_heap_free(), gn_heap_largest());
    exit(1);
  }
  for (uint32_t round = 0; round < 2000; round++) {
    state = round;
    gn_ref list = gn_array_new(GN_ELEMENT_REF, 0);
    roots[0] = list;
    for (int i = 0; i < 40; i++) push_ref(list, gn_str_from_i32((int32_t)below(1000000)));
    roots[1] = gn_array_new(GN_ELEMENT_U8, (int32_t)below(3000));
  }
  roots[0] = roots[1] = 0;
  host_collect_precisely();
  CHECK(gn_heap_largest() == gn_heap.span);
}

/** Where objects go that do not fit into the current run; what counts as used meanwhile. */
static void placing(void) {
  roots[0] = gn_alloc(GN_OBJECT_RAW, 1020);
  gn_ref gap = gn_alloc(GN_OBJECT_RAW, 1020);
  roots[2] = gn_alloc(GN_OBJECT_RAW, 1020);
  host_collect_precisely();
  CHECK(gn_heap_used() == 2 * 1024);
  // The first run is the gap. A larger object goes behind, and leaves it to smaller ones.
  gn_ref large = gn_alloc(GN_OBJECT_RAW, 2044);
  CHECK(large == roots[2] + 1024);
  gn_ref small = gn_alloc(GN_OBJECT_RAW, 12);
  CHECK(small == gap);
  CHECK(gn_alloc(GN_OBJECT_RAW, 2044) == large + 2048);
  CHECK(gn_heap_used() == 2 * 1024 + 2 * 2048 + 16);
  CHECK(gn_heap_largest() == gn_heap.span - 3 * 1024 - 2 * 2048);
  CHECK(gn_alloc(GN_OBJECT_RAW, 1012) == large + 2 * 2048);
  CHECK(gn_alloc(GN_OBJECT_RAW, 12) == small + 16);
  // What is used is known when the run changes, too.
  uint32_t used = gn_heap_used();
  for (int i = 0; i < 20; i++) gn_alloc(GN_OBJECT_RAW, 244);
  CHECK(gn_heap_used() == used + 20 * 248);
}

/** Pushing to the array that was made last takes the whole heap, and moves nothing. */
static void growing(void) {
  gn_ref array = roots[0] = gn_array_new(GN_ELEMENT_I32, 0);
  gn_array_push(array, GN_ELEMENT_I32);
  uint32_t data = array_at(array)->data;
  if (setjmp(host_trapped) == 0) {
    for (;;) {
      gn_array_push(roots[0], GN_ELEMENT_I32);
      CHECK(array_at(roots[0])->data == data);
    }
  }
  CHECK(array_at(roots[0])->length * 4 > gn_heap.span - 1024);
  CHECK(gn_heap_used() + gn_heap_free() == gn_heap.span);
}

int main(int argc, char **argv) {
  uint32_t top = 0;
  if (argc < 3) return 2;
  host_start((uint32_t)atoi(argv[2]), &top);
  roots = (gn_ref *)host_data();
  gn_heap_roots(0, gn_address(roots), gn_address(roots + ROOTS));
  if (!strcmp(argv[1], "deep")) {
    deep();
  } else if (!strcmp(argv[1], "wide")) {
    wide();
  } else if (!strcmp(argv[1], "edges")) {
    edges();
  } else if (!strcmp(argv[1], "objects")) {
    objects();
  } else if (!strcmp(argv[1], "placing")) {
    placing();
  } else if (!strcmp(argv[1], "growing")) {
    growing();
  } else if (!strcmp(argv[1], "reuse")) {
    reuse();
  } else {
    random_graphs((uint32_t)atoi(argv[1]), (uint32_t)atoi(argv[3]));
  }
  return 0;
}
