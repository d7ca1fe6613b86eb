// && and || give one of their operands.
const zero: int = 0;
const five: int = 5;
const empty = '';
const text = 'text';
console.log(zero || five, five || zero, zero && five, five && zero);
console.log(empty || text, text || empty, empty && text, text && empty);
let x: int = 0;
x ||= 7;
x &&= 9;
console.log(x);
console.log(!NaN, !zero, !empty);
