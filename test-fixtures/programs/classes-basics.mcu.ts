// Fields, methods, constructors, inheritance, virtual methods, accessors, static members.
class Point {
  x: number;
  y: number;
  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }
  length(): number {
    return Math.sqrt(this.x * this.x + this.y * this.y);
  }
  plus(other: Point): Point {
    return new Point(this.x + other.x, this.y + other.y);
  }
}
const p = new Point(3, 4);
console.log(p.x, p.y, p.length());
const q = p.plus(new Point(1, 0.5)).plus(p);
console.log(q.x, q.y);
q.x += 2;
q.y++;
console.log(q.x, q.y);

// %%
abstract class Animal {
  static count = 0;
  protected noise = 'nothing';
  constructor(readonly name: string, private legs = 4) {
    Animal.count++;
  }
  abstract kind(): string;
  speak(): string {
    return `${this.name} the ${this.kind()} says ${this.noise}`;
  }
  get legCount(): number {
    return this.legs;
  }
  set legCount(value: number) {
    if (value >= 0) this.legs = value;
  }
  static describe(animal: Animal): string {
    return `${animal.name}: ${animal.legCount} legs`;
  }
}
class Dog extends Animal {
  tricks: string[] = [];
  constructor(name: string) {
    super(name);
    this.noise = 'woof';
  }
  kind(): string {
    return 'dog';
  }
  learn(trick: string): this {
    this.tricks.push(trick);
    return this;
  }
}
class Bird extends Animal {
  constructor(name: string, readonly canFly: boolean) {
    super(name, 2);
  }
  kind() {
    return this.canFly ? 'bird' : 'grounded bird';
  }
  override speak(): string {
    return `${super.speak()} (and tweets)`;
  }
}
const animals: Animal[] = [new Dog('Rex'), new Bird('Tweety', true), new Bird('Pingu', false)];
for (const animal of animals) console.log(animal.speak());
console.log(Animal.count, animals.map((a) => Animal.describe(a)).join('; '));
const first = animals[0]!;
first.legCount = 3;
first.legCount = -1;
console.log(first.legCount, first instanceof Dog, first instanceof Animal, first instanceof Bird);
if (first instanceof Dog) console.log(first.learn('sit').learn('roll').tricks);

// %%
class Node {
  next: Node | null = null;
  constructor(public value: number) {}
}
class List {
  private head: Node | null = null;
  size = 0;
  add(value: number): void {
    const node = new Node(value);
    node.next = this.head;
    this.head = node;
    this.size++;
  }
  sum(): number {
    let total = 0;
    for (let node = this.head; node !== null; node = node.next) total += node.value;
    return total;
  }
  each(f: (value: number) => void): void {
    let node = this.head;
    while (node) {
      f(node.value);
      node = node.next;
    }
  }
}
const list = new List();
for (let i = 0; i < 500; i++) list.add(i * 1.5);
console.log(list.size, list.sum());
let largest = 0;
list.each((value) => {
  if (value > largest) largest = value;
});
console.log(largest);

// %%
class Counter {
  #count = 0;
  private step = 1;
  next = () => {
    this.#count += this.step;
    return this.#count;
  };
  addAll(values: number[]): number {
    values.forEach((value) => {
      this.#count += value;
    });
    return this.#count;
  }
}
const counter = new Counter();
console.log(counter.next(), counter.next(), counter.addAll([10, 20]));

// %%
class Stack<T> {
  private items: T[] = [];
  push(item: T): void {
    this.items.push(item);
  }
  pop(): T | undefined {
    return this.items.pop();
  }
  get size(): number {
    return this.items.length;
  }
  map<U>(f: (item: T) => U): Stack<U> {
    const result = new Stack<U>();
    for (const item of this.items) result.push(f(item));
    return result;
  }
}
const numbers = new Stack<number>();
numbers.push(1);
numbers.push(2);
const words = numbers.map((n) => `<${n}>`);
console.log(numbers.size, words.pop(), words.pop(), words.pop(), numbers.pop());
