// Literals with `...` have the properties in the order in which they got them, and values in the place of accessors.
const first = { ...{ z: 1 }, y: 2 };
console.log(first, { ...first }, Object.keys({ ...first }), JSON.stringify({ ...first }));
const second = { ...first, x: 3, z: 5 };
console.log({ ...second });
const third = { k: 1, ...second };
console.log({ ...third, last: 2 });
const { k, ...others } = third;
console.log(k, others);

let calls = 0;
const clock = {
  get now() {
    return ++calls;
  },
  set now(value: number) {
    calls = value;
  },
  plain: 1,
};
const copy = { ...clock, extra: true };
console.log(copy, copy.now, copy.now, clock.now);
copy.now = 7;
console.log(copy.now, calls, { ...clock }.now, calls);

const own = {
  ...{ z: 1 },
  get now() {
    return this.z;
  },
  set now(value: number) {
    this.z = value;
  },
};
own.now = 5;
console.log(own, own.now, { ...own });

interface Sized {
  readonly size: number;
  a: number;
}
const base = { a: 1 };
const sized: Sized = {
  ...base,
  get size() {
    return base.a * 2;
  },
};
base.a = 4;
console.log(sized, sized.size);
