// toJSON of values inside of others.
class Point {
  constructor(
    public x: number,
    private secret = 7,
  ) {}

  toJSON() {
    return { px: this.x };
  }
}
console.log(JSON.stringify(new Point(1)), JSON.stringify({ p: new Point(2) }), JSON.stringify([new Point(3)]));
console.log(JSON.stringify({ a: { toJSON() { return 'A'; } }, b: [[new Point(4)]] }, null, 2));

class Keyed {
  toJSON(key: string) {
    return `key ${key}`;
  }
}
console.log(JSON.stringify({ q: new Keyed(), r: [new Keyed()] }), JSON.stringify(new Keyed()));

class Animal {
  constructor(public name: string) {}
}
class Dog extends Animal {
  toJSON() {
    return `dog ${this.name}`;
  }
}
class Puppy extends Dog {
  override toJSON() {
    return `${super.toJSON()}!`;
  }
}
const animals: Animal[] = [new Dog('rex'), new Animal('cat'), new Puppy('pip')];
console.log(JSON.stringify(animals), JSON.stringify({ animals, first: animals[0] }));
const show = (value: unknown) => JSON.stringify(value);
console.log(show(new Dog('a')), show([new Puppy('b'), 1]), show({ d: new Dog('c') }), show(5), show('x'));

class Money {
  constructor(private readonly cents: number) {}
  toJSON() {
    return this.cents / 100;
  }
}
class Nothing {
  toJSON() {
    return undefined;
  }
}
class Null {
  toJSON() {
    return null;
  }
}
class Self {
  v = 1;
  toJSON() {
    return this;
  }
}
console.log(JSON.stringify({ m: new Money(1999), n: new Nothing(), z: new Null(), s: new Self() }));
console.log(JSON.stringify([new Nothing(), new Null(), new Self()]), JSON.stringify(new Nothing()));
const prices = new Map([['a', new Money(5)]]);
console.log(JSON.stringify([...prices]), JSON.stringify(Object.fromEntries(prices)), JSON.stringify(prices));
const doubled = (_key: string, value: unknown) => (typeof value === 'number' ? value * 2 : value);
console.log(JSON.stringify({ a: new Money(100), b: [2] }, doubled), JSON.stringify({ a: new Money(1), b: 2 }, ['a']));

class Team {
  members: Member[] = [];
  constructor(readonly title: string) {}
  toJSON() {
    return { title: this.title, members: this.members, count: this.members.length };
  }
}
class Member {
  #secret = 1;
  constructor(
    public name: string,
    public joined: Stamp,
  ) {}
  toJSON() {
    return { name: this.name, joined: this.joined };
  }
}
class Stamp {
  constructor(
    private readonly year: number,
    private readonly month: number,
  ) {}
  toJSON(): string {
    return `${this.year}-${String(this.month).padStart(2, '0')}`;
  }
}
const team = new Team('core');
team.members.push(new Member('ann', new Stamp(2020, 3)), new Member('bob', new Stamp(2021, 11)));
console.log(JSON.stringify(team));
console.log(JSON.stringify({ teams: [team] }, null, 1));
