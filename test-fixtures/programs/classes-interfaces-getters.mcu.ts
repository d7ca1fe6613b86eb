// Interfaces with getters, index signatures, call signatures, optional methods; structural typing.
interface HasArea {
  readonly area: number;
  readonly label?: string;
}
class Rect implements HasArea {
  constructor(
    public w: number,
    public h: number,
  ) {}
  get area() {
    return this.w * this.h;
  }
  get label() {
    return `${this.w}x${this.h}`;
  }
}
class Disc {
  constructor(public r: number) {}
  get area(): number {
    return Math.round(Math.PI * this.r * this.r);
  }
}
const unit: HasArea = { area: 1, label: 'unit' };
const things: HasArea[] = [new Rect(2, 3), new Disc(2), unit, { area: 5 }];
console.log(things.map(({ area, label }) => `${label ?? '?'}=${area}`).join(' '));
const largest = things.reduce((a, b) => (a.area > b.area ? a : b));
console.log(largest instanceof Disc, largest.area, things.filter((t) => 'label' in t).length);
interface Logger {
  level: number;
  log(message: string): void;
  debug?(message: string): void;
}
class MemoryLogger implements Logger {
  lines: string[] = [];
  level = 1;
  log(message: string) {
    this.lines.push(message);
  }
}
class DebugLogger extends MemoryLogger {
  debug(message: string) {
    this.log(`[debug ${this.level}] ${message}`);
  }
}
function use(logger: Logger) {
  logger.log('hello');
  logger.debug?.('details');
  logger.level++;
}
const loggers = [new MemoryLogger(), new DebugLogger()];
loggers.forEach(use);
console.log(loggers.map((l) => l.lines), loggers[1]!.level);
interface Comparable<T> {
  compareTo(other: T): number;
}
class Version implements Comparable<Version> {
  readonly parts: number[];
  constructor(text: string) {
    this.parts = text.split('.').map(Number);
  }
  compareTo(other: Version): number {
    for (let i = 0; i < 3; i++) {
      const d = (this.parts[i] ?? 0) - (other.parts[i] ?? 0);
      if (d !== 0) return Math.sign(d);
    }
    return 0;
  }
  toString() {
    return this.parts.join('.');
  }
}
function maxOf<T extends Comparable<T>>(first: T, ...others: T[]): T {
  return others.reduce((a, b) => (b.compareTo(a) > 0 ? b : a), first);
}
console.log(`${maxOf(new Version('1.2.3'), new Version('1.10.0'), new Version('1.9.9'))}`);
type Op = { (a: number, b: number): number };
const ops: { [symbol: string]: Op } = { '+': (a, b) => a + b, '-': (a, b) => a - b };
console.log(ops['+']!(1, 2), Object.keys(ops), '*' in ops);
abstract class Template {
  render(): string {
    return `${this.header()}|${this.body}|${this.footer()}`;
  }
  protected abstract readonly body: string;
  protected header() {
    return 'H';
  }
  protected footer = () => 'F';
}
class Page extends Template {
  protected readonly body: string = 'page';
  protected override header() {
    return super.header() + '1';
  }
}
console.log(new Page().render());
