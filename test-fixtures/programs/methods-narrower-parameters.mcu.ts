// Methods and functions that take less than what they stand for, as TypeScript lets methods do: what they get is checked.
class Signal { constructor(readonly at: number) {} }
class Pulse extends Signal { constructor(at: number, readonly width: number) { super(at); } }
interface Handler { handle(signal: Signal): string }
const ofPulses: Handler = { handle(pulse: Pulse) { return `pulse of ${pulse.width}`; } };
class Counter implements Handler {
  count = 0;
  handle(pulse: Pulse) { this.count += pulse.width; return `count ${this.count}`; }
}
const handlers: Handler[] = [ofPulses, new Counter()];
for (const width of [3, 4]) for (const each of handlers) console.log(each.handle(new Pulse(1, width)));

abstract class Feeder { abstract feed(what: Signal): number; twice(what: Signal) { return this.feed(what) + this.feed(what); } }
class PulseFeeder extends Feeder { feed(what: Pulse) { return what.width + what.at; } }
class AnyFeeder extends Feeder { feed(what: Signal) { return what.at; } }
const feeders: Feeder[] = [new PulseFeeder(), new AnyFeeder()];
console.log(feeders.map((each) => each.twice(new Pulse(10, 5))));

// Listeners that get the object itself as what it is.
class Source {
  private listeners: ((source: this, value: number) => void)[] = [];
  on(listener: (source: this, value: number) => void) { this.listeners.push(listener); return this; }
  emit(value: number) { for (const each of this.listeners) each(this, value); }
}
class Dial extends Source { angle = 0; turn(by: number) { this.angle += by; this.emit(by); return this; } }
new Dial().on((dial, by) => console.log(dial.angle, by)).on((source) => console.log(source instanceof Dial)).turn(30).turn(15);
