// Which method a call reaches, in which order things happen, and `this` in functions.
const log: string[] = [];
const note = (text: string): string => {
  log.push(text);
  return text;
};
class Base {
  a = note('base field');
  constructor() {
    note(`base constructor sees ${this.name()}`);
  }
  name(): string {
    return 'base';
  }
  twice(): string {
    return this.name() + this.name();
  }
}
class Middle extends Base {
  b = note('middle field');
  override name(): string {
    return `middle of ${super.name()}`;
  }
}
class Derived extends Middle {
  c: string;
  constructor(text: string) {
    note('before super');
    super();
    this.c = note(`derived ${text}`);
  }
  override twice(): string {
    const both = () => super.twice();
    return `${both()}!`;
  }
}
const all: Base[] = [new Base(), new Middle(), new Derived('x')];
console.log(log.join(', '));
console.log(all.map((each) => each.twice()));

// %%
// Another cell adds a class: calls in the older cell reach its methods.
class Late extends Middle {
  override name(): string {
    return 'late';
  }
}
all.push(new Late());
console.log(all.map((each) => each.name()));
let kinds = '';
for (const each of all) {
  kinds += each instanceof Late ? 'L' : each instanceof Derived ? 'D' : each instanceof Middle ? 'M' : 'B';
}
console.log(kinds);

// %%
class Temperature {
  static readonly zero = -273.15;
  static last: Temperature | undefined;
  private celsius = 0;
  get kelvin(): number {
    return this.celsius - Temperature.zero;
  }
  set kelvin(value: number) {
    this.celsius = value + Temperature.zero;
    Temperature.last = this;
  }
  static fromKelvin(kelvin: number): Temperature {
    const result = new Temperature();
    result.kelvin = kelvin;
    return result;
  }
  static get hasLast(): boolean {
    return this.last !== undefined;
  }
}
console.log(Temperature.hasLast);
const boiling = Temperature.fromKelvin(373.15);
boiling.kelvin += 10;
console.log(boiling.kelvin, Temperature.hasLast, Temperature.last === boiling);

// %%
class Button {
  presses: int = 0;
  private handlers: (() => void)[] = [];
  on(handler: () => void): void {
    this.handlers.push(handler);
  }
  press(): void {
    this.presses++;
    for (const handler of this.handlers) handler();
  }
}
class Light {
  on = false;
  constructor(private readonly button: Button) {
    button.on(() => {
      this.on = !this.on;
    });
    button.on(() => this.report());
  }
  private report(): void {
    console.log(this.on ? 'on' : 'off', this.button.presses);
  }
}
const button = new Button();
const light = new Light(button);
button.press();
button.press();
button.press();
console.log(light.on);
