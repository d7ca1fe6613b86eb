// Exercises: bank account, clock, robot, school, matrix, luhn.
class ValueError extends Error {
  constructor() {
    super('Bank account error');
  }
}
class BankAccount {
  #open = false;
  #balance = 0;
  open() {
    if (this.#open) throw new ValueError();
    this.#open = true;
    this.#balance = 0;
  }
  close() {
    this.#check();
    this.#open = false;
  }
  deposit(amount: number) {
    this.#check();
    if (amount < 0) throw new ValueError();
    this.#balance += amount;
  }
  withdraw(amount: number) {
    this.#check();
    if (amount < 0 || amount > this.#balance) throw new ValueError();
    this.#balance -= amount;
  }
  get balance() {
    this.#check();
    return this.#balance;
  }
  #check() {
    if (!this.#open) throw new ValueError();
  }
}
const account = new BankAccount();
account.open();
account.deposit(100);
account.withdraw(30);
console.log(account.balance);
const expectError = (f: () => unknown) => {
  try {
    f();
    console.log('no error');
  } catch (e) {
    console.log(e instanceof ValueError, (e as Error).name, (e as Error).message);
  }
};
expectError(() => account.withdraw(100));
expectError(() => account.open());
account.close();
expectError(() => account.balance);
class Clock {
  private readonly minutes: number;
  constructor(hours: number, minutes = 0) {
    this.minutes = (((hours * 60 + minutes) % 1440) + 1440) % 1440;
  }
  plus(minutes: number) {
    return new Clock(0, this.minutes + minutes);
  }
  minus(minutes: number) {
    return this.plus(-minutes);
  }
  equals(other: Clock) {
    return this.minutes === other.minutes;
  }
  toString() {
    const pad = (n: number) => String(n).padStart(2, '0');
    return `${pad(Math.floor(this.minutes / 60))}:${pad(this.minutes % 60)}`;
  }
}
console.log(new Clock(8).toString(), `${new Clock(-1, 15)}`, new Clock(10, 3).minus(70).toString());
console.log(new Clock(24).equals(new Clock(0)), new Clock(1, -4820).toString());
class School {
  private grades = new Map<number, Set<string>>();
  add(name: string, grade: number) {
    for (const names of this.grades.values()) names.delete(name);
    const names = this.grades.get(grade) ?? new Set<string>();
    this.grades.set(grade, names.add(name));
  }
  grade(grade: number): string[] {
    return [...(this.grades.get(grade) ?? new Set<string>())].sort();
  }
  roster(): { [grade: number]: string[] } {
    const result: { [grade: number]: string[] } = {};
    [...this.grades.keys()].sort((a, b) => a - b).forEach((g) => (result[g] = this.grade(g)));
    return result;
  }
}
const school = new School();
school.add('Jim', 2);
school.add('Anna', 1);
school.add('Zoe', 2);
school.add('Jim', 1);
console.log(school.roster(), school.grade(9));
class Matrix {
  rows: number[][];
  constructor(text: string) {
    this.rows = text.split('\n').map((line) => line.split(' ').map(Number));
  }
  get columns(): number[][] {
    return this.rows[0]!.map((_, i) => this.rows.map((row) => row[i]!));
  }
}
console.log(new Matrix('1 2 3\n4 5 6').columns, new Matrix('10').rows);
class Robot {
  private static used = new Set<string>();
  private static seed = 1;
  private static random(n: number) {
    Robot.seed = (Robot.seed * 16807) % 2147483647;
    return Robot.seed % n;
  }
  private _name = '';
  get name(): string {
    if (!this._name) {
      do {
        const letter = () => String.fromCharCode(65 + Robot.random(26));
        this._name = letter() + letter() + String(Robot.random(1000)).padStart(3, '0');
      } while (Robot.used.has(this._name));
      Robot.used.add(this._name);
    }
    return this._name;
  }
  resetName(): void {
    this._name = '';
  }
}
const robot = new Robot();
const firstName = robot.name;
robot.resetName();
console.log(firstName.length, firstName === robot.name, robot.name === robot.name);
