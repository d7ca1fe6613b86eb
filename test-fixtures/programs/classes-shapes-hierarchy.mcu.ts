// Abstract classes, protected members, polymorphism in collections of subclasses, static factories and counters.
abstract class Employee {
  static #next = 1;
  readonly id = Employee.#next++;
  constructor(
    readonly name: string,
    protected readonly base: number,
  ) {}
  abstract get title(): string;
  get salary(): number {
    return this.base + this.bonus();
  }
  protected bonus(): number {
    return 0;
  }
  static byPay(a: Employee, b: Employee): number {
    return b.salary - a.salary;
  }
  toString(): string {
    return `${this.id}:${this.name} (${this.title}) ${this.salary}`;
  }
}
class Engineer extends Employee {
  get title() {
    return 'engineer';
  }
}
class Manager extends Employee {
  private readonly reports: Employee[];
  constructor(name: string, base: number, reports: readonly Employee[]) {
    super(name, base);
    this.reports = [...reports];
  }
  get title() {
    return `manager of ${this.reports.length}`;
  }
  protected override bonus() {
    return super.bonus() + this.reports.length * 10;
  }
  raise(): void {
    this.reports.push(new Engineer('new', 1));
  }
}
const engineers: Engineer[] = [new Engineer('ada', 100), new Engineer('bob', 90)];
const boss = new Manager('cyd', 95, engineers);
const total = (staff: readonly Employee[]): number => staff.reduce((sum, { salary }) => sum + salary, 0);
const ranked = (staff: Employee[]): string[] => [...staff].sort(Employee.byPay).map(String);
console.log(total(engineers), ranked([...engineers, boss]));
boss.raise();
console.log(`${boss}`, engineers.length, boss instanceof Employee, boss.constructor.name);
const byTitle = new Map<string, Employee[]>();
for (const each of [boss, ...engineers]) {
  const [key = ''] = each.title.split(' ');
  byTitle.set(key, [...(byTitle.get(key) ?? []), each]);
}
for (const [title, staff] of byTitle) console.log(title, staff.map(({ name }) => name));
