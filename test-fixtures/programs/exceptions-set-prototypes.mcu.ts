// Classes of errors as they are written for JavaScript without classes.
class Failure extends Error {
  code = 5;
  constructor(message?: string) {
    super(message);
    this.name = 'Failure';
    Object.setPrototypeOf(this, new.target.prototype);
  }
}
class Special extends Failure {
  constructor() {
    super('special');
    Object.setPrototypeOf(this, Special.prototype);
  }
}
for (const error of [new Failure('x'), new Special()])
  console.log(error instanceof Special, error instanceof Failure, error instanceof Error, error.code, `${error}`);

class Plain {
  constructor(public x: number) {
    Object.setPrototypeOf(this, Plain.prototype);
  }
}
console.log(new Plain(3));
