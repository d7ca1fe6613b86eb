// Spreading what a type with optional properties says of objects that were made of another type.
interface Options {
  fast?: boolean;
  level: number;
  name?: string;
}
const defaults: Options = { fast: false, level: 0, name: 'none' };
function complete(options: Options) {
  return { ...defaults, ...options, done: true };
}
const low = { level: 1 };
const named = { level: 2, name: 'second' };
const all = { fast: true, level: 3, name: 'third' };
console.log([complete(low), complete(named), complete(all), complete({ level: 4 }), complete({ fast: true, level: 5 })]);

function copy(options: Options) {
  return { ...options };
}
const list: Options[] = [all];
list.push(all, { level: 6 });
console.log(list.map(copy), list.map((each) => ({ ...each, level: each.level * 2 })));

const widened = named as { level: number; name?: string };
console.log({ ...widened }, { ...widened, name: 'later' });

// One that has more than the type says is not known in full.
const more = { level: 7, other: true };
try {
  console.log(Object.keys(copy(more)).includes('other'));
} catch (error) {
  console.log(error instanceof TypeError);
}
