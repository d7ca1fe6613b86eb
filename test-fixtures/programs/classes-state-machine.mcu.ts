// State machines: with a table, with classes, with a union.
type State = 'idle' | 'running' | 'paused' | 'stopped';
type Event_ = 'start' | 'pause' | 'resume' | 'stop';
const transitions: Record<State, Partial<Record<Event_, State>>> = {
  idle: { start: 'running' },
  running: { pause: 'paused', stop: 'stopped' },
  paused: { resume: 'running', stop: 'stopped' },
  stopped: {},
};
class Machine {
  private history: State[] = [];
  constructor(private state: State = 'idle') {}
  send(event: Event_): State {
    const next = transitions[this.state][event];
    if (!next) throw new Error(`no ${event} in ${this.state}`);
    this.history.push(this.state);
    this.state = next;
    return next;
  }
  get trace() {
    return [...this.history, this.state].join(' > ');
  }
}
const m = new Machine();
console.log(m.send('start'), m.send('pause'), m.send('resume'), m.send('stop'));
console.log(m.trace);
try {
  m.send('start');
} catch (error) {
  console.log((error as Error).message);
}
interface Light {
  readonly color: string;
  next(): Light;
}
class Red implements Light {
  readonly color = 'red';
  next() {
    return new Green();
  }
}
class Green implements Light {
  readonly color = 'green';
  next() {
    return new Yellow();
  }
}
class Yellow implements Light {
  readonly color = 'yellow';
  next(): Light {
    return new Red();
  }
}
let light: Light = new Red();
const seen: string[] = [];
for (let i = 0; i < 5; i++) {
  seen.push(light.color);
  light = light.next();
}
console.log(seen);
type Door = { kind: 'open'; since: number } | { kind: 'closed' } | { kind: 'locked'; code: string };
function step(door: Door, input: string): Door {
  switch (door.kind) {
    case 'open':
      return { kind: 'closed' };
    case 'closed':
      return input === 'open' ? { kind: 'open', since: 1 } : { kind: 'locked', code: input };
    case 'locked':
      return input === door.code ? { kind: 'closed' } : door;
  }
}
let door: Door = { kind: 'open', since: 0 };
for (const input of ['close', '42', '41', '42', 'open']) {
  door = step(door, input);
  console.log(input, door);
}
