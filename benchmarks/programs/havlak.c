#include <stddef.h>
struct list {
  void **items;
  int length, capacity;
};
struct numbers {
  int *items;
  int length, capacity;
};
struct block {
  struct list predecessors, successors;
  int number;
};
struct graph {
  struct list blocks;
};
enum kind { NO_HEADER, REDUCIBLE, ITSELF, IRREDUCIBLE };
struct loop {
  struct loop *parent;
  int blocks, is_reducible;
};
struct node {
  struct block *block;
  struct node *representative;
  struct loop *loop;
  int number, last, kind;
  struct numbers back_edges, other_edges;
};
struct finder {
  struct list loops, nodes;
};
static unsigned char arena[131072], *top;

static void *allocate(size_t bytes) {
  void *result = top;
  top += bytes;
  return result;
}

static void clear(struct list *list) {
  list->items = NULL;
  list->length = list->capacity = 0;
}

static void push(struct list *list, void *item) {
  if (list->length == list->capacity) {
    int capacity = list->capacity == 0 ? 4 : 2 * list->capacity;
    void **items = allocate(capacity * sizeof *items);
    for (int i = 0; i < list->length; i++) items[i] = list->items[i];
    list->items = items;
    list->capacity = capacity;
  }
  list->items[list->length++] = item;
}

static int has(const struct list *list, const void *item) {
  for (int i = 0; i < list->length; i++)
    if (list->items[i] == item) return 1;
  return 0;
}

static void clear_numbers(struct numbers *list) {
  list->items = NULL;
  list->length = list->capacity = 0;
}

static void push_number(struct numbers *list, int item) {
  if (list->length == list->capacity) {
    int capacity = list->capacity == 0 ? 4 : 2 * list->capacity;
    int *items = allocate(capacity * sizeof *items);
    for (int i = 0; i < list->length; i++) items[i] = list->items[i];
    list->items = items;
    list->capacity = capacity;
  }
  list->items[list->length++] = item;
}

static int has_number(const struct numbers *list, int item) {
  for (int i = 0; i < list->length; i++)
    if (list->items[i] == item) return 1;
  return 0;
}

static struct block *add(struct graph *graph) {
  struct block *block = allocate(sizeof *block);
  clear(&block->predecessors);
  clear(&block->successors);
  block->number = -1;
  push(&graph->blocks, block);
  return block;
}

static void connect(struct block *from, struct block *to) {
  push(&from->successors, to);
  push(&to->predecessors, from);
}

static struct block *behind(struct graph *graph, struct block *block) {
  struct block *next = add(graph);
  connect(block, next);
  return next;
}

static struct block *diamond(struct graph *graph, struct block *from) {
  struct block *join = behind(graph, behind(graph, from));
  connect(behind(graph, from), join);
  return join;
}

/* A loop around a loop with branches; returns the block behind them. */
static struct block *make_loops(struct graph *graph, struct block *from) {
  struct block *header = behind(graph, from);
  struct block *outer = diamond(graph, header);
  struct block *inner = behind(graph, outer);
  struct block *latch = diamond(graph, inner);
  connect(latch, inner);
  connect(latch, header);
  struct block *footer = behind(graph, latch);
  connect(footer, from);
  return behind(graph, footer);
}

static int depth_of(const struct loop *loop) {
  int depth = 1;
  for (const struct loop *outer = loop->parent; outer != NULL; outer = outer->parent) depth++;
  return depth;
}

static struct node *find(struct node *node) {
  struct node *root = node;
  while (root->representative != root) root = root->representative;
  while (node != root) {
    struct node *next = node->representative;
    node->representative = root;
    node = next;
  }
  return root;
}

static int is_ancestor(const struct node *node, int other) { return node->number <= other && other <= node->last; }

