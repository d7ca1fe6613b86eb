const xs: int[] = [5, 3, 5, 8];
console.log(xs.indexOf(5), xs.indexOf(5, 1), xs.indexOf(9), xs.lastIndexOf(5), xs.includes(8), xs.includes(0));
const words = ['a', 'b', 'c'];
console.log(words.indexOf('b'), words.includes('z'), words.indexOf('c' + ''));
const ds = [0.5, NaN];
console.log(ds.indexOf(NaN), ds.includes(NaN), ds.indexOf(0.5));
