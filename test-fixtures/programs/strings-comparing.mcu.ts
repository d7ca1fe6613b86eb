console.log('a' < 'b', 'a' < 'B', 'abc' < 'abd', 'ab' < 'abc', '' < 'a', 'a' <= 'a', 'b' > 'a', 'Z' < 'a', '10' < '9', 'é' > 'z', '😀' > '\uffff');
console.log('ab' + 'c' === 'abc', `${1}${2}` === '12', 'é' === '\u00e9', 'A'.toLowerCase() === 'a');
const words = ['pear', 'Apple', 'fig', 'apple', 'Fig', '', 'figs'];
console.log([...words].sort(), [...words].sort((a, b) => a.length - b.length), [...words].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
let max = words[0];
for (const w of words) if (w > max) max = w;
console.log(max, words.indexOf('fig'), words.includes('FIG'), words.lastIndexOf('apple'));
console.log([10, 9, 1, 100].sort(), [3, 20, 100].map(String).sort(), ['b', 'a', 'c'].sort().reverse());
const key = (s: string) => [...s].sort().join('');
console.log(key('listen') === key('silent'), key('hello'));
switch ('ab' + 'c') {
  case 'abc': console.log('found'); break;
  default: console.log('missed');
}
