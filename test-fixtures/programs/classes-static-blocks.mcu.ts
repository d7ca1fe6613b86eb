// Static fields and blocks run in order, when the class is made.
const log: string[] = [];
function note(text: string): number {
  log.push(text);
  return log.length;
}
class Registry {
  static first = note('first');
  static #secret = note('secret');
  static {
    note('block one');
  }
  static total = Registry.first + Registry.#secret;
  static second = note('second');
  static {
    try {
      throw new Error('inside');
    } catch (e) {
      note((e as Error).message);
    }
  }
  own = note('own');
  static get secret(): number {
    return Registry.#secret;
  }
  static set secret(v: number) {
    Registry.#secret = v * 2;
  }
  static sum(...xs: number[]): number {
    return xs.reduce((a, b) => a + b, this.first);
  }
}
console.log(log, Registry.total);
new Registry();
Registry.secret = 21;
console.log(log.at(-1), Registry.secret, Registry.sum(1, 2, 3));
class Sub extends Registry {
  static third = note('third');
}
console.log(Sub.third, Sub.first, Sub.sum(10));
