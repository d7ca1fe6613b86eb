#include <stddef.h>
enum strength { REQUIRED, PREFERRED, STRONG_DEFAULT, NORMAL, WEAKEST };
enum direction { NONE, FORWARD, BACKWARD };
struct list {
  void **items;
  int length, capacity;
};
struct variable {
  struct list constraints;
  struct constraint *determined_by;
  int mark, walk_strength, stays, value;
};
struct constraint {
  const struct class *class;
  int strength;
};
struct class {
  int (*is_satisfied)(const struct constraint *);
  void (*add_to_graph)(struct constraint *);
  void (*remove_from_graph)(struct constraint *);
  void (*choose_method)(struct constraint *, int mark);
  void (*mark_inputs)(struct constraint *, int mark);
  int (*inputs_known)(const struct constraint *, int mark);
  struct variable *(*output)(const struct constraint *);
  void (*mark_unsatisfied)(struct constraint *);
  void (*recalculate)(struct constraint *);
  void (*execute)(struct constraint *);
  int (*is_input)(const struct constraint *);
};
struct unary {
  struct constraint constraint;
  struct variable *variable;
  int satisfied;
};
struct binary {
  struct constraint constraint;
  struct variable *first, *second;
  int direction;
};
struct scale {
  struct binary binary;
  struct variable *scale, *offset;
};
struct planner {
  int mark;
};
static unsigned char arena[65536], *top;

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

static struct variable *make_variable(int value) {
  struct variable *variable = allocate(sizeof *variable);
  clear(&variable->constraints);
  variable->determined_by = NULL;
  variable->mark = 0;
  variable->walk_strength = WEAKEST;
  variable->stays = 1;
  variable->value = value;
  return variable;
}

static void remove_constraint(struct variable *variable, struct constraint *constraint) {
  struct list *list = &variable->constraints;
  int at = 0;
  while (list->items[at] != constraint) at++;
  for (list->length--; at < list->length; at++) list->items[at] = list->items[at + 1];
  if (variable->determined_by == constraint) variable->determined_by = NULL;
}

static void add_consumers(const struct variable *variable, struct list *todo) {
  const struct constraint *determining = variable->determined_by;
  for (int i = 0; i < variable->constraints.length; i++) {
    struct constraint *each = variable->constraints.items[i];
    if (each != determining && each->class->is_satisfied(each)) push(todo, each);
  }
}

static void propagate(struct constraint *constraint, int mark) {
  struct list todo;
  clear(&todo);
  push(&todo, constraint);
  while (todo.length > 0) {
    struct constraint *next = todo.items[--todo.length];
    struct variable *output = next->class->output(next);
    if (output->mark == mark) __builtin_trap();
    next->class->recalculate(next);
    add_consumers(output, &todo);
  }
}

static struct constraint *satisfy(struct constraint *constraint, int mark) {
  const struct class *class = constraint->class;
  class->choose_method(constraint, mark);
  if (!class->is_satisfied(constraint)) {
    if (constraint->strength == REQUIRED) __builtin_trap();
    return NULL;
  }
  class->mark_inputs(constraint, mark);
  struct variable *output = class->output(constraint);
  struct constraint *overridden = output->determined_by;
  if (overridden != NULL) overridden->class->mark_unsatisfied(overridden);
  output->determined_by = constraint;
  propagate(constraint, mark);
  output->mark = mark;
  return overridden;
}

static void incremental_add(struct planner *planner, struct constraint *constraint) {
  int mark = ++planner->mark;
  struct constraint *overridden = satisfy(constraint, mark);
  while (overridden != NULL) overridden = satisfy(overridden, mark);
}

