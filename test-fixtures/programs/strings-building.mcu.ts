let s = '';
for (let i = 0; i < 5; i++) s += i;
s += true;
s += ' ' + null + undefined;
console.log(s, 'a' + 1 + 2, 1 + 2 + 'a', 'x' + [1, 2] + 'y', `${[]}|${[1]}|${['a', 'b']}`);
console.log('abc'.concat('d', 'e'), 'a'.concat(), ''.concat('b'), 'é'.concat('日'));
const n: number | undefined = undefined;
console.log(`${n}`, 'v=' + n, String(n), String(null), String(true), String(1.50), String('s'), String());
console.log(`a${1 + 1}b${'c'.repeat(2)}d${`nested ${'deep'}`}`, `line1
line2`, 'tab\tquote\'"`', `\``);
const parts: string[] = [];
for (let i = 10; i > 0; i -= 3) parts.push(`${i}`);
console.log(parts.join('>'), parts.map((p) => `<${p}>`).join(''), parts.concat('end').toString());
console.log('Total: ' + (0.1 + 0.2).toFixed(2) + ' ' + 5 / 2 + ' ' + -0 + ' ' + 1e21 + ' ' + 1e-7);
console.log('x'.length + 1, 'ab'.length * 2 + 'c'.length, ('a' + 'b').length, `${'a'}`.length);
