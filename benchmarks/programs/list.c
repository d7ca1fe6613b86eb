#include <stddef.h>
struct element {
  struct element *next;
  int value;
};
static struct element arena[64], *top;

static int __attribute__((noinline)) length(const struct element *element) {
  return element->next == NULL ? 1 : 1 + length(element->next);
}

static struct element *__attribute__((noinline)) make_list(int length) {
  if (length == 0) return NULL;
  struct element *element = top++;
  element->value = length;
  element->next = make_list(length - 1);
  return element;
}

static int is_shorter(const struct element *a, const struct element *b) {
  while (b != NULL) {
    if (a == NULL) return 1;
    a = a->next;
    b = b->next;
  }
  return 0;
}

static struct element *__attribute__((noinline)) tail(struct element *x, struct element *y, struct element *z) {
  if (!is_shorter(y, x)) return z;
  return tail(tail(x->next, y, z), tail(y->next, z, x), tail(z->next, x, y));
}

int bench(void) {
  top = arena;
  return length(tail(make_list(13), make_list(9), make_list(5)));
}