static void unsatisfied_behind(struct variable *output, struct list *unsatisfied) {
  output->determined_by = NULL;
  output->walk_strength = WEAKEST;
  output->stays = 1;
  struct list todo;
  clear(&todo);
  push(&todo, output);
  while (todo.length > 0) {
    struct variable *variable = todo.items[--todo.length];
    struct constraint *determining = variable->determined_by;
    for (int i = 0; i < variable->constraints.length; i++) {
      struct constraint *each = variable->constraints.items[i];
      if (!each->class->is_satisfied(each)) {
        push(unsatisfied, each);
      } else if (each != determining) {
        each->class->recalculate(each);
        push(&todo, each->class->output(each));
      }
    }
  }
}

static void incremental_remove(struct planner *planner, struct constraint *constraint) {
  struct variable *output = constraint->class->output(constraint);
  constraint->class->mark_unsatisfied(constraint);
  constraint->class->remove_from_graph(constraint);
  struct list unsatisfied;
  clear(&unsatisfied);
  unsatisfied_behind(output, &unsatisfied);
  for (int strength = REQUIRED; strength < WEAKEST; strength++)
    for (int i = 0; i < unsatisfied.length; i++) {
      struct constraint *each = unsatisfied.items[i];
      if (each->strength == strength) incremental_add(planner, each);
    }
}

static void make_plan(struct planner *planner, struct constraint *edit, struct list *plan) {
  int mark = ++planner->mark;
  struct list todo;
  clear(&todo);
  if (edit->class->is_input(edit) && edit->class->is_satisfied(edit)) push(&todo, edit);
  while (todo.length > 0) {
    struct constraint *next = todo.items[--todo.length];
    struct variable *output = next->class->output(next);
    if (output->mark == mark || !next->class->inputs_known(next, mark)) continue;
    push(plan, next);
    output->mark = mark;
    add_consumers(output, &todo);
  }
}

static void add(struct planner *planner, struct constraint *constraint) {
  constraint->class->add_to_graph(constraint);
  incremental_add(planner, constraint);
}

static void destroy(struct planner *planner, struct constraint *constraint) {
  if (constraint->class->is_satisfied(constraint)) incremental_remove(planner, constraint);
  else constraint->class->remove_from_graph(constraint);
}

static void execute_nothing(struct constraint *constraint) { (void)constraint; }

static int is_no_input(const struct constraint *constraint) {
  (void)constraint;
  return 0;
}

static int is_input(const struct constraint *constraint) {
  (void)constraint;
  return 1;
}

static int unary_is_satisfied(const struct constraint *constraint) {
  return ((const struct unary *)constraint)->satisfied;
}

static void unary_add_to_graph(struct constraint *constraint) {
  struct unary *self = (struct unary *)constraint;
  push(&self->variable->constraints, self);
  self->satisfied = 0;
}

static void unary_remove_from_graph(struct constraint *constraint) {
  struct unary *self = (struct unary *)constraint;
  remove_constraint(self->variable, constraint);
  self->satisfied = 0;
}

static void unary_choose_method(struct constraint *constraint, int mark) {
  struct unary *self = (struct unary *)constraint;
  self->satisfied = self->variable->mark != mark && constraint->strength < self->variable->walk_strength;
}

static void unary_mark_inputs(struct constraint *constraint, int mark) { (void)constraint, (void)mark; }

static int unary_inputs_known(const struct constraint *constraint, int mark) {
  (void)constraint, (void)mark;
  return 1;
}

static struct variable *unary_output(const struct constraint *constraint) {
  return ((const struct unary *)constraint)->variable;
}

static void unary_mark_unsatisfied(struct constraint *constraint) { ((struct unary *)constraint)->satisfied = 0; }

static void unary_recalculate(struct constraint *constraint) {
  struct variable *variable = ((struct unary *)constraint)->variable;
  variable->walk_strength = constraint->strength;
  variable->stays = !constraint->class->is_input(constraint);
  if (variable->stays) constraint->class->execute(constraint);
}

static int binary_is_satisfied(const struct constraint *constraint) {
  return ((const struct binary *)constraint)->direction != NONE;
}

static void binary_add_to_graph(struct constraint *constraint) {
  struct binary *self = (struct binary *)constraint;
  push(&self->first->constraints, self);
  push(&self->second->constraints, self);
  self->direction = NONE;
}

