// Iterators of arrays and strings that are asked by hand where they are made.
console.log([5, 6].values().next(), [5, 6].keys().next(), [5, 6].entries().next());
console.log(([] as number[]).values().next(), ['a'][Symbol.iterator]().next(), 'ab'[Symbol.iterator]().next());
console.log([1, 2].values().next().value, [...'ab'].entries().next().value);
const entries = ['x', 'y'].entries();
console.log(entries.next().value, entries.next().value?.[1], entries.next(), entries.next());
console.log(new Set([1]).values().next(), new Map([[1, 2]]).entries().next().value);
const [[index, value]] = ['only'].entries();
console.log(index, value);
const iterator = [1, 2, 3][Symbol.iterator]();
iterator.next();
for (const rest of iterator) console.log(rest);
