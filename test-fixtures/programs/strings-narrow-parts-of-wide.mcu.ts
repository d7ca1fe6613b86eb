// Texts of narrow units that come from wide ones are the same as others.
const wide = ['😀abc', 'Ωabc€'].map((s) => s + '');
const n = 'ab' + String(wide.length > 1 ? 'c' : 'd');
console.log(wide[0]!.slice(2) === n, wide[1]!.slice(1, 4) === n, wide[0]!.substring(2) === n, wide[1]!.split('€')[0]!.slice(1) === n, wide[1]!.replace('Ω', '').replace('€', '') === n, wide[1]!.replaceAll('Ω', '').slice(0, 3) === n);
console.log(wide[0]![2] === n[0], wide[0]!.charAt(2) === n.charAt(0), wide[0]!.at(-1) === n.at(-1), [...wide[0]!].slice(1).join('') === n, wide[1]!.split('').slice(1, 4).join('') === n, wide[0]!.split('😀')[1] === n);
const m = new Map<string, number>([[wide[0]!.slice(2), 1]]); console.log(m.get(n), m.get('abc'), new Set([n, wide[1]!.slice(1, 4)]).size, { abc: 5 }[wide[0]!.slice(2) as 'abc'], [n].indexOf(wide[0]!.slice(2)), [n].includes(wide[0]!.slice(2)));
console.log(JSON.parse('"\\u0061bc€"').slice(0, 3) === n, String.fromCharCode(97, 98, 99, 8364).slice(0, 3) === n, ('€' + n).trim().slice(1) === n, 'ΑBC'.toLowerCase().slice(1) === 'bc', `${wide[0]!.slice(2)}` === n, ('€  ' + n).slice(1).trim() === n, wide[0]!.slice(2).padStart(5, '-') === '--abc', wide[0]!.slice(2).repeat(2) === 'abcabc', (wide[0]!.slice(2) + 'd') === n + 'd');
switch (wide[0]!.slice(2)) { case 'abc': console.log('case'); break; default: console.log('default'); }
