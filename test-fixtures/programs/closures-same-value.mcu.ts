// A function inside of another one is one value each time that its block is entered.
class Emitter {
  private handlers: (() => void)[] = [];
  on(handler: () => void): void {
    this.handlers.push(handler);
  }
  off(handler: () => void): void {
    this.handlers = this.handlers.filter((each) => each !== handler);
  }
  emit(): number {
    for (const handler of [...this.handlers]) handler();
    return this.handlers.length;
  }
}

function handlers(): void {
  const emitter = new Emitter();
  let count = 0;
  function once(): void {
    count++;
    emitter.off(once);
  }
  const often = () => {
    count += 10;
  };
  emitter.on(once);
  emitter.on(often);
  console.log(emitter.emit(), emitter.emit(), count);
  emitter.off(often);
  emitter.on(function self() {
    count += 100;
    emitter.off(self);
  });
  console.log(emitter.emit(), emitter.emit(), count);
}
handlers();

function inSets(): void {
  const set = new Set<() => number>();
  let k = 1;
  const add = () => set.add(get).size;
  function get(): number {
    return k;
  }
  console.log(add(), add(), set.has(get));
  k = 2;
  for (const each of set) console.log(each());
}
inSets();

function inLoops(): void {
  const all: (() => number)[] = [];
  for (let i = 0; i < 3; i++) {
    const f = () => i;
    function g(): number {
      return i * 10;
    }
    all.push(f, f, g, g);
  }
  console.log(all.map((f) => f()).join(), all[0] === all[1], all[0] === all[4], all[2] === all[3]);
}
inLoops();

function inSwitch(k: number): boolean {
  let q = k;
  switch (k) {
    case 1: {
      const f = () => q++;
      const again = f;
      return f === again && f() + again() === 3;
    }
    case 2:
      function g(): number {
        return q;
      }
      return [g].includes(g);
    default:
      return false;
  }
}
console.log(inSwitch(1), inSwitch(2));

function inTry(): void {
  let q = 1;
  const f = () => q++;
  try {
    throw f;
  } catch (error) {
    console.log(error === f);
  } finally {
    console.log([f].indexOf(f), q);
  }
}
inTry();

function* inGenerators(): Generator<() => number> {
  let n = 0;
  const next = () => ++n;
  yield next;
  yield next;
}
const [first, second] = [...inGenerators()];
console.log(first === second, first!(), second!());

async function inAsync(): Promise<void> {
  let n = 0;
  const next = () => ++n;
  const before = next;
  await null;
  console.log(before === next, before(), next());
}
inAsync();

class Node {
  private isOwn(f: () => Node): boolean {
    return f() === this;
  }
  check(): boolean {
    const self = () => this;
    const again = self;
    return self === again && this.isOwn(again);
  }
}
console.log(new Node().check());

function inClasses(): void {
  let n = 0;
  function f(): number {
    return ++n;
  }
  class Local {
    is(g: () => number): boolean {
      return g === f;
    }
  }
  console.log(new Local().is(f), new Local().is(() => 1));
}
inClasses();

function ofItself(): boolean {
  let n = 0;
  const me = function self(): unknown {
    n++;
    return self;
  };
  return me() === me && n === 1;
}
console.log(ofItself());
