let a: int;
let s: string;
if (1 < 2) {
  a = 5;
  s = 'set';
} else {
  a = 6;
  s = 'other';
}
console.log(a, s);
