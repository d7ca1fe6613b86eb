// A property that has no value yet, whatever its type says: calling a method of it is an error that can be caught.
interface Speaks {
  speak(): string;
}
class Voice implements Speaks {
  speak(): string {
    return 'a';
  }
  get volume(): int {
    return 3;
  }
}
class Person {
  voice!: Voice;
  other!: Speaks;
  talk(): string {
    return this.voice.speak();
  }
}
const person = new Person();
function attempt(what: () => unknown): void {
  try {
    console.log(what());
  } catch (error) {
    console.log(error instanceof TypeError);
  }
}
function everything(): void {
  attempt(() => person.talk());
  attempt(() => person.voice.speak());
  attempt(() => person.voice.volume);
  attempt(() => person.other.speak());
}
everything();
person.voice = new Voice();
person.other = person.voice;
everything();
class Loud extends Voice {
  speak(): string {
    return 'A';
  }
}
person.voice = new Loud();
everything();