static void binary_remove_from_graph(struct constraint *constraint) {
  struct binary *self = (struct binary *)constraint;
  remove_constraint(self->first, constraint);
  remove_constraint(self->second, constraint);
  self->direction = NONE;
}

static void binary_choose_method(struct constraint *constraint, int mark) {
  struct binary *self = (struct binary *)constraint;
  const struct variable *first = self->first, *second = self->second;
  int strength = constraint->strength;
  int forward = second->mark != mark && strength < second->walk_strength ? FORWARD : NONE;
  int backward = first->mark != mark && strength < first->walk_strength ? BACKWARD : NONE;
  if (first->mark == mark) self->direction = forward;
  else if (second->mark == mark) self->direction = backward;
  else self->direction = first->walk_strength > second->walk_strength ? backward : forward;
}

static struct variable *binary_input(const struct binary *self) {
  return self->direction == FORWARD ? self->first : self->second;
}

static struct variable *binary_output(const struct constraint *constraint) {
  const struct binary *self = (const struct binary *)constraint;
  return self->direction == FORWARD ? self->second : self->first;
}

static void binary_mark_inputs(struct constraint *constraint, int mark) {
  binary_input((struct binary *)constraint)->mark = mark;
}

static int binary_inputs_known(const struct constraint *constraint, int mark) {
  const struct variable *input = binary_input((const struct binary *)constraint);
  return input->mark == mark || input->stays || input->determined_by == NULL;
}

static void binary_mark_unsatisfied(struct constraint *constraint) {
  ((struct binary *)constraint)->direction = NONE;
}

static void binary_recalculate(struct constraint *constraint) {
  const struct variable *input = binary_input((struct binary *)constraint);
  struct variable *output = binary_output(constraint);
  output->walk_strength =
      constraint->strength > input->walk_strength ? constraint->strength : input->walk_strength;
  output->stays = input->stays;
  if (output->stays) constraint->class->execute(constraint);
}

static void equality_execute(struct constraint *constraint) {
  binary_output(constraint)->value = binary_input((struct binary *)constraint)->value;
}

static void scale_add_to_graph(struct constraint *constraint) {
  struct scale *self = (struct scale *)constraint;
  binary_add_to_graph(constraint);
  push(&self->scale->constraints, self);
  push(&self->offset->constraints, self);
}

static void scale_remove_from_graph(struct constraint *constraint) {
  struct scale *self = (struct scale *)constraint;
  binary_remove_from_graph(constraint);
  remove_constraint(self->scale, constraint);
  remove_constraint(self->offset, constraint);
}

static void scale_mark_inputs(struct constraint *constraint, int mark) {
  struct scale *self = (struct scale *)constraint;
  binary_mark_inputs(constraint, mark);
  self->scale->mark = mark;
  self->offset->mark = mark;
}

static void scale_execute(struct constraint *constraint) {
  const struct scale *self = (struct scale *)constraint;
  struct variable *first = self->binary.first, *second = self->binary.second;
  if (self->binary.direction == FORWARD) second->value = first->value * self->scale->value + self->offset->value;
  else first->value = (second->value - self->offset->value) / self->scale->value;
}

static void scale_recalculate(struct constraint *constraint) {
  const struct scale *self = (struct scale *)constraint;
  const struct variable *input = binary_input(&self->binary);
  struct variable *output = binary_output(constraint);
  output->walk_strength =
      constraint->strength > input->walk_strength ? constraint->strength : input->walk_strength;
  output->stays = input->stays && self->scale->stays && self->offset->stays;
  if (output->stays) constraint->class->execute(constraint);
}

