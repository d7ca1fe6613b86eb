console.log();
console.log('a', 1, true, 2.5, [1], 'b');
console.log('%d and %s', 5, 'text', 'more');
console.log(undefined, null);
console.log([], [[]], ['']);
console.error('to stderr', 1);
console.warn('warned');
console.log([1.5, 2.25, -3], ['a', 'bb', 'ccc'], [true]);
