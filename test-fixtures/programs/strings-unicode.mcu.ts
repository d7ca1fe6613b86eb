const s = '😀a€';
console.log(s, s.length, s.charCodeAt(0), s.charCodeAt(1), s.charCodeAt(3));
let units = '';
for (const c of s) units += '[' + c + ']';
console.log(units);
console.log('é'.length, 'e\u0301'.length, 'é' === '\u00e9', '\u{1F600}' === '😀');
console.log(s.slice(2), s + 'ÿ' + 'Ā', ('ab€' as string).slice(0, 2) === 'ab');
