const n: int = 1;
const s = 'x';
const b = true;
console.log(typeof n, typeof 1.5, typeof s, typeof b, typeof [1], typeof undefined, typeof null);
if (typeof n === 'number') console.log('a number');
