// Methods that give `this`, callbacks that keep it, objects in fields that change.
class Builder {
  private parts: string[] = [];
  private depth = 0;
  add(text: string): this {
    this.parts.push('  '.repeat(this.depth) + text);
    return this;
  }
  nest(body: (b: Builder) => void): this {
    this.depth++;
    body(this);
    this.depth--;
    return this;
  }
  build(): string {
    return this.parts.join('|');
  }
}
class Html extends Builder {
  tag(name: string): this {
    return this.add(`<${name}>`);
  }
}
console.log(new Html().tag('a').nest((b) => b.add('x').add('b').nest((c) => c.add('deep'))).add('end').build());
class Node_ {
  next: Node_ | null = null;
  constructor(public value: number) {}
}
class List {
  head: Node_ | null = null;
  size = 0;
  push(value: number): this {
    const node = new Node_(value);
    if (!this.head) this.head = node;
    else {
      let last = this.head;
      while (last.next) last = last.next;
      last.next = node;
    }
    this.size++;
    return this;
  }
  reverse(): this {
    let before: Node_ | null = null;
    let at = this.head;
    while (at) [at.next, before, at] = [before, at, at.next];
    this.head = before;
    return this;
  }
  each(action: (value: number, index: number) => void): void {
    let index = 0;
    for (let at = this.head; at; at = at.next) action(at.value, index++);
  }
}
const list = new List().push(1).push(2).push(3).reverse();
const seen: string[] = [];
list.each((v, i) => seen.push(`${i}:${v}`));
console.log(seen.join(), list.size);
