// Types with indices alone, whose values are arrays.
interface StringArray { [index: number]: string }
const names: StringArray = ['Bob', 'Fred'];
console.log(names[0], names[1], names);
const nums: { readonly [i: number]: number } = [1, 2, 3];
console.log(nums[2]! + 1);
function third(xs: { [i: number]: string }) { return xs[2]; }
console.log(third(['a', 'b', 'c']));
