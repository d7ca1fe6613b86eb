// What is known of objects beyond their declared type: guards, casts, getters, static `this`, defaults, patterns.
class Animal {
  constructor(readonly name: string) {}
}
class Dog extends Animal {
  tricks: int = 2;
  owner?: string;
}
class Cat extends Animal {
  lives = 9;
}
function isCat(animal: Animal): animal is Cat {
  return animal.name === 'Tom';
}
const animals: Animal[] = [new Dog('Rex'), new Cat('Tom'), new Animal('it')];
for (const animal of animals) {
  if (isCat(animal)) console.log(animal.name, animal.lives);
  else if (animal instanceof Dog) console.log(animal.name, animal.tricks, animal.owner);
  else console.log(animal.name);
}
console.log((animals[0] as Dog).tricks, (animals[1]! as Cat).lives);
class Home {
  pet: Animal | null = null;
  get guest(): Animal | undefined {
    return this.pet ?? undefined;
  }
  lives(): number {
    return this.pet instanceof Cat ? this.pet.lives : 0;
  }
}
const home = new Home();
console.log(home.lives(), home.guest?.name);
home.pet = new Cat('Tim');
if (home.guest !== undefined) console.log(home.lives(), home.guest.name);

// %%
class Registry {
  static factor = 3;
  static scaled(values: number[]): number[] {
    return values.map((value) => value * this.factor);
  }
  static of<T>(first: T, second: T): T[] {
    return [second, first];
  }
}
console.log(Registry.scaled([1, 2]), Registry.of('a', 'b'), Registry.of(1, 2));
class Greeter {
  greet(name = 'you', mark: string | undefined = '!'): string {
    return `hi ${name}${mark}`;
  }
}
const greeter = new Greeter();
console.log(greeter.greet(), greeter.greet('me'), greeter.greet(undefined, '?'), greeter.greet('a', undefined));

// %%
const { tricks, ...others } = new Dog('Bo');
console.log(tricks, others.name, others.owner);
class Box {
  constructor(private readonly side: number) {}
  get area(): number {
    return this.side ** 2;
  }
}
const { area } = new Box(4);
console.log(area);
interface Talker {
  talk(): string;
  volume?: number;
}
class Quiet implements Talker {
  talk(): string {
    return 'psst';
  }
}
class Loud implements Talker {
  volume = 11;
  talk(): string {
    return 'HEY';
  }
}
const quiet: Talker = new Quiet();
console.log(quiet.talk(), quiet.volume, new Loud().volume);
