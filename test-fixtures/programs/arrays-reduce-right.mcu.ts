const xs = [1, 2, 3, 4];
console.log(xs.reduceRight((a, b) => a - b), xs.reduce((a, b) => a - b), xs.reduceRight((a, b) => a - b, 100));
console.log(['a', 'b', 'c'].reduceRight((a, b) => a + b), ['a', 'b'].reduceRight((a, b) => a + b, '>'));
console.log(xs.reduceRight((text, x, i) => `${text}${i}:${x} `, ''), [7].reduceRight((a, b) => a + b));
console.log([[1], [2, 3], [4]].reduceRight((all, each) => all.concat(each)));
const order: number[] = [];
console.log(xs.reduceRight((sum, x, i, all) => {
  order.push(i);
  return sum + x * all.length;
}, 0), order);
const none: number[] = [];
console.log(none.reduceRight((a, b) => a + b, 5), none.reduce((a, b) => a + b, 6));
console.log(xs.reduce((longest, x) => Math.max(longest, x), -Infinity), xs.reduce<string[]>((list, x) => [...list, `${x}`], []));
const counts = ['a', 'b', 'a'].reduce((sum, w) => sum + (w === 'a' ? 1 : 0), 0);
console.log(counts, [0.5, 0.25].reduceRight((a, b) => a / b));
