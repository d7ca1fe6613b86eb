// A doubly linked list with iteration, and a stack and a queue on it.
class ListNode<T> {
  next: ListNode<T> | null = null;
  prev: ListNode<T> | null = null;
  constructor(public value: T) {}
}
class LinkedList<T> implements Iterable<T> {
  private head: ListNode<T> | null = null;
  private tail: ListNode<T> | null = null;
  #size = 0;
  get size() {
    return this.#size;
  }
  push(value: T): this {
    const node = new ListNode(value);
    if (this.tail) {
      node.prev = this.tail;
      this.tail.next = node;
    } else {
      this.head = node;
    }
    this.tail = node;
    this.#size++;
    return this;
  }
  pop(): T | undefined {
    const node = this.tail;
    if (!node) return undefined;
    this.tail = node.prev;
    if (this.tail) this.tail.next = null;
    else this.head = null;
    this.#size--;
    return node.value;
  }
  shift(): T | undefined {
    const node = this.head;
    if (!node) return undefined;
    this.head = node.next;
    if (this.head) this.head.prev = null;
    else this.tail = null;
    this.#size--;
    return node.value;
  }
  *[Symbol.iterator](): IterableIterator<T> {
    for (let node = this.head; node; node = node.next) yield node.value;
  }
  *reversed(): Generator<T> {
    let node = this.tail;
    while (node !== null) {
      yield node.value;
      node = node.prev;
    }
  }
  map<U>(f: (value: T, index: number) => U): LinkedList<U> {
    const result = new LinkedList<U>();
    let i = 0;
    for (const v of this) result.push(f(v, i++));
    return result;
  }
  static from<T>(items: Iterable<T>): LinkedList<T> {
    const list = new LinkedList<T>();
    for (const item of items) list.push(item);
    return list;
  }
}
const list = LinkedList.from([1, 2, 3]);
list.push(4).push(5);
console.log(list.pop(), list.shift(), list.size, [...list], [...list.reversed()]);
console.log([...list.map((v, i) => `${i}:${v}`)].join(' '));
const [first, ...others] = list;
console.log(first, others, Math.max(...list));
const words = LinkedList.from(new Set(['a', 'b', 'a']));
console.log(words.size, Array.from(words, (w) => w + w));
