function sign(x: int): string {
  return x > 0 ? 'positive' : x < 0 ? 'negative' : 'zero';
}
console.log(sign(5), sign(-5), sign(0));
const a: int = 3;
const b = 4.5;
console.log(a > 2 ? a : b, a > 5 ? a : b);
console.log((a > 2 ? 'yes' : 'no') + '!');
