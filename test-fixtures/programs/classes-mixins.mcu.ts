// Mixins: functions that extend the class they are given.
type Constructor<T = object> = new (...args: any[]) => T;

function Timestamped<B extends Constructor>(Base: B) {
  return class extends Base {
    stamp = 42;
    age() {
      return this.stamp + 1;
    }
  };
}

const Named = <T extends Constructor>(Base: T) =>
  class extends Base {
    private held = 'none';
    get name() {
      return this.held;
    }
    set name(value: string) {
      this.held = value;
    }
  };

const Counted = <T extends Constructor>(Base: T) => {
  console.log('counted');
  class Counted extends Base {
    count = 0;
    inc(by = 1) {
      this.count += by;
      return this;
    }
  }
  return Counted;
};

class User {
  constructor(public title: string) {}
  hi() {
    return `hi ${this.title}`;
  }
}

const TimestampedUser = Timestamped(User);
const user = new TimestampedUser('Ann');
console.log(user.title, user.stamp, user.age(), user.hi());
console.log(user instanceof User, user instanceof TimestampedUser, new User('B') instanceof TimestampedUser);
console.log(user);

class Thing extends Counted(Named(User)) {
  describe() {
    return `${this.name}:${this.count}:${this.title}`;
  }
}
const thing = new Thing('t');
thing.name = 'bob';
console.log(thing.inc().inc(4).describe(), thing instanceof User, thing);

// One that asks for what its base has, and calls its constructor.
class Point {
  constructor(
    public x: number,
    public y: number,
  ) {}
}
function Scaled<B extends Constructor<Point>>(Base: B) {
  return class extends Base {
    factor = 2;
    constructor(...args: any[]) {
      super(...args);
      this.x *= 2;
    }
    scaled() {
      return new Point(this.x * this.factor, this.y * this.factor);
    }
  };
}
class Sub extends Scaled(Point) {
  z = this.factor;
  constructor(x: number) {
    super(x, 1);
  }
}
console.log(new Sub(4), new Sub(4).scaled());

// Virtual methods, on several bases and twice on one.
interface Greets {
  greet(): string;
  hello(): string;
}
class A {
  greet() {
    return 'a';
  }
  hello() {
    return `hello ${this.greet()}`;
  }
}
class B {
  greet() {
    return 'b';
  }
  hello() {
    return `yo ${this.greet()}`;
  }
}
function Loud<T extends Constructor<Greets>>(Base: T) {
  return class Loud extends Base {
    greet() {
      return `${super.greet().toUpperCase()}!`;
    }
  };
}
class LoudA extends Loud(A) {}
class LoudB extends Loud(B) {}
class Louder extends Loud(Loud(A)) {
  greet() {
    return `<${super.greet()}>`;
  }
}
const all: Greets[] = [new LoudA(), new LoudB(), new Louder(), new A()];
for (const each of all) console.log(each.hello());
console.log(new Louder(), new (Loud(B))());

// A class that uses the type parameters of the function around it.
function makeStore<S>(initial: S) {
  class Store {
    state = initial;
    set(next: S): S {
      const before = this.state;
      this.state = next;
      return before;
    }
  }
  return new Store();
}
const numbers = makeStore(1);
const texts = makeStore('x');
console.log(numbers.set(2), numbers.state, texts.set('y'), texts.state.length);
