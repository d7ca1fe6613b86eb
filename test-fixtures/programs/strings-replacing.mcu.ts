const t = 'one two one';
console.log(t.replace('one', '1'), t.replaceAll('one', '1'), t.replace('x', 'y'), t.replaceAll('x', 'y'), t.replace('', '>'), t.replaceAll('', '.'));
console.log('abc'.replace('b', '[$&]'), 'abc'.replace('b', '$`|$\''), 'abc'.replace('b', '$$'), 'abc'.replaceAll('b', '$1$0$'), 'aXbX'.replaceAll('X', '<$`>'));
console.log(t.replace('two', (s) => s.toUpperCase()), t.replaceAll('one', (s, i) => `${s}@${i}`), t.replaceAll('o', (_, i, all) => String(all.length - i)), t.replace('none', () => 'x'));
console.log('aaa'.replaceAll('aa', 'b'), 'aaaa'.replaceAll('aa', 'b'), 'ab'.replaceAll('', (_, i) => String(i)), ''.replace('', 'x'), ''.replaceAll('', 'x'));
let count = 0;
console.log('a-b-c'.replaceAll('-', () => String(count++)), count);
console.log('héllo'.replace('é', 'e'), 'tab\there'.replaceAll('\t', '  '), '日本日'.replaceAll('日', 'n'), 'x'.replace('x', '日本'));
console.log('a.b.c'.replaceAll('.', ''), '$1.00'.replace('$', '€'), 'price'.replace('price', '$$5'));