static const struct class stay_class = {
    unary_is_satisfied, unary_add_to_graph, unary_remove_from_graph, unary_choose_method,
    unary_mark_inputs,  unary_inputs_known, unary_output,            unary_mark_unsatisfied,
    unary_recalculate,  execute_nothing,    is_no_input,
};
static const struct class edit_class = {
    unary_is_satisfied, unary_add_to_graph, unary_remove_from_graph, unary_choose_method,
    unary_mark_inputs,  unary_inputs_known, unary_output,            unary_mark_unsatisfied,
    unary_recalculate,  execute_nothing,    is_input,
};
static const struct class equality_class = {
    binary_is_satisfied, binary_add_to_graph, binary_remove_from_graph, binary_choose_method,
    binary_mark_inputs,  binary_inputs_known, binary_output,            binary_mark_unsatisfied,
    binary_recalculate,  equality_execute,    is_no_input,
};
static const struct class scale_class = {
    binary_is_satisfied, scale_add_to_graph,  scale_remove_from_graph, binary_choose_method,
    scale_mark_inputs,   binary_inputs_known, binary_output,           binary_mark_unsatisfied,
    scale_recalculate,   scale_execute,       is_no_input,
};

static struct constraint *make_unary(const struct class *class, struct variable *variable, int strength) {
  struct unary *unary = allocate(sizeof *unary);
  *unary = (struct unary){{class, strength}, variable, 0};
  return &unary->constraint;
}

static struct constraint *make_equality(struct variable *first, struct variable *second, int strength) {
  struct binary *binary = allocate(sizeof *binary);
  *binary = (struct binary){{&equality_class, strength}, first, second, NONE};
  return &binary->constraint;
}

static struct constraint *make_scale(struct variable *first, struct variable *scale, struct variable *offset,
                                     struct variable *second, int strength) {
  struct scale *self = allocate(sizeof *self);
  *self = (struct scale){{{&scale_class, strength}, first, second, NONE}, scale, offset};
  return &self->binary.constraint;
}

static void __attribute__((noinline)) change(struct planner *planner, struct variable *variable, int value,
                                             int times) {
  struct constraint *edit = make_unary(&edit_class, variable, PREFERRED);
  add(planner, edit);
  struct list plan;
  clear(&plan);
  make_plan(planner, edit, &plan);
  for (int i = 0; i < times; i++) {
    variable->value = value + i;
    for (int k = 0; k < plan.length; k++) {
      struct constraint *each = plan.items[k];
      each->class->execute(each);
    }
  }
  destroy(planner, edit);
}

static int __attribute__((noinline)) chain(int length) {
  struct planner planner = {0};
  struct variable *first = make_variable(0), *last = first;
  for (int i = 0; i < length; i++) {
    struct variable *next = make_variable(0);
    add(&planner, make_equality(last, next, REQUIRED));
    last = next;
  }
  add(&planner, make_unary(&stay_class, last, STRONG_DEFAULT));
  change(&planner, first, 0, 50);
  return last->value;
}

static int __attribute__((noinline)) projection(int count) {
  struct planner planner = {0};
  struct variable *scale = make_variable(10), *offset = make_variable(1000);
  struct variable *source = scale, *target = scale;
  struct list targets;
  clear(&targets);
  for (int i = 0; i < count; i++) {
    source = make_variable(i);
    target = make_variable(i);
    push(&targets, target);
    add(&planner, make_unary(&stay_class, source, NORMAL));
    add(&planner, make_scale(source, scale, offset, target, REQUIRED));
  }
  change(&planner, source, 17, 1);
  int sum = target->value;
  change(&planner, target, 1050, 1);
  sum = (sum * 31 + source->value) & 0xfffff;
  change(&planner, scale, 5, 1);
  for (int i = 0; i < targets.length; i++) sum = (sum * 31 + ((struct variable *)targets.items[i])->value) & 0xfffff;
  change(&planner, offset, 2000, 1);
  for (int i = 0; i < targets.length; i++) sum = (sum * 31 + ((struct variable *)targets.items[i])->value) & 0xfffff;
  return sum;
}

int bench(void) {
  top = arena;
  int checksum = chain(20);
  return checksum * 1048576 + projection(15);
}
