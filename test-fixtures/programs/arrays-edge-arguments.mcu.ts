// Arguments of array methods beyond the ends: negative, fractional, NaN, Infinity, left out.
const xs = [10, 20, 30, 40, 50];
const at = [-Infinity, -7, -5, -1.5, -1, 0, 0.9, 2, 5, 7, NaN, Infinity];
for (const i of at) {
  console.log(i, xs.at(i), xs.slice(i), xs.slice(1, i), xs.indexOf(30, i), xs.lastIndexOf(30, i), xs.includes(10, i));
  console.log(i, xs.toSpliced(i, 1), [...xs].splice(i), [...xs].splice(1, i), [...xs].fill(0, i), [...xs].fill(0, 1, i));
  console.log(i, [...xs].copyWithin(i, 3), [...xs].copyWithin(1, i), [...xs].copyWithin(0, 2, i));
}
console.log([NaN].includes(NaN), [NaN].indexOf(NaN), [-0].includes(0), [0].indexOf(-0), [1, 2].lastIndexOf(2, -2));
const ys = [1, 2, 3];
console.log(ys.splice(1, 0, 7, 8, 9), ys, ys.splice(-2), ys, ys.splice(0, Infinity), ys);
console.log(ys.push(), ys.push(1, 2), ys.unshift(), ys.unshift(8, 9), ys.pop(), ys.shift(), ys);
console.log(ys.join(), ys.join(''), [[1, 2], [3]].join(';'), [true, false].join('-'), String([[1], [2, 3]]));
const e: number[] = [];
console.log(e.pop(), e.shift(), e.at(0), e.reverse(), e.slice(), e.join() === '', e.every(() => false), e.some(() => true), e.indexOf(1));
console.log(e.findLast(() => true), e.reduce((a, b) => a + b, 9), e.flatMap((x) => [x]), Math.max(...e), Math.min(...e));
