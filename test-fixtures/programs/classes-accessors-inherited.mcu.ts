// Accessors: inherited, overridden by one half, called through super, on both sides of compound assignment.
class Celsius {
  protected degrees = 20;
  get value(): number {
    console.log('get');
    return this.degrees;
  }
  set value(v: number) {
    console.log('set', v);
    this.degrees = v;
  }
}
class Limited extends Celsius {
  get value(): number {
    return super.value;
  }
  set value(v: number) {
    super.value = Math.min(v, 100);
  }
}
const plain = new Celsius();
plain.value += 5;
plain.value++;
console.log(plain.value--);
console.log(plain.value);
const limited: Celsius = new Limited();
limited.value = 500;
console.log(limited.value);
limited.value *= 0.5;
console.log((limited.value ||= 3), (limited.value &&= 7));
class Counter {
  #count = 0;
  get next(): number {
    return ++this.#count;
  }
}
const c = new Counter();
console.log(c.next + c.next * c.next, [c.next, c.next]);