static struct node *search(struct finder *finder, struct block *block) {
  struct node *node = allocate(sizeof *node);
  node->block = block;
  node->representative = node;
  node->loop = NULL;
  node->number = node->last = block->number = finder->nodes.length;
  node->kind = NO_HEADER;
  clear_numbers(&node->back_edges);
  clear_numbers(&node->other_edges);
  push(&finder->nodes, node);
  for (int i = 0; i < block->successors.length; i++) {
    struct block *next = block->successors.items[i];
    if (next->number < 0) node->last = search(finder, next)->last;
  }
  return node;
}

static void classify_edges(struct finder *finder) {
  for (int i = 0; i < finder->nodes.length; i++) {
    struct node *node = finder->nodes.items[i];
    const struct list *predecessors = &node->block->predecessors;
    for (int k = 0; k < predecessors->length; k++) {
      int number = ((struct block *)predecessors->items[k])->number;
      if (number < 0) continue;
      if (is_ancestor(node, number)) push_number(&node->back_edges, number);
      else push_number(&node->other_edges, number);
    }
  }
}

static void make_loop(struct finder *finder, struct node *header, struct list *pool) {
  struct loop *loop = allocate(sizeof *loop);
  loop->parent = NULL;
  loop->blocks = 1;
  loop->is_reducible = header->kind != IRREDUCIBLE;
  header->loop = loop;
  for (int i = 0; i < pool->length; i++) {
    struct node *node = pool->items[i];
    node->representative = header;
    if (node->loop != NULL) node->loop->parent = loop;
    else loop->blocks++;
  }
  push(&finder->loops, loop);
}

static void find_loop(struct finder *finder, struct node *header) {
  struct list pool, work;
  clear(&pool);
  clear(&work);
  for (int i = 0; i < header->back_edges.length; i++) {
    int number = header->back_edges.items[i];
    if (number == header->number) header->kind = ITSELF;
    else push(&pool, find(finder->nodes.items[number]));
  }
  for (int i = 0; i < pool.length; i++) push(&work, pool.items[i]);
  if (pool.length > 0) header->kind = REDUCIBLE;
  while (work.length > 0) {
    struct node *node = work.items[--work.length];
    for (int i = 0; i < node->other_edges.length; i++) {
      struct node *root = find(finder->nodes.items[node->other_edges.items[i]]);
      if (!is_ancestor(header, root->number)) {
        header->kind = IRREDUCIBLE;
        if (!has_number(&header->other_edges, root->number)) push_number(&header->other_edges, root->number);
      } else if (root != header && !has(&pool, root)) {
        push(&work, root);
        push(&pool, root);
      }
    }
  }
  if (pool.length > 0 || header->kind == ITSELF) make_loop(finder, header, &pool);
}

static void make_graph(struct graph *graph, int trees, int branches, int depth) {
  clear(&graph->blocks);
  struct block *entry = add(graph);
  make_loops(graph, entry);
  struct block *start = behind(graph, entry);
  for (int i = 0; i < trees; i++) {
    struct block *block = behind(graph, start);
    for (int j = 0; j < branches; j++) {
      struct block *first = block;
      block = behind(graph, block);
      for (int k = 0; k < depth; k++) block = make_loops(graph, block);
      struct block *bottom = behind(graph, block);
      connect(bottom, first);
      block = bottom;
    }
    connect(start, block);
  }
}

static int summarize(const struct graph *graph) {
  struct finder finder;
  clear(&finder.loops);
  clear(&finder.nodes);
  search(&finder, graph->blocks.items[0]);
  classify_edges(&finder);
  for (int i = finder.nodes.length - 1; i >= 0; i--) find_loop(&finder, finder.nodes.items[i]);
  int sum = 0, irreducible = 0;
  for (int i = 0; i < finder.loops.length; i++) {
    const struct loop *loop = finder.loops.items[i];
    sum += depth_of(loop) * loop->blocks;
    if (!loop->is_reducible) irreducible++;
  }
  return (sum * 16 + irreducible) * 256 + finder.loops.length;
}

int bench(void) {
  top = arena;
  struct graph graph;
  make_graph(&graph, 2, 2, 4);
  return summarize(&graph);
}
