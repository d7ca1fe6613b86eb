// The argument after a callback, which is its `this`.
class Scale {
  factor = 10;
  times(values: number[]) {
    return values.map(function (this: Scale, x) {
      return x * this.factor;
    }, this);
  }
  below(values: number[]) {
    return values.filter(function (this: Scale, x, i) {
      return x + i < this.factor;
    }, this);
  }
  grow(values: number[]) {
    values.forEach((x) => {
      this.factor += x;
    }, this);
    const isBelow = function (this: Scale, x: number) {
      return x < this.factor;
    };
    return [values.every(isBelow, this), values.some(isBelow, this), values.find(isBelow, this)];
  }
}
const scale = new Scale();
console.log(scale.times([1, 2]), scale.below([1, 9, 20]), scale.grow([1, 2]), scale.factor);
console.log([1, 2].map((x) => x + 1, null), [1, 2].findIndex((x) => x === 2, undefined));
console.log(Array.from([1, 2], function (this: { k: number }, x) { return x * this.k; }, { k: 3 }));
console.log(['a'].flatMap(function (this: { s: string }, x) { return [x, this.s]; }, { s: 'z' }));
let asked = 0;
console.log([3, 4].map((x) => x, asked++), asked);
console.log('a'.concat(...['b', 'c'], 'd'), ''.concat(...'xyz'));
