// %% [markdown]
// # A traffic light
// Three lamps at the pins GP16, GP17 and GP18, and a machine with a few states. The board view shows the pins.

// %% A lamp is a pin with a name
class Lamp {
  private readonly pin: Pin;

  constructor(
    readonly name: string,
    gpio: int,
  ) {
    this.pin = new Pin(gpio, Pin.OUT);
  }

  set(isOn: boolean): void {
    this.pin.write(isOn);
  }
}
const red = new Lamp('red', 16);
const yellow = new Lamp('yellow', 17);
const green = new Lamp('green', 18);
const lamps = [red, yellow, green];

// %% The states: which lamps are on, how long, and what comes next
interface Phase {
  readonly on: Lamp[];
  readonly milliseconds: int;
}
const phases: Phase[] = [
  { on: [red], milliseconds: 2000 },
  { on: [red, yellow], milliseconds: 600 },
  { on: [green], milliseconds: 2000 },
  { on: [yellow], milliseconds: 600 },
];

// %% The machine
let phase: int = 0;
let rounds: int = 0;

function next() {
  const { on, milliseconds } = phases[phase]!;
  for (const lamp of lamps) lamp.set(on.includes(lamp));
  console.log(on.map((lamp) => lamp.name).join(' and '));
  phase = (phase + 1) % phases.length;
  if (phase === 0) rounds++;
  if (rounds < 3) setTimeout(next, milliseconds);
}

// %% Start it; for another three rounds, run this cell again
rounds = 0;
next();
