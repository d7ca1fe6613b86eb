#include <stddef.h>
struct vector {
  float x, y, z;
};
struct entry {
  struct entry *left, *right, *parent;
  int key, is_red;
  void *value;
};
struct tree {
  struct entry *root;
};
struct motion {
  int callsign;
  const struct vector *from, *to;
};
struct motions {
  struct motion **items;
  int length, capacity;
};
struct detector {
  int collisions;
  float nearest;
  struct tree last;
};
#define VOXEL 8.0f
#define RADIUS 1.0f
static unsigned char arena[131072], *top;

static void *allocate(size_t bytes) {
  void *result = top;
  top += bytes;
  return result;
}

static struct vector plus(struct vector a, struct vector b) {
  return (struct vector){a.x + b.x, a.y + b.y, a.z + b.z};
}

static struct vector minus(struct vector a, struct vector b) {
  return (struct vector){a.x - b.x, a.y - b.y, a.z - b.z};
}

static struct vector times(struct vector a, float scale) {
  return (struct vector){a.x * scale, a.y * scale, a.z * scale};
}

static float dot(struct vector a, struct vector b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

static struct motions *make_motions(void) {
  struct motions *motions = allocate(sizeof *motions);
  motions->items = NULL;
  motions->length = motions->capacity = 0;
  return motions;
}

static void push(struct motions *motions, struct motion *item) {
  if (motions->length == motions->capacity) {
    int capacity = motions->capacity == 0 ? 4 : 2 * motions->capacity;
    struct motion **items = allocate(capacity * sizeof *items);
    for (int i = 0; i < motions->length; i++) items[i] = motions->items[i];
    motions->items = items;
    motions->capacity = capacity;
  }
  motions->items[motions->length++] = item;
}

static struct entry *find(const struct tree *tree, int key) {
  struct entry *entry = tree->root;
  while (entry != NULL && entry->key != key) entry = key < entry->key ? entry->left : entry->right;
  return entry;
}

static void replace(struct tree *tree, struct entry *entry, struct entry *up) {
  struct entry *parent = entry->parent;
  up->parent = parent;
  if (parent == NULL) tree->root = up;
  else if (parent->left == entry) parent->left = up;
  else parent->right = up;
  entry->parent = up;
}

static void rotate_left(struct tree *tree, struct entry *entry) {
  struct entry *up = entry->right;
  entry->right = up->left;
  if (up->left != NULL) up->left->parent = entry;
  replace(tree, entry, up);
  up->left = entry;
}

static void rotate_right(struct tree *tree, struct entry *entry) {
  struct entry *up = entry->left;
  entry->left = up->right;
  if (up->right != NULL) up->right->parent = entry;
  replace(tree, entry, up);
  up->right = entry;
}

static void balance(struct tree *tree, struct entry *entry) {
  for (;;) {
    struct entry *parent = entry->parent;
    if (parent == NULL || !parent->is_red) break;
    struct entry *grandparent = parent->parent;
    int is_left = parent == grandparent->left;
    struct entry *uncle = is_left ? grandparent->right : grandparent->left;
    if (uncle != NULL && uncle->is_red) {
      parent->is_red = 0;
      uncle->is_red = 0;
      grandparent->is_red = 1;
      entry = grandparent;
      continue;
    }
    if (entry == (is_left ? parent->right : parent->left)) {
      if (is_left) rotate_left(tree, parent);
      else rotate_right(tree, parent);
      parent = entry;
    }
    parent->is_red = 0;
    grandparent->is_red = 1;
    if (is_left) rotate_right(tree, grandparent);
    else rotate_left(tree, grandparent);
    break;
  }
  tree->root->is_red = 0;
}

static void add(struct tree *tree, int key, void *value) {
  struct entry *parent = NULL, *place = tree->root;
  while (place != NULL) {
    parent = place;
    place = key < place->key ? place->left : place->right;
  }
  struct entry *entry = allocate(sizeof *entry);
  *entry = (struct entry){NULL, NULL, parent, key, 1, value};
  if (parent == NULL) tree->root = entry;
  else if (key < parent->key) parent->left = entry;
  else parent->right = entry;
  balance(tree, entry);
}

static void for_each(const struct tree *tree, void (*visit)(void *context, void *value), void *context) {
  struct entry *entry = tree->root;
  while (entry != NULL && entry->left != NULL) entry = entry->left;
  while (entry != NULL) {
    visit(context, entry->value);
    if (entry->right != NULL) {
      entry = entry->right;
      while (entry->left != NULL) entry = entry->left;
    } else {
      struct entry *child = entry;
      entry = entry->parent;
      while (entry != NULL && entry->right == child) {
        child = entry;
        entry = entry->parent;
      }
    }
  }
}

static int voxel(float coordinate) { return (int)(coordinate / VOXEL); }
static float min(float a, float b) { return a < b ? a : b; }
static float max(float a, float b) { return a > b ? a : b; }

static void draw(struct motion *motion, struct tree *voxels) {
  const struct vector *from = motion->from, *to = motion->to;
  int left = voxel(min(from->x, to->x) - RADIUS), right = voxel(max(from->x, to->x) + RADIUS);
  int bottom = voxel(min(from->y, to->y) - RADIUS), top = voxel(max(from->y, to->y) + RADIUS);
  for (int x = left; x <= right; x++) {
    for (int y = bottom; y <= top; y++) {
      int key = x * 64 + y;
      struct entry *entry = find(voxels, key);
      struct motions *inside = entry != NULL ? entry->value : make_motions();
      if (entry == NULL) add(voxels, key, inside);
      push(inside, motion);
    }
  }
}

/* How near two aircraft come to each other between two frames. */
static void check(struct detector *detector, const struct motion *a, const struct motion *b) {
  struct vector start = minus(*b->from, *a->from);
  struct vector change = minus(minus(*b->to, *b->from), minus(*a->to, *a->from));
  float speed = dot(change, change), time = 0;
  if (speed > 0) time = -dot(start, change) / speed;
  if (time < 0) time = 0;
  if (time > 1) time = 1;
  struct vector apart = plus(start, times(change, time));
  float distance = dot(apart, apart);
  if (distance < detector->nearest) detector->nearest = distance;
  if (distance <= 4 * RADIUS * RADIUS) detector->collisions++;
}

static void check_inside(void *detector, void *voxel) {
  const struct motions *inside = voxel;
  for (int i = 0; i < inside->length; i++)
    for (int k = i + 1; k < inside->length; k++) check(detector, inside->items[i], inside->items[k]);
}

static void frame(struct detector *detector, const struct motions *motions) {
  struct tree voxels = {NULL};
  for (int i = 0; i < motions->length; i++) draw(motions->items[i], &voxels);
  for_each(&voxels, check_inside, detector);
}

static struct motion *move(struct detector *detector, int callsign, struct vector *to) {
  struct entry *entry = find(&detector->last, callsign);
  struct motion *motion = allocate(sizeof *motion);
  *motion = (struct motion){callsign, entry != NULL ? entry->value : to, to};
  if (entry != NULL) entry->value = to;
  else add(&detector->last, callsign, to);
  return motion;
}

/* Between 0 and 1 and back, as time goes by. */
static float wave(int time) {
  int phase = time & 31;
  float x = (float)(phase < 16 ? phase : 32 - phase) / 16;
  return x * x * (3 - 2 * x);
}

static int __attribute__((noinline)) simulate(int aircraft, int frames) {
  struct detector detector = {0, 1000, {NULL}};
  for (int time = 0; time < frames; time++) {
    struct motions *motions = make_motions();
    for (int i = 0; i < aircraft; i++) {
      float lane = i * 3 + 2;
      struct vector *position = allocate(sizeof *position);
      if ((i & 1) == 0) *position = (struct vector){wave(time) * 40 + 2, lane, 10};
      else *position = (struct vector){lane, wave(time + i) * 40 + 2, 10 + wave(i) * 2};
      push(motions, move(&detector, i * 7 & 31, position));
    }
    frame(&detector, motions);
  }
  return detector.collisions * 4096 + (int)(detector.nearest * 1024);
}

int bench(void) {
  top = arena;
  return simulate(16, 12);
}
