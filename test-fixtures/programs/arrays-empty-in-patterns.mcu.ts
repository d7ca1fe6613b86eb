// Empty arrays beside others, where patterns take them apart.
let v6: string[] = ['a'];
const [] = v6.length > 5 ? v6 : [];
const [first = 'none'] = v6.length > 1 ? v6 : [];
console.log(first);
const [a = 20] = v6.length > 5 ? [] : [1, 2].toSorted();
console.log(a);
