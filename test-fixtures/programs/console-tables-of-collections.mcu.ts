// console.table of maps and sets.
console.table(new Map([['k', 1], ['longer', 22]]));
console.table(new Set([1, 2, 30]));
console.table(new Set(['a', 'it\'s']));
console.table(new Map([['k', { a: 1, b: [1, 2] }]]));
console.table(new Map<string, number>());
console.table(new Set<number>());
console.table(new Map([[1, new Set([1])]]));
