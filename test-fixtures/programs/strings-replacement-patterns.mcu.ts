// Patterns in replacements, functions as replacements, empty searches.
console.log('abc'.replace('b', '[$&]'), 'abc'.replace('b', "$`|$'"), 'abc'.replace('b', '$$'), 'abc'.replace('b', '$1$'));
console.log('abc'.replace('', '-'), 'abc'.replaceAll('', '-'), ''.replaceAll('', 'x'), ''.replace('a', 'b') === '');
console.log('aXbXc'.replaceAll('X', '<$&$`>'), 'aaa'.replaceAll('aa', 'b'), 'aaaa'.replaceAll('aa', '$$'));
console.log('a.b.c'.replaceAll('.', () => '$&'), 'a.b.c'.replace('.', (m, i, all) => `${m}${i}${all.length}`));
let calls = 0;
console.log('none'.replace('x', () => `${++calls}`), calls, '1-1'.replaceAll('1', () => `${++calls}`), calls);
console.log('tEsT'.split('').map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join(''));
console.log('  two  words '.trim().split(' ').filter(Boolean).map((w) => w[0]!.toUpperCase() + w.slice(1)).join('_'));
console.log('\t\n\u00a0\ufeffx\u2003\r'.trim().length, ' x '.trimStart() + '|', '|' + ' x '.trimEnd(), ' '.trim() === '');
console.log('abc'.concat(), 'abc'.concat('d', 'e'), 'abc' + 1 + 2, 1 + 2 + 'abc', 'a' + null + undefined + true);
