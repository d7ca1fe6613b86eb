// Patterns in patterns whose literals are taken apart at once, assignments whose value is asked for, and parts of values of any type.
const [first, [second, third = 5], { d, e: [f] }] = [1, [2, 3], { d: 4, e: ['z'] }];
console.log(first, second, third, d, f);
let [one, [two, list]] = [4, [3, [1]]];
console.log(one, two, list);
const [[m] = [9], n] = [[1], 2];
let count = 0;
const [, [counted]] = [count++, [count++]];
console.log(m, n, count, counted);
function swapped() {
  let [[x, y], [z]] = [[1, 2], ['a']];
  [[x, y], [z]] = [[y, x], [z + '!']];
  return [x, y, z];
}
console.log(swapped());
function values() {
  let x: any, y, rest: any;
  const object = ({ x, ...rest } = { x: true, y: 2, z: 'z' });
  const array = ([y] = ['y', 'more']);
  const nested = ({ p: [{ x }] } = { p: [{ x: 1 }] });
  return { x, y, rest, object, array, nested };
}
console.log(values());
const [only, ...none] = ['only'];
let left: any, right: any;
[left, ...right] = ['left'];
console.log(only, none, none.length, left, right);
const data: any = [{ x: 1, y: ['two', 3] }];
let x: number, name = '', size: any;
for ({ x, y: [name, size] } of data) console.log(x, name, size);
({ x, y: [name = 'none', size] } = data[0]);
[{ x }] = data;
console.log(x, name, size);
for ([name = 'default'] of [[], ['given']] as any) console.log(name);
