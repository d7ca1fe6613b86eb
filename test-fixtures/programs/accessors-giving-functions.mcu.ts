// What a getter gives is called: of literals, classes, interfaces and generic code; the getter runs before the arguments.
const steps: string[] = [];
const step = <T>(name: string, value: T): T => { steps.push(name); return value; };
const table = { factor: 2, get twice() { steps.push('get'); return (n: number) => n * this.factor; } };
console.log(table.twice(step('argument', 4)), steps);
class Machine {
  #mode = 'on';
  get action(): (name: string) => string { return this.#mode === 'on' ? (name) => `${name} runs` : (name) => `${name} rests`; }
  set mode(value: string) { this.#mode = value; }
  get listeners(): ((n: number) => void)[] { return [(n) => console.log('first', n), (n) => console.log('second', n)]; }
  static get maker(): () => Machine { return () => new Machine(); }
}
class Loud extends Machine {
  override get action() { const quiet = super.action; return (name: string) => quiet(name).toUpperCase(); }
}
const machines: Machine[] = [Machine.maker(), new Loud()];
for (const each of machines) { console.log(each.action('motor')); each.mode = 'off'; console.log(each.action('motor')); }
machines[0]!.listeners[1]!(7);
interface Acting { readonly action: (name: string) => string }
const act = (thing: Acting) => thing.action('fan');
console.log(act(new Loud()), act({ action: (name) => name + '!' }), act({ get action() { return (name: string) => name + '?'; } }));
const same = <T>(value: T): T => value;
console.log(same(table).twice(5), same(new Loud()).action('pump'));

// A function expression that is called on an object at once.
console.log((function (this: { v: number }, by: number) { return this.v * by; }).call({ v: 3 }, 2));
