// Private arrays of objects that are made with a length and filled later, as containers have them: what is not there yet is undefined.
class Item { constructor(readonly name: string, public count = 1) {} }
class Vector<E> {
  private storage: E[];
  private used = 0;
  constructor(size?: number) { this.storage = new Array(size === undefined ? 0 : size); }
  append(x: E): this {
    if (this.used >= this.storage.length) {
      const copy = new Array(this.storage.length === 0 ? 2 : 2 * this.storage.length);
      for (let i = 0; i < this.storage.length; i++) copy[i] = this.storage[i];
      this.storage = copy;
    }
    this.storage[this.used] = x;
    this.used++;
    return this;
  }
  at(i: number): E { return this.storage[i]; }
  forEach(f: (x: E) => void) { for (let i = 0; i < this.used; i++) f(this.storage[i]); }
  get size() { return this.used; }
  get capacity() { return this.storage.length; }
}
const items = new Vector<Item>(1); for (const n of ['a', 'b', 'c', 'd', 'e']) items.append(new Item(n));
let names = ''; items.forEach((each) => { names += each.name; each.count++; });
console.log(names, items.size, items.capacity, items.at(4), items.at(0).count);
console.log(items.at(6), items.at(7) === undefined, items.at(99) === undefined);
const fs = new Vector<() => number>(); for (let i = 0; i < 3; i++) fs.append(() => i * i); let sum = 0; fs.forEach((f) => { sum += f(); }); console.log(sum);
const rows = new Vector<number[]>().append([1]).append([2, 3]); console.log(rows.at(1), rows.at(1).length);
const ns = new Vector<number>().append(1).append(2).append(3); let total = 0; ns.forEach((x) => { total += x; }); console.log(total, ns.capacity);
const ss = new Vector<string>().append('x').append('y'); console.log(ss.at(0) + ss.at(1));
const us = new Vector<Item | undefined>().append(undefined).append(new Item('u')); us.forEach((x) => console.log(x === undefined, x?.name));
class Table {
  #cells: Item[] = [];
  #lost = 0;
  grow(n: number) { const wider: Item[] = new Array(n); for (let i = 0; i < this.#cells.length; i++) wider[i] = this.#cells[i]!; this.#cells = wider; }
  set(i: number, x: Item) { if (i >= this.#cells.length) this.grow(i + 1); if (this.#cells[i]) this.#lost++; this.#cells[i] = x; }
  find(i: number) { const x = this.#cells[i]; return x ? x.name : 'none'; }
  bump(i: number) { this.#cells[i].count += 2; return this.#cells[i].count; }
  get state() { let s = ''; for (let i = 0; i < this.#cells.length; i++) s += this.#cells[i] === undefined ? '.' : this.#cells[i].name; return `${s} ${this.#lost} ${this.#cells.length}`; }
}
const table = new Table(); table.set(3, new Item('p')); table.set(1, new Item('q')); table.set(3, new Item('r')); console.log(table.find(0), table.find(1), table.find(9), table.bump(3), table.state);
try { table.bump(0); } catch (e) { console.log(e instanceof TypeError || e instanceof RangeError); }
class Plain { private kept: Item[] = []; add(x: Item) { this.kept.push(x); return this; } names() { return this.kept.map((x) => x.name); } reset() { this.kept = []; } }
console.log(new Plain().add(new Item('k')).names());
