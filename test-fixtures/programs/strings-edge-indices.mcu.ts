// Every method that takes positions, with those beyond both ends, fractions, NaN and Infinity.
const s = 'hello';
const at = [-Infinity, -6, -5, -1.5, -1, -0.5, -0, 0, 0.9, 1, 4, 5, 6, NaN, Infinity];
for (const i of at) {
  console.log(i, [s.at(i), s.charAt(i), s.charCodeAt(i), s.codePointAt(i), s.slice(i), s.substring(i, 3), s.substr(i, 2)]);
  console.log(i, s.slice(1, i), s.substring(2, i), s.substr(1, i), s.indexOf('l', i), s.lastIndexOf('l', i));
  console.log(i, s.includes('h', i), s.startsWith('l', i), s.endsWith('l', i), s.indexOf('', i), s.lastIndexOf('', i));
}
console.log(''.at(0), ''.charAt(0) === '', ''.charCodeAt(0), ''.split(''), ''.split(','), ''.indexOf(''), ''.lastIndexOf(''));
console.log('abc'.split('', 2), 'a,b,c'.split(',', 0), 'a,b,c'.split(',', -1), ',a,'.split(','), 'aaa'.split('a'));
console.log('abc'.padStart(2), 'abc'.padStart(6, ''), 'abc'.padStart(8, 'xy'), 'abc'.padEnd(-1), 'abc'.padEnd(5, 'long'));
console.log('x'.repeat(0) === '', 'ab'.repeat(2.9), 'a'.localeCompare('b'), 'b'.localeCompare('a'), 'a'.localeCompare('a'));
