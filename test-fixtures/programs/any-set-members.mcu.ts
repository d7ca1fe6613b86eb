// Properties and setters of classes are set, and methods are asked for, through values of type any.

class Counter {
  count = 0;
  name = 'c';
  tags: string[] = [];
  next: Counter | null = null;
  done = false;
  private inner = 1;
  constructor(public step: number, protected readonly id = 7) {}
  get twice() {
    return this.inner * 2;
  }
  set twice(value: number) {
    this.inner = value / 2;
  }
  advance() {
    this.count += this.step;
    return this;
  }
  toString() {
    return `${this.name}:${this.count}/${this.inner}/${this.id}`;
  }
}
class Named extends Counter {
  label = 'l';
  override set twice(value: number) {
    super.twice = value + 2;
  }
  override get twice() {
    return super.twice;
  }
}
class Other {
  count = 'text';
  label?: string;
}

function reset(o: any) {
  o.count = 0;
  o['name'] = o.name + '!';
  o.twice = 10;
  return o;
}

const counter = new Counter(2).advance();
console.log(String(reset(counter)), counter.twice);
const named = new Named(3).advance();
console.log(String(reset(named)), named.twice);

const one: any = new Counter(1);
one.count = 4;
one.count += 2;
one.count++;
one['step'] *= 5;
one.done = one.count > 3;
one.tags = ['a', 'b'];
one.next = named;
one.id = 9;
one.twice += 6;
console.log(one.count, one.step, one.done, one.tags, one.next === named, String(one), String(one.advance()));
one.next = null;
({ count: one.count, name: one.name } = { count: 1, name: 'taken' });
console.log(one);

// Each object has what its class or what made it says.
const all: any[] = [new Counter(1), new Named(1), new Other(), { count: 1, label: 'x' }];
for (const each of all) {
  if ('label' in each) each.label = 'L';
  if (typeof each.count === 'number') each.count = 5;
  else each.count = 'five';
}
console.log(all[1].label, all[2], all[3], all.map((each) => each.count));

const frozen: any = Object.freeze(new Other());
try {
  frozen.count = 'thawed';
} catch (e) {
  console.log(e instanceof TypeError, frozen.count);
}
try {
  const none: any = null;
  none.count = 1;
} catch (e) {
  console.log(e instanceof TypeError);
}

class Box {
  run?: () => number;
  held = () => 3;
  show() {
    return 'box';
  }
  toJSON() {
    return 'json';
  }
}
const isShown = (x: any) => typeof x.show === 'function';
const values: any[] = [new Box(), new Counter(1), { show: () => 1 }, { show: 1 }, {}, 'text', 5, [1], true];
console.log(values.map(isShown));
console.log(values.map((x) => (x.show ? 'y' : 'n')).join(''));
const box: any = new Box();
console.log(typeof box.show, typeof box.held, typeof box.run, typeof box.missing, box.show !== undefined, 'show' in box);
const shown = (x: any) => (typeof x.toJSON === 'function' ? x.toJSON() : x);
console.log(shown(box), shown(3), shown('s'));
const asked: unknown = box;
if (typeof asked === 'object' && asked !== null && 'show' in asked && typeof asked.show === 'function') console.log('has show');
