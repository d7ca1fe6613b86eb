// The rest of a dictionary has none of the keys that were taken, and is an object of its own.
const ages: Record<string, number> = { ann: 30, bob: 25, '7': 7, cy: 41 };
const { bob, ...others } = ages;
console.log(bob, others, Object.keys(others));
others.dan = 1;
delete others.ann;
console.log(ages, others);
const key = 'ann';
const { [key]: first, cy: last = 0, none = -1, ...rest } = ages;
console.log(first, last, none, rest);
let left: Record<string, number>;
let seven: number;
({ '7': seven, ...left } = ages);
console.log(seven, left);
function options({ a = 1, b = 2, ...more }: { a?: number; b?: number; [k: string]: number | undefined } = {}) {
  return [a, b, Object.keys(more).join()];
}
console.log(options(), options({ a: 5, z: 3 }), options({ y: 1, b: 0, x: 2 }));
const { ...copy } = ages;
copy.bob = 99;
console.log(copy.bob, ages.bob);
