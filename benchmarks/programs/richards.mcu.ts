// The scheduler of an operating system with six tasks, after Martin Richards.
const RUNNABLE: int = 1;
const SUSPENDED: int = 2;
const HELD: int = 4;
const IDLE: int = 0;
const WORKER: int = 1;
const HANDLER_A: int = 2;
const HANDLER_B: int = 3;
const DEVICE_A: int = 4;
const DEVICE_B: int = 5;
const FOR_DEVICE: int = 0;
const WORK: int = 1;
class Packet {
  datum: int = 0;
  readonly data: int[] = [0, 0, 0, 0];
  constructor(
    public next: Packet | null,
    public task: int,
    readonly kind: int,
  ) {}
  behind(queue: Packet | null): Packet {
    this.next = null;
    if (queue === null) return this;
    let last = queue;
    while (last.next !== null) last = last.next;
    last.next = this;
    return queue;
  }
}
abstract class Task {
  readonly next: Task | null;
  state: int;
  constructor(
    readonly scheduler: Scheduler,
    readonly id: int,
    readonly priority: int,
    public queue: Packet | null,
  ) {
    this.next = scheduler.tasks;
    this.state = queue === null ? SUSPENDED : SUSPENDED | RUNNABLE;
    scheduler.add(this);
  }
  abstract run(packet: Packet | null): Task | null;
  resume(): Task | null {
    const packet = this.state === (SUSPENDED | RUNNABLE) ? this.queue : null;
    if (packet !== null) {
      this.queue = packet.next;
      this.state = this.queue === null ? 0 : RUNNABLE;
    }
    return this.run(packet);
  }
  isBlocked(): boolean {
    return (this.state & HELD) !== 0 || this.state === SUSPENDED;
  }
  receive(packet: Packet, sender: Task): Task {
    if (this.queue !== null) {
      this.queue = packet.behind(this.queue);
      return sender;
    }
    this.queue = packet.behind(null);
    this.state |= RUNNABLE;
    return this.priority > sender.priority ? this : sender;
  }
}
class Scheduler {
  tasks: Task | null = null;
  queued: int = 0;
  held: int = 0;
  #current: Task | null = null;
  readonly #byId: (Task | null)[] = [null, null, null, null, null, null];
  add(task: Task): void {
    this.tasks = task;
    this.#byId[task.id] = task;
  }
  run(): void {
    let task = this.tasks;
    while (task !== null) {
      if (task.isBlocked()) {
        task = task.next;
      } else {
        this.#current = task;
        task = task.resume();
      }
    }
  }
  send(packet: Packet): Task {
    const sender = this.#current!;
    const receiver = this.#byId[packet.task]!;
    this.queued++;
    packet.task = sender.id;
    return receiver.receive(packet, sender);
  }
  release(id: int): Task {
    const task = this.#byId[id]!;
    task.state &= ~HELD;
    return task.priority > this.#current!.priority ? task : this.#current!;
  }
  hold(): Task | null {
    this.held++;
    this.#current!.state |= HELD;
    return this.#current!.next;
  }
  suspend(): Task {
    this.#current!.state |= SUSPENDED;
    return this.#current!;
  }
}
class IdleTask extends Task {
  #seed: int = 1;
  #count: int;
  constructor(scheduler: Scheduler, count: int) {
    super(scheduler, IDLE, 0, null);
    this.#count = count;
    this.state = 0;
  }
  run(): Task | null {
    this.#count--;
    if (this.#count === 0) return this.scheduler.hold();
    if ((this.#seed & 1) === 0) {
      this.#seed >>= 1;
      return this.scheduler.release(DEVICE_A);
    }
    this.#seed = (this.#seed >> 1) ^ 0xd008;
    return this.scheduler.release(DEVICE_B);
  }
}
class WorkerTask extends Task {
  #handler: int = HANDLER_A;
  #letter: int = 0;
  run(packet: Packet | null): Task | null {
    if (packet === null) return this.scheduler.suspend();
    this.#handler = this.#handler === HANDLER_A ? HANDLER_B : HANDLER_A;
    packet.task = this.#handler;
    packet.datum = 0;
    for (let i: int = 0; i < 4; i++) {
      this.#letter++;
      if (this.#letter > 26) this.#letter = 1;
      packet.data[i] = this.#letter;
    }
    return this.scheduler.send(packet);
  }
}
class HandlerTask extends Task {
  #work: Packet | null = null;
  #devices: Packet | null = null;
  run(packet: Packet | null): Task | null {
    if (packet !== null) {
      if (packet.kind === WORK) this.#work = packet.behind(this.#work);
      else this.#devices = packet.behind(this.#devices);
    }
    const work = this.#work;
    if (work === null) return this.scheduler.suspend();
    if (work.datum >= 4) {
      this.#work = work.next;
      return this.scheduler.send(work);
    }
    const device = this.#devices;
    if (device === null) return this.scheduler.suspend();
    this.#devices = device.next;
    device.datum = work.data[work.datum];
    work.datum++;
    return this.scheduler.send(device);
  }
}
class DeviceTask extends Task {
  #pending: Packet | null = null;
  run(packet: Packet | null): Task | null {
    if (packet !== null) {
      this.#pending = packet;
      return this.scheduler.hold();
    }
    const pending = this.#pending;
    if (pending === null) return this.scheduler.suspend();
    this.#pending = null;
    return this.scheduler.send(pending);
  }
}
function packets(count: int, task: int, kind: int): Packet | null {
  let queue: Packet | null = null;
  for (let i: int = 0; i < count; i++) queue = new Packet(queue, task, kind);
  return queue;
}

// %%
const scheduler = new Scheduler();
new IdleTask(scheduler, 1000);
new WorkerTask(scheduler, WORKER, 1000, packets(2, WORKER, WORK));
new HandlerTask(scheduler, HANDLER_A, 2000, packets(3, DEVICE_A, FOR_DEVICE));
new HandlerTask(scheduler, HANDLER_B, 3000, packets(3, DEVICE_B, FOR_DEVICE));
new DeviceTask(scheduler, DEVICE_A, 4000, null);
new DeviceTask(scheduler, DEVICE_B, 5000, null);
scheduler.run();
scheduler.queued * 1000 + scheduler.held;
