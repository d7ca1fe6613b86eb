// Arrays of a class where arrays of its parent are asked for.
abstract class Animal {
  constructor(public readonly name: string) {}
  abstract speak(): string;
  describe(): string {
    return `${this.name} says ${this.speak()}`;
  }
}
class Dog extends Animal {
  speak() {
    return 'woof';
  }
  fetch() {
    return `${this.name} fetches`;
  }
}
class Cat extends Animal {
  speak() {
    return 'meow';
  }
}
function chorus(animals: Animal[]): string[] {
  return animals.map((a) => a.describe());
}
function names(animals: readonly Animal[]): string {
  return animals.map(({ name }) => name).join(', ');
}
function loudest(...animals: Animal[]): Animal {
  return animals.reduce((a, b) => (b.name.length > a.name.length ? b : a));
}
const dogs: Dog[] = [new Dog('Rex'), new Dog('Fido')];
const cats = [new Cat('Tom')];
console.log(chorus(dogs), chorus(cats));
console.log(names(dogs), '|', names(cats));
console.log(loudest(...dogs, ...cats).name);
const all: Animal[] = [...dogs, ...cats];
console.log(all.length, names(all), names(all.filter((a) => a instanceof Dog)));
const onlyDogs = all.filter((a): a is Dog => a instanceof Dog);
console.log(onlyDogs.map((d) => d.fetch()), chorus(onlyDogs));
class Shelter {
  constructor(private animals: Animal[]) {}
  get size() {
    return this.animals.length;
  }
  adopt(): Animal | undefined {
    return this.animals.pop();
  }
}
const shelter = new Shelter([new Dog('Bo'), new Cat('Kit')]);
console.log(shelter.size, shelter.adopt()?.describe(), shelter.size);
const kennel = new Shelter(dogs);
console.log(kennel.size, kennel.adopt()?.name, dogs.length);
