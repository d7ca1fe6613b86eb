#include <stddef.h>
enum { RUNNABLE = 1, SUSPENDED = 2, HELD = 4 };
enum { IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B, TASKS };
enum { FOR_DEVICE, WORK };
struct packet {
  struct packet *next;
  int task, kind, datum, data[4];
};
struct task {
  struct task *next;
  struct task *(*run)(struct task *, struct packet *);
  int id, priority, state;
  struct packet *queue;
};
struct idle_task {
  struct task task;
  int seed, count;
};
struct worker_task {
  struct task task;
  int handler, letter;
};
struct handler_task {
  struct task task;
  struct packet *work, *devices;
};
struct device_task {
  struct task task;
  struct packet *pending;
};
static unsigned char arena[1024], *top;
static struct task *tasks, *current, *by_id[TASKS];
static int queued, held;

static void *allocate(size_t bytes) {
  void *result = top;
  top += bytes;
  return result;
}

static struct packet *behind(struct packet *packet, struct packet *queue) {
  packet->next = NULL;
  if (queue == NULL) return packet;
  struct packet *last = queue;
  while (last->next != NULL) last = last->next;
  last->next = packet;
  return queue;
}

static struct task *resume(struct task *task) {
  struct packet *packet = task->state == (SUSPENDED | RUNNABLE) ? task->queue : NULL;
  if (packet != NULL) {
    task->queue = packet->next;
    task->state = task->queue == NULL ? 0 : RUNNABLE;
  }
  return task->run(task, packet);
}

static int is_blocked(const struct task *task) { return (task->state & HELD) != 0 || task->state == SUSPENDED; }

static struct task *receive(struct task *task, struct packet *packet, struct task *sender) {
  if (task->queue != NULL) {
    task->queue = behind(packet, task->queue);
    return sender;
  }
  task->queue = behind(packet, NULL);
  task->state |= RUNNABLE;
  return task->priority > sender->priority ? task : sender;
}

static void __attribute__((noinline)) schedule(void) {
  struct task *task = tasks;
  while (task != NULL) {
    if (is_blocked(task)) {
      task = task->next;
    } else {
      current = task;
      task = resume(task);
    }
  }
}

static struct task *send(struct packet *packet) {
  struct task *receiver = by_id[packet->task];
  queued++;
  packet->task = current->id;
  return receive(receiver, packet, current);
}

static struct task *release(int id) {
  struct task *task = by_id[id];
  task->state &= ~HELD;
  return task->priority > current->priority ? task : current;
}

static struct task *hold(void) {
  held++;
  current->state |= HELD;
  return current->next;
}

static struct task *suspend(void) {
  current->state |= SUSPENDED;
  return current;
}

static struct task *run_idle(struct task *task, struct packet *packet) {
  (void)packet;
  struct idle_task *self = (struct idle_task *)task;
  self->count--;
  if (self->count == 0) return hold();
  if ((self->seed & 1) == 0) {
    self->seed >>= 1;
    return release(DEVICE_A);
  }
  self->seed = self->seed >> 1 ^ 0xd008;
  return release(DEVICE_B);
}

static struct task *run_worker(struct task *task, struct packet *packet) {
  struct worker_task *self = (struct worker_task *)task;
  if (packet == NULL) return suspend();
  self->handler = self->handler == HANDLER_A ? HANDLER_B : HANDLER_A;
  packet->task = self->handler;
  packet->datum = 0;
  for (int i = 0; i < 4; i++) {
    self->letter++;
    if (self->letter > 26) self->letter = 1;
    packet->data[i] = self->letter;
  }
  return send(packet);
}

static struct task *run_handler(struct task *task, struct packet *packet) {
  struct handler_task *self = (struct handler_task *)task;
  if (packet != NULL) {
    if (packet->kind == WORK) self->work = behind(packet, self->work);
    else self->devices = behind(packet, self->devices);
  }
  struct packet *work = self->work;
  if (work == NULL) return suspend();
  if (work->datum >= 4) {
    self->work = work->next;
    return send(work);
  }
  struct packet *device = self->devices;
  if (device == NULL) return suspend();
  self->devices = device->next;
  device->datum = work->data[work->datum];
  work->datum++;
  return send(device);
}

static struct task *run_device(struct task *task, struct packet *packet) {
  struct device_task *self = (struct device_task *)task;
  if (packet != NULL) {
    self->pending = packet;
    return hold();
  }
  struct packet *pending = self->pending;
  if (pending == NULL) return suspend();
  self->pending = NULL;
  return send(pending);
}

static struct packet *packets(int count, int task, int kind) {
  struct packet *queue = NULL;
  for (int i = 0; i < count; i++) {
    struct packet *packet = allocate(sizeof *packet);
    packet->next = queue;
    packet->task = task;
    packet->kind = kind;
    packet->datum = 0;
    for (int k = 0; k < 4; k++) packet->data[k] = 0;
    queue = packet;
  }
  return queue;
}

static void add(struct task *task, struct task *(*run)(struct task *, struct packet *), int id, int priority,
                struct packet *queue) {
  task->next = tasks;
  task->run = run;
  task->id = id;
  task->priority = priority;
  task->state = queue == NULL ? SUSPENDED : SUSPENDED | RUNNABLE;
  task->queue = queue;
  tasks = by_id[id] = task;
}

static void add_idle(int count) {
  struct idle_task *self = allocate(sizeof *self);
  add(&self->task, run_idle, IDLE, 0, NULL);
  self->task.state = 0;
  self->seed = 1;
  self->count = count;
}

static void add_worker(int id, int priority, struct packet *queue) {
  struct worker_task *self = allocate(sizeof *self);
  add(&self->task, run_worker, id, priority, queue);
  self->handler = HANDLER_A;
  self->letter = 0;
}

static void add_handler(int id, int priority, struct packet *queue) {
  struct handler_task *self = allocate(sizeof *self);
  add(&self->task, run_handler, id, priority, queue);
  self->work = self->devices = NULL;
}

static void add_device(int id, int priority) {
  struct device_task *self = allocate(sizeof *self);
  add(&self->task, run_device, id, priority, NULL);
  self->pending = NULL;
}

int bench(void) {
  top = arena;
  tasks = current = NULL;
  queued = held = 0;
  add_idle(1000);
  add_worker(WORKER, 1000, packets(2, WORKER, WORK));
  add_handler(HANDLER_A, 2000, packets(3, DEVICE_A, FOR_DEVICE));
  add_handler(HANDLER_B, 3000, packets(3, DEVICE_B, FOR_DEVICE));
  add_device(DEVICE_A, 4000);
  add_device(DEVICE_B, 5000);
  schedule();
  return queued * 1000 + held;
}
