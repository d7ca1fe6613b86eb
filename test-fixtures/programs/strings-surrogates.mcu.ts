// Characters beyond the basic plane are two units; what counts units and what counts characters.
const s = 'a😀b𝒳';
console.log(s.length, [...s].length, s.charCodeAt(1), s.charCodeAt(2), s.codePointAt(1), s.codePointAt(2), s.codePointAt(9));
console.log(s.indexOf('b'), s.slice(3), s.at(-3) === 'b', s.substring(1, 3) === '😀');
for (const c of s) console.log(c, c.length, c.codePointAt(0)!.toString(16));
console.log(s.split('').length, Array.from(s), s.split('😀'));
console.log(s.padEnd(8, '🎉').length, s.toUpperCase(), s.includes('\ude00'), s.lastIndexOf('\ud83d'));
console.log(String.fromCodePoint(128512, 97, 119987), String.fromCharCode(0xd83d, 0xde00) === '😀');
const high = s.slice(1, 2);
console.log(high.isWellFormed(), s.isWellFormed(), high.toWellFormed() === '\ufffd', (high + s[2]).isWellFormed());
console.log(high + '\ude00' === '😀', [...high].length, [...('\ude00' + high)].length);
console.log('😀' < '\uffff', '😀' > 'z', ['\uffff', '😀', 'a'].sort().map((c) => c.length));
console.log(JSON.stringify('é😀\n"'), JSON.stringify(high));
console.log([...'👨‍👩‍👧'].length, '👨‍👩‍👧'.length, 'e\u0301'.length, 'é'.length);
const counts = new Map<string, number>();
for (const c of '😀a😀b') counts.set(c, (counts.get(c) ?? 0) + 1);
console.log(counts);
console.log('x😀y'.replace('😀', '-'), '😀😀'.replaceAll('😀', 'ab'), '😀'.repeat(3).length, `${'😀'}`.concat('!'));
console.log('😀'.charAt(0).length, '😀'[1] === '\ude00', 'a😀'.trimEnd().at(-1) === '\ude00');
