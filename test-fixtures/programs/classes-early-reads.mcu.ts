// Methods that a parent's constructor calls, and first values of its properties, read what has no value yet.
abstract class Shape {
  constructor() {
    this.init();
  }
  protected init(): void {}
}
class Rect extends Shape {
  constructor(public width: number, public name: string) {
    super();
  }
  protected override init() {
    console.log('init', this.width === undefined, this.name === undefined, `${this.name}`);
  }
}
console.log(new Rect(1, 'a'));

class Base {
  made = this.make();
  later = () => this.make();
  make() {
    return 'base';
  }
}
class Derived extends Base {
  text = 'y';
  count = 5;
  list = [1];
  override make() {
    return `${this.text} ${this.count} ${this.list} ` + this.text;
  }
}
const derived = new Derived();
console.log(derived.made, '|', derived.later());
console.log({ ...derived, later: 0 });
