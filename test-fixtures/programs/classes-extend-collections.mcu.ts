// Classes that extend Map, Set and WeakMap: further properties and methods, and others in the place of the library's.
class Registry<K, V> extends Map<K, V> {
  made = 0;

  constructor(private readonly make: (key: K) => V) {
    super();
  }

  at(key: K): V {
    const known = super.get(key);
    if (known !== undefined) return known;
    this.made++;
    const value = this.make(key);
    this.set(key, value);
    return value;
  }
}

const lists = new Registry<string, number[]>(() => []);
lists.at('odd').push(1, 3);
lists.at('even').push(2);
lists.at('odd').push(5);
console.log(lists.size, lists.made, lists.get('odd'), lists.get('none'));
for (const [name, list] of lists) console.log(name, list.join());
console.log(lists instanceof Registry, lists instanceof Map, lists.constructor.name, Object.keys(lists));

class Tally extends Map<string, number> {
  title = 'tally';

  override get(key: string): number {
    return super.get(key) ?? 0;
  }

  override set(key: string, value: number): this {
    console.log('set', key, value);
    return super.set(key, value);
  }

  inc(key: string, by = 1): this {
    return this.set(key, this.get(key) + by);
  }
}

class Tenfold extends Tally {
  override get(key: string): number {
    return super.get(key) * 10;
  }
}

// The constructor of the library puts in what it is given by the method of the class.
const tally = new Tally([['a', 1]]);
console.log(tally.inc('a').inc('b', 4).inc('b').get('b'), tally.get('none'), tally);
console.log(JSON.stringify(tally), `${tally}`, tally.has('a'), tally.delete('a'), tally.size);
const tenfold = new Tenfold();
tenfold.set('b', 7);

// What takes a Map calls the methods of the class, too.
const look = (map: Map<string, number>): number | undefined => map.get('b');
console.log(look(tally), look(tenfold), look(new Map([['b', 1]])), look(new Map()), look(new Tally()));
const readonly: ReadonlyMap<string, number> = tenfold;
console.log(readonly.get('none'), new Map(tenfold).size, [...readonly.values()]);
const all: Map<string, number>[] = [new Map([['b', 3]]), tally, tenfold];
console.log(all.map((map) => map.get('b')), all);
const anything: any = tally;
console.log(anything.get('none'), anything.size, anything.title, anything.get('b'));
for (const [key, value] of anything) console.log(key, value);

class Tags extends Set<string> {
  override add(tag: string): this {
    return super.add(tag.toLowerCase());
  }

  override toString(): string {
    return `<${[...this].join(' ')}>`;
  }
}

const tags = new Tags(['A', 'b', 'B']);
const asSet: Set<string> = tags;
asSet.add('ZED');
console.log(tags, `${tags}`, String(asSet), tags.size, [...asSet]);

class DistinctList<T> extends Set<T> {
  first(): T | undefined {
    for (const each of this) return each;
    return undefined;
  }

  map<U>(change: (value: T) => U): DistinctList<U> {
    const result = new DistinctList<U>();
    this.forEach((value) => result.add(change(value)));
    return result;
  }

  get last(): T | undefined {
    return [...this].at(-1);
  }
}

const list = new DistinctList([3, 1, 2, 3]);
console.log(list.first(), list.last, super_(list), list.map((each) => `${each}!`));
function super_(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

class Visits extends WeakMap<object, number> {
  visit(place: object): number {
    const count = (this.get(place) ?? 0) + 1;
    this.set(place, count);
    return count;
  }
}

const home = {};
const visits = new Visits();
visits.visit(home);
console.log(visits.visit(home), visits.has(home), visits.has({}));
