// Default values of methods: those that are no literals are the method's own.
let calls = 0;
const count = () => ++calls;
class Base {
  scale = 2;
  step(by = count(), times = 3): string {
    return `${by}x${times}`;
  }
  sized(width = this.scale * 2, label?: string): string {
    return `${width}${label ?? '-'}`;
  }
}
class Derived extends Base {
  override step(by = 100 + count(), times = 3): string {
    return `d${by}x${times}`;
  }
}
const all: Base[] = [new Base(), new Derived()];
for (const each of all) console.log(each.step(), each.step(undefined, 4), each.step(7), each.sized(), each.sized(1, 'a'));
let maybe: number | undefined;
console.log(all[1].step(maybe), all[0].step(maybe, maybe), new Derived().sized(undefined, 'b'));
interface Sized {
  sized(width?: number, label?: string): string;
}
const sized: Sized = new Derived();
console.log(sized.sized(), sized.sized(1), calls);
class Chain {
  names: string[] = [];
  add(name: string): this {
    this.names.push(name);
    return this;
  }
}
class Named extends Chain {
  override add(name: string): this {
    return super.add(name + '!');
  }
  last(): string | undefined {
    return this.names.at(-1);
  }
}
console.log(new Named().add('a').add('b').last());
