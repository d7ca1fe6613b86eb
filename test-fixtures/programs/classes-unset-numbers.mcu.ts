// Numbers and truth values that are declared with ! and have no value yet, and what a parent's constructor finds of a
// class whose fields have none.
interface Counted {
  count: number;
}
class Meter implements Counted {
  count!: number;
  isOn!: boolean;
  label!: string;
  steps!: int;
  start(): this {
    this.count = 1;
    this.isOn = true;
    this.label = 'm';
    this.steps = 0;
    return this;
  }
  step(): number {
    this.steps++;
    this.count += 2;
    return this.count * 2;
  }
  take(): number {
    const { count, steps } = this;
    return count + steps;
  }
}
const meter = new Meter();
console.log(meter.count, meter.isOn, meter.label, meter.count === undefined, typeof meter.isOn, meter.count ?? 7);
if (!meter.isOn) console.log('off');
meter.start();
console.log(meter.step(), meter.count, meter.count + 1, meter.take(), meter);
const twice = (counted: Counted): number => counted.count * 2;
const all: Counted[] = [meter, { count: 4 }];
console.log(twice(meter), all.map((each) => each.count), { ...meter }.count);
const key: 'count' = 'count';
const { count, ...rest } = meter;
console.log(meter[key], count, rest, JSON.stringify(meter));
meter.count ??= 9;
console.log(meter.count);
meter.count = 50;
const other = new Meter();
other.count ??= 9;
console.log(other.count, new Meter().isOn);
try {
  console.log(Number.isNaN(new Meter().take()));
} catch {
  console.log(true);
}

class Box<T> {
  value!: T;
  isFull = false;
  put(value: T): this {
    this.value = value;
    this.isFull = true;
    return this;
  }
}
console.log(new Box<number>().value, new Box<string>().value, new Box<number>().put(5).value + 1);

class Widget {
  constructor() {
    this.describe();
    this.setUp();
  }
  describe(): void {}
  setUp(): void {}
}
class Button extends Widget {
  width = 5;
  text = 'button';
  items: number[] = [1];
  isShown = true;
  id?: number;
  tag!: string;
  extra: string | undefined;
  describe(): void {
    console.log(this.width, this.text, this.items, this.isShown, this.text === undefined);
    try {
      console.log(this.text.length);
    } catch (error) {
      console.log((error as Error).name);
    }
  }
  setUp(): void {
    this.width = 7;
    this.id = 3;
    this.tag = 'tag';
    this.extra = 'extra';
  }
}
const button = new Button();
button.describe();
console.log(button.id, button.tag, button.extra, button.items);
button.setUp();
console.log(button.id, button.tag, button.extra, button.width + 1);
