class Element {
  next: Element | null = null;
  constructor(readonly value: number) {}
  length(): number {
    return this.next === null ? 1 : 1 + this.next.length();
  }
}
function makeList(length: number): Element | null {
  if (length === 0) return null;
  const element = new Element(length);
  element.next = makeList(length - 1);
  return element;
}
function isShorter(x: Element | null, y: Element | null): boolean {
  let a = x;
  let b = y;
  while (b !== null) {
    if (a === null) return true;
    a = a.next;
    b = b.next;
  }
  return false;
}
function tail(x: Element | null, y: Element | null, z: Element | null): Element | null {
  if (!isShorter(y, x)) return z;
  return tail(tail(x!.next, y, z), tail(y!.next, z, x), tail(z!.next, x, y));
}

// %%
tail(makeList(13), makeList(9), makeList(5))!.length();
