// Object.freeze: what is frozen can't be assigned to, by whatever name it is known.
interface Point {
  x: number;
}
const attempt = (what: string, action: () => void): void => {
  try {
    action();
    console.log(what, 'went through');
  } catch (error) {
    console.log(what, (error as Error).name, error instanceof TypeError);
  }
};
const fixed = Object.freeze({ x: 1, list: [1] });
console.log(Object.isFrozen(fixed), Object.isFrozen(fixed.list), Object.isFrozen(5), Object.isFrozen('x'), Object.isFrozen({}));
attempt('as any', () => {
  (fixed as any).x = 5;
});
attempt('as writable', () => {
  (fixed as { x: number }).x = 5;
});
fixed.list.push(2);
console.log(fixed);

const point: Point = { x: 1 };
const free: Point = { x: 1 };
attempt('before', () => {
  point.x = 2;
});
Object.freeze(point);
for (const each of [point, free]) {
  attempt('=', () => {
    each.x = 3;
  });
  attempt('++', () => {
    each.x++;
  });
  attempt('assign', () => {
    Object.assign(each, { x: 4 });
  });
  attempt('pattern', () => {
    ({ x: each.x } = { x: 9 });
  });
  console.log(each, Object.isFrozen(each));
}
try {
  point.x = 2;
} catch (error) {
  console.log((error as Error).message);
}

const numbers = Object.freeze([1, 2, 3]);
console.log(numbers, Object.isFrozen(numbers), Object.isFrozen([1]));
attempt('push', () => {
  (numbers as any).push(4);
});
const names: readonly string[] = Object.freeze(['a', 'b']);
console.log(names.includes('a'), names.map((each) => each + each), [...names]);

class Money {
  constructor(
    public amount: number,
    private cents = 0,
  ) {
    Object.freeze(this);
  }
  add(more: number): Money {
    return new Money(this.amount + more);
  }
  round(): void {
    this.cents = 0;
  }
}
const money = new Money(5);
attempt('amount', () => {
  money.amount = 6;
});
attempt('cents', () => money.round());
console.log(money, money.add(2), Object.isFrozen(money));

class Base {
  id = 1;
  constructor(isFixed: boolean) {
    if (isFixed) Object.freeze(this);
  }
}
class Derived extends Base {
  extra = 2;
  set(n: number): void {
    this.extra = n;
  }
}
attempt('field', () => console.log(new Derived(true)));
const derived = new Derived(false);
derived.set(4);
console.log(derived);
const frozen = Object.freeze(new Derived(false));
attempt('method', () => frozen.set(4));
class Secret {
  #n = 1;
  next(): number {
    return ++this.#n;
  }
}
const secret = Object.freeze(new Secret());
console.log(secret.next(), secret.next());

function deepFreeze<T extends object>(object: T): Readonly<T> {
  for (const key of Object.keys(object)) {
    const value = (object as any)[key];
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) deepFreeze(value);
  }
  return Object.freeze(object);
}
const settings = { name: 'n', nested: { port: 1, deep: { z: 1 } } };
const same = deepFreeze(settings);
console.log(Object.isFrozen(same), Object.isFrozen(settings.nested), Object.isFrozen(settings.nested.deep));
attempt('nested', () => {
  settings.nested.port = 2;
});
attempt('deep', () => {
  settings.nested.deep.z++;
});

const ages: Record<string, number> = { ann: 1 };
ages.bob = 2;
Object.freeze(ages);
attempt('add', () => {
  ages.eve = 3;
});
attempt('delete', () => {
  delete ages.ann;
});
attempt('change', () => {
  ages.ann++;
});
console.log(ages, Object.isFrozen(ages));
const data: any = { a: 1 };
Object.freeze(data);
attempt('any', () => {
  data.a = 2;
});
attempt('new in any', () => {
  data.b = 2;
});
console.log(data, Object.isFrozen(data));

const Color = Object.freeze({ Red: 'red', Green: 'green' } as const);
type Color = (typeof Color)[keyof typeof Color];
const color: Color = Color.Red;
console.log(color, Object.values(Color), Object.keys(Color));

class Node {
  next: Node | null = null;
  constructor(public value: number) {}
}
let head: Node | null = null;
for (let i = 0; i < 3000; i++) {
  const node: Node = new Node(i);
  node.next = i % 10 ? head : null;
  head = Object.freeze(node) as Node;
  if ([i, i + 1].length < 2) break;
}
let sum = 0;
for (let node: Node | null = head; node; node = node.next) sum += node.value;
console.log(sum, Object.isFrozen(head), Object.isFrozen(null));
