#include <stddef.h>
struct node {
  struct node **children;
  int length;
};
static unsigned char arena[32768], *top;
static int seed, count;

static void *allocate(size_t bytes) {
  void *result = top;
  top += bytes;
  return result;
}

static int random(void) {
  seed = (seed * 1309 + 13849) & 65535;
  return seed;
}

static struct node *__attribute__((noinline)) build(int depth) {
  count++;
  struct node *node = allocate(sizeof *node);
  node->length = 0;
  node->children = allocate(4 * sizeof *node->children);
  if (depth > 1)
    for (int i = 0; i < 4; i++) node->children[node->length++] = build(depth - 1);
  else
    for (int i = random() % 3 + 1; i > 0; i--) node->children[node->length++] = node;
  return node;
}

int bench(void) {
  top = arena;
  seed = 74755;
  count = 0;
  build(5);
  return count;
}
