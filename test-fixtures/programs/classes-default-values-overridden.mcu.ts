// Default values of methods that override others, and of those of interfaces.
class Greeter {
  greet(name = 'world', times = 1): string {
    return Array.from({ length: times }, () => `Hello ${name}`).join(' ');
  }
  end(mark: string): string {
    return mark;
  }
}
class Loud extends Greeter {
  override greet(name = 'WORLD', times = 2): string {
    return super.greet(name, times).toUpperCase();
  }
  override end(mark = '!'): string {
    return mark + mark;
  }
}
class Quiet extends Loud {
  override greet(name: string = 'nobody'): string {
    return `(${name})`;
  }
}
const greeters: Greeter[] = [new Greeter(), new Loud(), new Quiet()];
for (const greeter of greeters) {
  console.log(greeter.greet(), greeter.greet('Ada'), greeter.greet(undefined, 1), greeter.end('.'));
}
console.log(new Loud().end(), new Loud().greet(undefined), new Quiet().greet());

interface Formatter {
  format(value: number, digits?: number): string;
  unit?: string;
}
class Fixed implements Formatter {
  format(value: number, digits = 2) {
    return value.toFixed(digits);
  }
}
class Percent implements Formatter {
  unit = '%';
  format(value: number, digits: number = 0) {
    return (value * 100).toFixed(digits) + this.unit;
  }
}
class Plain implements Formatter {
  format(value: number) {
    return String(value);
  }
}
const formatters: Formatter[] = [new Fixed(), new Percent(), new Plain()];
console.log(formatters.map((f) => f.format(0.256)), formatters.map((f) => f.format(0.256, 1)));
console.log(new Fixed().format(1), new Percent().format(0.5), new Plain().format(3));

abstract class Account {
  constructor(protected balance = 0) {}
  abstract withdraw(amount?: number): number;
}
class Basic extends Account {
  withdraw(amount = 10) {
    this.balance -= amount;
    return this.balance;
  }
}
class Fee extends Account {
  withdraw(amount: number = this.balance / 2) {
    this.balance -= amount + 1;
    return this.balance;
  }
}
const accounts: Account[] = [new Basic(100), new Fee(100), new Basic()];
console.log(accounts.map((a) => a.withdraw()), accounts.map((a) => a.withdraw(1)));
