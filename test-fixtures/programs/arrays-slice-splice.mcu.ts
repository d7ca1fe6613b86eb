const xs: int[] = [0, 1, 2, 3, 4, 5];
console.log(xs.slice(2), xs.slice(1, 3), xs.slice(-2), xs.slice(), xs.slice(4, 1));
console.log(xs.splice(1, 2), xs);
console.log(xs.splice(2, 0, 10, 11), xs);
console.log(xs.splice(-1), xs);
const both = xs.concat([7, 8]);
console.log(both, xs.length);
