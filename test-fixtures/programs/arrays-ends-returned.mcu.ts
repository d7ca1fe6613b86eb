// Elements beyond the end where a function gives what may be undefined, or one is asked for.
class Stack<T> {
  private items: T[] = [];
  push(item: T): this {
    this.items.push(item);
    return this;
  }
  peek(): T | undefined {
    return this.items[this.items.length - 1];
  }
  get top(): T | undefined {
    return this.items[this.items.length - 1];
  }
}
const stack = new Stack<number>();
console.log(stack.peek(), stack.top, stack.push(4).peek(), stack.top, new Stack<string>().peek());

class Heap<T> {
  private items: T[] = [];
  constructor(private compare: (a: T, b: T) => number) {}
  push(item: T): void {
    this.items.push(item);
    this.items.sort(this.compare);
  }
  pop(): T | undefined {
    const top = this.items[0];
    const last = this.items.pop();
    if (this.items.length > 0 && last !== undefined) {
      this.items[0] = last;
      this.items.sort(this.compare);
    }
    return top;
  }
}
const heap = new Heap<number>((a, b) => a - b);
for (const x of [5, 3, 8]) heap.push(x);
console.log(heap.pop(), heap.pop(), heap.pop(), heap.pop());
const names = new Heap<{ name: string }>((a, b) => (a.name < b.name ? -1 : 1));
names.push({ name: 'b' });
names.push({ name: 'a' });
console.log(names.pop(), names.pop()?.name, names.pop()?.name);

const first = <T>(list: readonly T[]): T | undefined => list[0];
console.log(first([]), first([3]), first<string>([]), first(['q']), first<boolean>([]), first([false]));
function lookUp(values: Record<string, number>, key: string): number | undefined {
  return values[key];
}
console.log(lookUp({ a: 1 }, 'a'), lookUp({}, 'b'));
function unit(text: string, i: number): string | undefined {
  return text[i];
}
console.log(unit('abc', 1), unit('abc', 3));
function orNone(x?: number): number | string {
  return x ?? 'none';
}
console.log(orNone([1][3]), orNone([1][0]));
