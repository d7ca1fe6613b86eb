// Methods and getters of classes called on values of type any, and names that only a subclass has.
class Dog {
  name = 'rex';
  bark(n: number) {
    return this.name + n;
  }
  add(a: number, b = 2) {
    return a + b;
  }
  all(...values: number[]) {
    return values.length;
  }
  maybe(a?: string) {
    return a ?? 'none';
  }
  nothing() {}
  get loud() {
    return this.name.toUpperCase();
  }
}
class Puppy extends Dog {
  bark(n: number) {
    return `p${super.bark(n)}`;
  }
  ['a' + 'b']() {
    return 'joined';
  }
}
class Cat {
  bark(text: string) {
    return `cat ${text}`;
  }
}
class Box<T> {
  constructor(public value: T) {}
  get(): T {
    return this.value;
  }
  set(value: T) {
    this.value = value;
    return this;
  }
}
const dog: any = new Dog();
const puppy: any = new Puppy();
const cat: any = new Cat();
console.log(dog.bark(3), puppy.bark(1), cat.bark('m'));
console.log(dog.add(1), dog.add(1, 5), dog.all(1, 2, 3), dog.maybe(), dog.maybe('x'), dog.nothing());
for (const each of [dog, puppy] as any[]) console.log(each.bark(2), each.loud);
console.log(puppy.ab());
const box: any = new Box(4);
const text: any = new Box('x');
console.log(box.set(5).get() + 1, text.get().length);
const plain: any = { bark: (n: number) => n * 2, loud: 1 };
console.log(plain.bark(4), plain.loud);
for (const wrong of [{ a: 1 } as any, undefined as any, 4 as any]) {
  try {
    wrong.bark(1);
  } catch (error) {
    console.log(error instanceof TypeError);
  }
}

class Shape {
  id = 1;
}
class Circle extends Shape {
  radius = 2;
  draw() {
    return 'circle';
  }
  get area() {
    return 3;
  }
}
class Square {
  side = 1;
}
const shapes: Shape[] = [new Circle(), new Shape()];
for (const each of shapes) console.log('draw' in each, 'radius' in each, 'area' in each, 'id' in each, 'no' in each);
const either = (each: Shape | Square) => ['side' in each, 'draw' in each];
console.log(either(new Circle()), either(new Square()), either(new Shape()));
