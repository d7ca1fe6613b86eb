#include <stddef.h>
struct disk {
  struct disk *next;
  int size;
};
static struct disk arena[16], *piles[3];
static int moved, failures;

static void push(struct disk *disk, int pile) {
  struct disk *top = piles[pile];
  if (top != NULL && disk->size >= top->size) failures++;
  disk->next = top;
  piles[pile] = disk;
}

static struct disk *pop(int pile) {
  struct disk *top = piles[pile];
  piles[pile] = top->next;
  top->next = NULL;
  return top;
}

static void __attribute__((noinline)) move(int disks, int from, int to) {
  if (disks == 1) {
    push(pop(from), to);
    moved++;
    return;
  }
  int other = 3 - from - to;
  move(disks - 1, from, other);
  move(1, from, to);
  move(disks - 1, other, to);
}

int bench(void) {
  struct disk *next = arena;
  for (int size = 10; size >= 0; size--) {
    next->size = size;
    push(next++, 0);
  }
  move(10, 0, 1);
  return moved;
}
